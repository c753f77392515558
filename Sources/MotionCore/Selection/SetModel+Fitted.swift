// Made by Tools/fit-set-model; not to be changed by hand.

extension SetModel.Weights {
  static let cycle = SetModel.Weights(
    intercept: 3.3536,
    usual: [
      0.1000,  // fewness
      0.9159,  // similarity
      0.0360,  // unevenness
      0.5430,  // rest
      0.0000,  // occupancy
      -0.2249,  // isolation
      0.0000,  // strideLikeness
      0.0117,  // sizeDeviation
      0.0000,  // quickness
      0.0000,  // slowness
      0.0541,  // turnShareDeviation
      0.0233,  // shake
      0.0419,  // timeSpread
      1.0000,  // settled
    ],
    slopes: [
      -8.0801,  // fewness
      3.4994,  // similarity
      -6.3798,  // unevenness
      -0.4495,  // rest
      3.7016,  // occupancy
      0.0000,  // isolation
      -3.4787,  // strideLikeness
      -2.3509,  // sizeDeviation
      -0.9080,  // quickness
      -0.7786,  // slowness
      -0.8220,  // turnShareDeviation
      -3.8295,  // shake
      0.0000,  // timeSpread
      1.2476,  // settled
    ])

  static let hold = SetModel.Weights(
    intercept: 3.2510,
    usual: [
      0.2000,  // fewness
      0.9305,  // similarity
      0.0230,  // unevenness
      0.4080,  // rest
      0.0000,  // occupancy
      -0.1727,  // isolation
      0.0000,  // strideLikeness
      0.0463,  // sizeDeviation
      0.0000,  // quickness
      0.0000,  // slowness
      0.0410,  // turnShareDeviation
      0.0054,  // shake
      0.0219,  // timeSpread
      1.0000,  // settled
    ],
    slopes: [
      -6.9473,  // fewness
      1.3691,  // similarity
      -5.3130,  // unevenness
      -1.2579,  // rest
      2.2087,  // occupancy
      0.0000,  // isolation
      0.0000,  // strideLikeness
      -1.7467,  // sizeDeviation
      -2.3267,  // quickness
      -0.5903,  // slowness
      0.0000,  // turnShareDeviation
      -34.7439,  // shake
      -20.4970,  // timeSpread
      5.1951,  // settled
    ])
}

extension TypicalMovement {
  static let fitted: [String: [Placement: TypicalMovement]] = [
    "bent-over-row": [
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 4.1568, spread: 0.5000),
        logSeconds: .init(median: 0.7701, spread: 0.4000),
        plateauShare: .init(median: 0.5039, spread: 0.1000),
        liftMetres: 0.1485),
      .wrist: TypicalMovement(
        logDegrees: .init(median: 3.9674, spread: 0.5000),
        logSeconds: .init(median: 0.6098, spread: 0.5323),
        plateauShare: .init(median: 0.4515, spread: 0.1136),
        liftMetres: 0.2819),
    ],
    "childs-pose": [
      .shoulder: TypicalMovement(
        logDegrees: .init(median: 4.5081, spread: 0.5000),
        logSeconds: .init(median: 3.2133, spread: 0.4000),
        plateauShare: .init(median: 0.9203, spread: 0.1000),
        liftMetres: 0.0000),
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 4.2491, spread: 0.5000),
        logSeconds: .init(median: 3.2569, spread: 0.4000),
        plateauShare: .init(median: 0.9048, spread: 0.1000),
        liftMetres: 0.0000),
      .upperBack: TypicalMovement(
        logDegrees: .init(median: 4.4972, spread: 0.5000),
        logSeconds: .init(median: 3.2573, spread: 0.4000),
        plateauShare: .init(median: 0.9217, spread: 0.1000),
        liftMetres: 0.0000),
      .wrist: TypicalMovement(
        logDegrees: .init(median: 4.1624, spread: 0.5000),
        logSeconds: .init(median: 3.2371, spread: 0.4000),
        plateauShare: .init(median: 0.9105, spread: 0.1000),
        liftMetres: 0.0000),
    ],
    "open-book": [
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 4.8789, spread: 0.5000),
        logSeconds: .init(median: 1.3297, spread: 0.4000),
        plateauShare: .init(median: 0.6343, spread: 0.1012),
        liftMetres: 0.1223),
      .upperBack: TypicalMovement(
        logDegrees: .init(median: 3.6570, spread: 0.5000),
        logSeconds: .init(median: 1.3533, spread: 0.4000),
        plateauShare: .init(median: 0.5241, spread: 0.1022),
        liftMetres: 0.0327),
      .wrist: TypicalMovement(
        logDegrees: .init(median: 4.9496, spread: 0.5000),
        logSeconds: .init(median: 1.3661, spread: 0.4000),
        plateauShare: .init(median: 0.6387, spread: 0.1133),
        liftMetres: 0.4648),
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
        logDegrees: .init(median: 1.9025, spread: 0.6820),
        logSeconds: .init(median: 2.0028, spread: 0.4000),
        plateauShare: .init(median: 0.8428, spread: 0.1000),
        liftMetres: 0.0000),
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 1.8403, spread: 0.5000),
        logSeconds: .init(median: 1.9713, spread: 0.4000),
        plateauShare: .init(median: 0.8405, spread: 0.1000),
        liftMetres: 0.0000),
    ],
    "shoulder-roll": [
      .shoulder: TypicalMovement(
        logDegrees: .init(median: 2.9408, spread: 0.5000),
        logSeconds: .init(median: 0.8459, spread: 0.4343),
        plateauShare: .init(median: 0.4306, spread: 0.1000),
        liftMetres: 0.0385),
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 2.4983, spread: 0.5000),
        logSeconds: .init(median: 0.8920, spread: 0.4000),
        plateauShare: .init(median: 0.4219, spread: 0.1000),
        liftMetres: 0.0594),
    ],
  ]
}
