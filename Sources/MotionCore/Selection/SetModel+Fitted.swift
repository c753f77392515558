// Made by Tools/fit-set-model; not to be changed by hand.

extension SetModel.Weights {
  static let cycle = SetModel.Weights(
    intercept: 3.2096,
    usual: [
      2.3026,  // number
      0.9156,  // similarity
      0.0317,  // unevenness
      0.5943,  // rest
      0.0000,  // occupancy
      -0.1437,  // isolation
      0.0000,  // strideShare
      0.0008,  // turnDeviation
      0.0021,  // secondsDeviation
      0.0022,  // turnShareDeviation
      0.0329,  // shake
      0.0371,  // timeSpread
      1.0000,  // settled
      0.0000,  // alone
    ],
    slopes: [
      0.7450,  // number
      3.9878,  // similarity
      -4.3286,  // unevenness
      -0.2500,  // rest
      2.6802,  // occupancy
      0.8643,  // isolation
      -3.3176,  // strideShare
      -1.4880,  // turnDeviation
      -0.9309,  // secondsDeviation
      -1.1994,  // turnShareDeviation
      -1.9184,  // shake
      0.0000,  // timeSpread
      0.7493,  // settled
      -4.8055,  // alone
    ])

  static let hold = SetModel.Weights(
    intercept: 3.8382,
    usual: [
      1.6094,  // number
      0.9366,  // similarity
      0.0274,  // unevenness
      0.4674,  // rest
      0.0000,  // occupancy
      -0.1030,  // isolation
      0.0000,  // strideShare
      0.0373,  // turnDeviation
      0.0071,  // secondsDeviation
      0.0062,  // turnShareDeviation
      0.0056,  // shake
      0.0230,  // timeSpread
      1.0000,  // settled
      0.0000,  // alone
    ],
    slopes: [
      1.0996,  // number
      2.6449,  // similarity
      -4.6323,  // unevenness
      -0.4242,  // rest
      1.2592,  // occupancy
      1.1198,  // isolation
      0.0000,  // strideShare
      -0.8387,  // turnDeviation
      -2.6021,  // secondsDeviation
      0.0000,  // turnShareDeviation
      -21.2362,  // shake
      -9.9638,  // timeSpread
      6.5753,  // settled
      -2.2234,  // alone
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
        logDegrees: .init(median: 4.9111, spread: 0.3500),
        logSeconds: .init(median: 1.3635, spread: 0.4000),
        plateauShare: .init(median: 0.6442, spread: 0.1000)),
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
