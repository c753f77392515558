// Made by Tools/fit-set-model; not to be changed by hand.

extension SetModel.Weights {
  static let cycle = SetModel.Weights(
    intercept: 3.1406,
    usual: [
      2.3026,  // number
      0.9156,  // similarity
      0.0317,  // unevenness
      0.5951,  // rest
      0.0000,  // occupancy
      -0.1436,  // isolation
      0.0000,  // strideShare
      0.0009,  // turnDeviation
      0.0021,  // secondsDeviation
      0.0023,  // turnShareDeviation
      0.0329,  // shake
      0.0370,  // timeSpread
      1.0000,  // settled
      0.0000,  // alone
    ],
    slopes: [
      0.6838,  // number
      4.1462,  // similarity
      -3.9710,  // unevenness
      -0.2843,  // rest
      2.2055,  // occupancy
      0.7811,  // isolation
      -3.1135,  // strideShare
      -1.4300,  // turnDeviation
      -0.9049,  // secondsDeviation
      -1.1582,  // turnShareDeviation
      -1.6274,  // shake
      0.0000,  // timeSpread
      0.6397,  // settled
      -4.9088,  // alone
    ])

  static let hold = SetModel.Weights(
    intercept: 3.9094,
    usual: [
      1.6094,  // number
      0.9364,  // similarity
      0.0274,  // unevenness
      0.4675,  // rest
      0.0000,  // occupancy
      -0.1030,  // isolation
      0.0000,  // strideShare
      0.0373,  // turnDeviation
      0.0071,  // secondsDeviation
      0.0061,  // turnShareDeviation
      0.0056,  // shake
      0.0230,  // timeSpread
      1.0000,  // settled
      0.0000,  // alone
    ],
    slopes: [
      1.1210,  // number
      2.9414,  // similarity
      -4.7547,  // unevenness
      -0.4444,  // rest
      1.3102,  // occupancy
      1.2108,  // isolation
      0.0000,  // strideShare
      -0.8469,  // turnDeviation
      -2.6671,  // secondsDeviation
      0.0000,  // turnShareDeviation
      -22.9467,  // shake
      -10.0395,  // timeSpread
      3.9287,  // settled
      -2.2389,  // alone
    ])
}

extension TypicalMovement {
  static let fitted: [String: [Placement: TypicalMovement]] = [
    "bent-over-row": [
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 4.0890, spread: 0.3500),
        logSeconds: .init(median: 0.7793, spread: 0.4000),
        plateauShare: .init(median: 0.5168, spread: 0.1000)),
      .wrist: TypicalMovement(
        logDegrees: .init(median: 3.4943, spread: 0.5331),
        logSeconds: .init(median: 0.4187, spread: 0.4000),
        plateauShare: .init(median: 0.4722, spread: 0.1009)),
    ],
    "childs-pose": [
      .shoulder: TypicalMovement(
        logDegrees: .init(median: 4.5019, spread: 0.3500),
        logSeconds: .init(median: 3.1697, spread: 0.4000),
        plateauShare: .init(median: 0.9155, spread: 0.1000)),
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 4.2856, spread: 0.3500),
        logSeconds: .init(median: 3.2371, spread: 0.4000),
        plateauShare: .init(median: 0.9011, spread: 0.1000)),
      .upperBack: TypicalMovement(
        logDegrees: .init(median: 4.4801, spread: 0.3500),
        logSeconds: .init(median: 3.2261, spread: 0.4000),
        plateauShare: .init(median: 0.9133, spread: 0.1000)),
      .wrist: TypicalMovement(
        logDegrees: .init(median: 3.9721, spread: 0.3605),
        logSeconds: .init(median: 3.1888, spread: 0.4000),
        plateauShare: .init(median: 0.8950, spread: 0.1000)),
    ],
    "open-book": [
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 4.9105, spread: 0.3500),
        logSeconds: .init(median: 1.3661, spread: 0.4000),
        plateauShare: .init(median: 0.6445, spread: 0.1000)),
      .upperBack: TypicalMovement(
        logDegrees: .init(median: 3.6460, spread: 0.3500),
        logSeconds: .init(median: 1.3987, spread: 0.4460),
        plateauShare: .init(median: 0.5341, spread: 0.1000)),
      .wrist: TypicalMovement(
        logDegrees: .init(median: 4.9077, spread: 0.3500),
        logSeconds: .init(median: 1.3635, spread: 0.4000),
        plateauShare: .init(median: 0.6577, spread: 0.1000)),
    ],
    "open-book-hold": [
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 4.8955, spread: 0.3500),
        logSeconds: .init(median: 3.5830, spread: 0.4000),
        plateauShare: .init(median: 0.9578, spread: 0.1000)),
      .upperBack: TypicalMovement(
        logDegrees: .init(median: 3.7285, spread: 0.3500),
        logSeconds: .init(median: 3.5726, spread: 0.4000),
        plateauShare: .init(median: 0.9496, spread: 0.1000)),
      .wrist: TypicalMovement(
        logDegrees: .init(median: 4.9108, spread: 0.3500),
        logSeconds: .init(median: 3.5718, spread: 0.4000),
        plateauShare: .init(median: 0.9600, spread: 0.1000)),
    ],
    "scapular-squeeze": [
      .shoulder: TypicalMovement(
        logDegrees: .init(median: 2.0778, spread: 0.7188),
        logSeconds: .init(median: 1.8976, spread: 0.4000),
        plateauShare: .init(median: 0.8718, spread: 0.1000)),
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 2.0920, spread: 0.5658),
        logSeconds: .init(median: 1.8840, spread: 0.4000),
        plateauShare: .init(median: 0.8720, spread: 0.1000)),
    ],
    "shoulder-roll": [
      .shoulder: TypicalMovement(
        logDegrees: .init(median: 2.9323, spread: 0.3500),
        logSeconds: .init(median: 0.9282, spread: 0.4000),
        plateauShare: .init(median: 0.4872, spread: 0.1000)),
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 2.2095, spread: 0.3500),
        logSeconds: .init(median: 0.9708, spread: 0.4000),
        plateauShare: .init(median: 0.4561, spread: 0.1000)),
    ],
  ]
}
