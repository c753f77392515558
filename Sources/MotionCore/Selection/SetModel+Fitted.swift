// Made by Tools/fit-set-model; not to be changed by hand.

extension SetModel.Weights {
  static let cycle = SetModel.Weights(
    intercept: 3.5611,
    usual: [
      0.1000,  // fewness
      0.9180,  // similarity
      0.0320,  // unevenness
      0.5753,  // rest
      0.0000,  // occupancy
      -0.1870,  // isolation
      0.0000,  // strideLikeness
      0.0022,  // sizeDeviation
      0.0000,  // quickness
      0.0000,  // slowness
      0.0147,  // turnShareDeviation
      0.0288,  // shake
      0.0375,  // timeSpread
      1.0000,  // settled
    ],
    slopes: [
      -8.8235,  // fewness
      3.2196,  // similarity
      -6.9024,  // unevenness
      -0.4114,  // rest
      3.1216,  // occupancy
      0.0000,  // isolation
      -3.3807,  // strideLikeness
      -2.4836,  // sizeDeviation
      -0.9366,  // quickness
      -0.9638,  // slowness
      -1.3719,  // turnShareDeviation
      -2.7242,  // shake
      0.0000,  // timeSpread
      1.2981,  // settled
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
      -30.0209,  // shake
      -11.1030,  // timeSpread
      4.4145,  // settled
    ])
}

extension TypicalMovement {
  static let fitted: [String: [Placement: TypicalMovement]] = [
    "bent-over-row": [
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 4.1566, spread: 0.5000),
        logSeconds: .init(median: 0.7467, spread: 0.4000),
        plateauShare: .init(median: 0.5200, spread: 0.1000),
        liftMetres: 0.1561),
      .wrist: TypicalMovement(
        logDegrees: .init(median: 3.9796, spread: 0.5000),
        logSeconds: .init(median: 0.4383, spread: 0.4000),
        plateauShare: .init(median: 0.4626, spread: 0.1081),
        liftMetres: 0.2839),
    ],
    "childs-pose": [
      .shoulder: TypicalMovement(
        logDegrees: .init(median: 4.5277, spread: 0.5000),
        logSeconds: .init(median: 3.2229, spread: 0.4000),
        plateauShare: .init(median: 0.9231, spread: 0.1000),
        liftMetres: 0.0000),
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 4.2666, spread: 0.5000),
        logSeconds: .init(median: 3.2418, spread: 0.4000),
        plateauShare: .init(median: 0.9048, spread: 0.1000),
        liftMetres: 0.0000),
      .upperBack: TypicalMovement(
        logDegrees: .init(median: 4.4997, spread: 0.5000),
        logSeconds: .init(median: 3.2308, spread: 0.4000),
        plateauShare: .init(median: 0.9199, spread: 0.1000),
        liftMetres: 0.0000),
      .wrist: TypicalMovement(
        logDegrees: .init(median: 4.1270, spread: 0.5000),
        logSeconds: .init(median: 3.2558, spread: 0.4000),
        plateauShare: .init(median: 0.9141, spread: 0.1000),
        liftMetres: 0.0000),
    ],
    "open-book": [
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 4.9065, spread: 0.5000),
        logSeconds: .init(median: 1.3403, spread: 0.4000),
        plateauShare: .init(median: 0.6495, spread: 0.1000),
        liftMetres: 0.1331),
      .upperBack: TypicalMovement(
        logDegrees: .init(median: 3.6899, spread: 0.5000),
        logSeconds: .init(median: 1.3938, spread: 0.4000),
        plateauShare: .init(median: 0.5424, spread: 0.1000),
        liftMetres: 0.0370),
      .wrist: TypicalMovement(
        logDegrees: .init(median: 4.9900, spread: 0.5000),
        logSeconds: .init(median: 1.3137, spread: 0.4000),
        plateauShare: .init(median: 0.6552, spread: 0.1000),
        liftMetres: 0.4387),
    ],
    "open-book-hold": [
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 4.8954, spread: 0.5000),
        logSeconds: .init(median: 3.5962, spread: 0.4000),
        plateauShare: .init(median: 0.9600, spread: 0.1000),
        liftMetres: 0.0000),
      .upperBack: TypicalMovement(
        logDegrees: .init(median: 3.7189, spread: 0.5000),
        logSeconds: .init(median: 3.5763, spread: 0.4000),
        plateauShare: .init(median: 0.9490, spread: 0.1000),
        liftMetres: 0.0000),
      .wrist: TypicalMovement(
        logDegrees: .init(median: 4.9269, spread: 0.5000),
        logSeconds: .init(median: 3.5690, spread: 0.4000),
        plateauShare: .init(median: 0.9610, spread: 0.1000),
        liftMetres: 0.0000),
    ],
    "scapular-squeeze": [
      .shoulder: TypicalMovement(
        logDegrees: .init(median: 2.1735, spread: 0.7082),
        logSeconds: .init(median: 1.8840, spread: 0.4000),
        plateauShare: .init(median: 0.8488, spread: 0.1000),
        liftMetres: 0.0000),
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 1.9888, spread: 0.5204),
        logSeconds: .init(median: 1.8946, spread: 0.4000),
        plateauShare: .init(median: 0.8466, spread: 0.1000),
        liftMetres: 0.0000),
    ],
    "shoulder-roll": [
      .shoulder: TypicalMovement(
        logDegrees: .init(median: 3.1285, spread: 0.5000),
        logSeconds: .init(median: 0.7930, spread: 0.4177),
        plateauShare: .init(median: 0.4797, spread: 0.1000),
        liftMetres: 0.0488),
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 2.5967, spread: 0.5000),
        logSeconds: .init(median: 0.8920, spread: 0.4000),
        plateauShare: .init(median: 0.4428, spread: 0.1000),
        liftMetres: 0.0675),
    ],
  ]
}
