// Made by Tools/fit-set-model; not to be changed by hand.

extension SetModel.Weights {
  static let cycle = SetModel.Weights(
    intercept: 2.9522,
    usual: [
      2.3026,  // number
      0.9177,  // similarity
      0.0321,  // unevenness
      0.5758,  // rest
      0.0000,  // occupancy
      -0.1868,  // isolation
      0.0000,  // strideShare
      0.0065,  // turnDeviation
      0.0000,  // quickness
      0.0000,  // slowness
      0.0147,  // turnShareDeviation
      0.0289,  // shake
      0.0376,  // timeSpread
      1.0000,  // settled
      0.0000,  // alone
    ],
    slopes: [
      0.6817,  // number
      3.5772,  // similarity
      -5.0570,  // unevenness
      -0.4762,  // rest
      2.4276,  // occupancy
      0.0000,  // isolation
      -3.1046,  // strideShare
      -1.3528,  // turnDeviation
      -0.8902,  // quickness
      -0.8614,  // slowness
      -1.0799,  // turnShareDeviation
      -2.8097,  // shake
      0.0000,  // timeSpread
      1.0323,  // settled
      -5.9263,  // alone
    ])

  static let hold = SetModel.Weights(
    intercept: 2.7073,
    usual: [
      1.6094,  // number
      0.9339,  // similarity
      0.0257,  // unevenness
      0.4481,  // rest
      0.0000,  // occupancy
      -0.1392,  // isolation
      0.0000,  // strideShare
      0.0617,  // turnDeviation
      0.0000,  // quickness
      0.0000,  // slowness
      0.0243,  // turnShareDeviation
      0.0049,  // shake
      0.0213,  // timeSpread
      1.0000,  // settled
      0.0000,  // alone
    ],
    slopes: [
      0.9625,  // number
      0.1203,  // similarity
      -4.3597,  // unevenness
      -0.8487,  // rest
      2.1208,  // occupancy
      0.0374,  // isolation
      0.0000,  // strideShare
      -1.0372,  // turnDeviation
      -1.8612,  // quickness
      -0.4051,  // slowness
      0.0000,  // turnShareDeviation
      -26.9922,  // shake
      -11.2823,  // timeSpread
      4.5087,  // settled
      -4.5152,  // alone
    ])
}

extension TypicalMovement {
  static let fitted: [String: [Placement: TypicalMovement]] = [
    "bent-over-row": [
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 4.0886, spread: 0.3500),
        logSeconds: .init(median: 0.7467, spread: 0.4000),
        plateauShare: .init(median: 0.5200, spread: 0.1000)),
      .wrist: TypicalMovement(
        logDegrees: .init(median: 3.3890, spread: 0.5163),
        logSeconds: .init(median: 0.4447, spread: 0.4000),
        plateauShare: .init(median: 0.4615, spread: 0.1097)),
    ],
    "childs-pose": [
      .shoulder: TypicalMovement(
        logDegrees: .init(median: 4.5259, spread: 0.3500),
        logSeconds: .init(median: 3.2229, spread: 0.4000),
        plateauShare: .init(median: 0.9231, spread: 0.1000)),
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 4.2666, spread: 0.3500),
        logSeconds: .init(median: 3.2418, spread: 0.4000),
        plateauShare: .init(median: 0.9048, spread: 0.1000)),
      .upperBack: TypicalMovement(
        logDegrees: .init(median: 4.4997, spread: 0.3500),
        logSeconds: .init(median: 3.2261, spread: 0.4000),
        plateauShare: .init(median: 0.9199, spread: 0.1000)),
      .wrist: TypicalMovement(
        logDegrees: .init(median: 4.1270, spread: 0.3905),
        logSeconds: .init(median: 3.2558, spread: 0.4000),
        plateauShare: .init(median: 0.9141, spread: 0.1000)),
    ],
    "open-book": [
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 4.8941, spread: 0.3500),
        logSeconds: .init(median: 1.3403, spread: 0.4000),
        plateauShare: .init(median: 0.6495, spread: 0.1000)),
      .upperBack: TypicalMovement(
        logDegrees: .init(median: 3.6692, spread: 0.3500),
        logSeconds: .init(median: 1.3938, spread: 0.4000),
        plateauShare: .init(median: 0.5424, spread: 0.1000)),
      .wrist: TypicalMovement(
        logDegrees: .init(median: 4.8824, spread: 0.3500),
        logSeconds: .init(median: 1.3137, spread: 0.4000),
        plateauShare: .init(median: 0.6552, spread: 0.1000)),
    ],
    "open-book-hold": [
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 4.8955, spread: 0.3500),
        logSeconds: .init(median: 3.5962, spread: 0.4000),
        plateauShare: .init(median: 0.9591, spread: 0.1000)),
      .upperBack: TypicalMovement(
        logDegrees: .init(median: 3.7143, spread: 0.3500),
        logSeconds: .init(median: 3.5763, spread: 0.4000),
        plateauShare: .init(median: 0.9490, spread: 0.1000)),
      .wrist: TypicalMovement(
        logDegrees: .init(median: 4.9269, spread: 0.3500),
        logSeconds: .init(median: 3.5690, spread: 0.4000),
        plateauShare: .init(median: 0.9610, spread: 0.1000)),
    ],
    "scapular-squeeze": [
      .shoulder: TypicalMovement(
        logDegrees: .init(median: 2.1735, spread: 0.7154),
        logSeconds: .init(median: 1.8946, spread: 0.4000),
        plateauShare: .init(median: 0.8594, spread: 0.1000)),
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 1.9700, spread: 0.5214),
        logSeconds: .init(median: 1.8991, spread: 0.4000),
        plateauShare: .init(median: 0.8388, spread: 0.1000)),
    ],
    "shoulder-roll": [
      .shoulder: TypicalMovement(
        logDegrees: .init(median: 3.0275, spread: 0.3500),
        logSeconds: .init(median: 0.7930, spread: 0.4177),
        plateauShare: .init(median: 0.4797, spread: 0.1000)),
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 2.1694, spread: 0.3639),
        logSeconds: .init(median: 0.8920, spread: 0.4000),
        plateauShare: .init(median: 0.4366, spread: 0.1000)),
    ],
  ]
}
