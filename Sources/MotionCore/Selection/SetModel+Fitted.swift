// Made by Tools/fit-set-model; not to be changed by hand.

extension SetModel.Weights {
  static let cycle = SetModel.Weights(
    intercept: 3.5280,
    usual: [
      0.1000,  // fewness
      0.9177,  // similarity
      0.0321,  // unevenness
      0.5756,  // rest
      0.0000,  // occupancy
      -0.1870,  // isolation
      0.0000,  // strideLikeness
      0.0038,  // sizeDeviation
      0.0000,  // quickness
      0.0000,  // slowness
      0.0146,  // turnShareDeviation
      0.0249,  // liftDeviation
      0.0289,  // shake
      0.0376,  // timeSpread
      1.0000,  // settled
    ],
    slopes: [
      -8.7042,  // fewness
      3.5894,  // similarity
      -6.3237,  // unevenness
      -0.3468,  // rest
      3.1691,  // occupancy
      0.0000,  // isolation
      -3.2982,  // strideLikeness
      -2.0782,  // sizeDeviation
      -0.8860,  // quickness
      -1.0018,  // slowness
      -1.1273,  // turnShareDeviation
      -0.2756,  // liftDeviation
      -3.4965,  // shake
      0.0000,  // timeSpread
      1.1507,  // settled
    ])

  static let hold = SetModel.Weights(
    intercept: 2.5844,
    usual: [
      0.2000,  // fewness
      0.9339,  // similarity
      0.0253,  // unevenness
      0.4481,  // rest
      0.0000,  // occupancy
      -0.1381,  // isolation
      0.0000,  // strideLikeness
      0.0372,  // sizeDeviation
      0.0000,  // quickness
      0.0000,  // slowness
      0.0243,  // turnShareDeviation
      0.0000,  // liftDeviation
      0.0049,  // shake
      0.0215,  // timeSpread
      1.0000,  // settled
    ],
    slopes: [
      -5.2253,  // fewness
      0.1474,  // similarity
      -5.0494,  // unevenness
      -0.8789,  // rest
      2.4359,  // occupancy
      0.0435,  // isolation
      0.0000,  // strideLikeness
      -1.2656,  // sizeDeviation
      -1.9977,  // quickness
      -0.5789,  // slowness
      0.0000,  // turnShareDeviation
      0.0000,  // liftDeviation
      -30.0209,  // shake
      -11.1030,  // timeSpread
      4.4145,  // settled
    ])
}

extension TypicalMovement {
  static let fitted: [String: [Placement: TypicalMovement]] = [
    "bent-over-row": [
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 4.1690, spread: 0.5000),
        logSeconds: .init(median: 0.7467, spread: 0.4000),
        plateauShare: .init(median: 0.5200, spread: 0.1000),
        logLift: .init(median: -2.2430, spread: 0.4000)),
      .wrist: TypicalMovement(
        logDegrees: .init(median: 3.9842, spread: 0.5000),
        logSeconds: .init(median: 0.4383, spread: 0.4000),
        plateauShare: .init(median: 0.4626, spread: 0.1081),
        logLift: .init(median: -1.8567, spread: 0.6733)),
    ],
    "childs-pose": [
      .shoulder: TypicalMovement(
        logDegrees: .init(median: 4.5277, spread: 0.5000),
        logSeconds: .init(median: 3.2229, spread: 0.4000),
        plateauShare: .init(median: 0.9231, spread: 0.1000)),
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 4.2666, spread: 0.5000),
        logSeconds: .init(median: 3.2418, spread: 0.4000),
        plateauShare: .init(median: 0.9048, spread: 0.1000)),
      .upperBack: TypicalMovement(
        logDegrees: .init(median: 4.4997, spread: 0.5000),
        logSeconds: .init(median: 3.2308, spread: 0.4000),
        plateauShare: .init(median: 0.9199, spread: 0.1000)),
      .wrist: TypicalMovement(
        logDegrees: .init(median: 4.1270, spread: 0.5000),
        logSeconds: .init(median: 3.2558, spread: 0.4000),
        plateauShare: .init(median: 0.9141, spread: 0.1000)),
    ],
    "open-book": [
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 4.9619, spread: 0.5000),
        logSeconds: .init(median: 1.3403, spread: 0.4000),
        plateauShare: .init(median: 0.6500, spread: 0.1000),
        logLift: .init(median: -1.5765, spread: 0.4669)),
      .upperBack: TypicalMovement(
        logDegrees: .init(median: 3.6830, spread: 0.5000),
        logSeconds: .init(median: 1.3938, spread: 0.4000),
        plateauShare: .init(median: 0.5424, spread: 0.1000),
        logLift: .init(median: -4.2235, spread: 0.6117)),
      .wrist: TypicalMovement(
        logDegrees: .init(median: 5.1997, spread: 0.5000),
        logSeconds: .init(median: 1.3137, spread: 0.4000),
        plateauShare: .init(median: 0.6552, spread: 0.1000),
        logLift: .init(median: -0.6492, spread: 0.7515)),
    ],
    "open-book-hold": [
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 4.8954, spread: 0.5000),
        logSeconds: .init(median: 3.5962, spread: 0.4000),
        plateauShare: .init(median: 0.9600, spread: 0.1000)),
      .upperBack: TypicalMovement(
        logDegrees: .init(median: 3.7189, spread: 0.5000),
        logSeconds: .init(median: 3.5763, spread: 0.4000),
        plateauShare: .init(median: 0.9490, spread: 0.1000)),
      .wrist: TypicalMovement(
        logDegrees: .init(median: 4.9269, spread: 0.5000),
        logSeconds: .init(median: 3.5690, spread: 0.4000),
        plateauShare: .init(median: 0.9610, spread: 0.1000)),
    ],
    "scapular-squeeze": [
      .shoulder: TypicalMovement(
        logDegrees: .init(median: 2.1735, spread: 0.7082),
        logSeconds: .init(median: 1.8840, spread: 0.4000),
        plateauShare: .init(median: 0.8488, spread: 0.1000)),
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 1.9888, spread: 0.5204),
        logSeconds: .init(median: 1.8946, spread: 0.4000),
        plateauShare: .init(median: 0.8466, spread: 0.1000)),
    ],
    "shoulder-roll": [
      .shoulder: TypicalMovement(
        logDegrees: .init(median: 3.0695, spread: 0.5000),
        logSeconds: .init(median: 0.7930, spread: 0.4177),
        plateauShare: .init(median: 0.4797, spread: 0.1000),
        logLift: .init(median: -3.9766, spread: 0.4000)),
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 2.3658, spread: 0.5000),
        logSeconds: .init(median: 0.8920, spread: 0.4000),
        plateauShare: .init(median: 0.4366, spread: 0.1000),
        logLift: .init(median: -3.7480, spread: 0.4000)),
    ],
  ]
}
