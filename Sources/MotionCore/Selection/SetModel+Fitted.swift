// Made by Tools/fit-set-model; not to be changed by hand.

extension SetModel.Weights {
  static let cycle = SetModel.Weights(
    intercept: 3.2427,
    usual: [
      2.3026,  // number
      0.9156,  // similarity
      0.0326,  // unevenness
      0.5957,  // rest
      0.0000,  // occupancy
      -0.1241,  // isolation
      0.0000,  // strideShare
      0.0009,  // turnDeviation
      0.0025,  // secondsDeviation
      0.0020,  // turnShareDeviation
      0.0327,  // shake
      0.0381,  // timeSpread
      0.0000,  // alone
    ],
    slopes: [
      0.7790,  // number
      4.7622,  // similarity
      -4.1305,  // unevenness
      -0.2117,  // rest
      2.7283,  // occupancy
      0.9206,  // isolation
      -3.7661,  // strideShare
      -1.5575,  // turnDeviation
      -0.9513,  // secondsDeviation
      -1.2427,  // turnShareDeviation
      -2.4498,  // shake
      0.0000,  // timeSpread
      -4.7703,  // alone
    ])

  static let hold = SetModel.Weights(
    intercept: 3.9402,
    usual: [
      1.6094,  // number
      0.9366,  // similarity
      0.0291,  // unevenness
      0.4713,  // rest
      0.0000,  // occupancy
      -0.0865,  // isolation
      0.0000,  // strideShare
      0.0369,  // turnDeviation
      0.0071,  // secondsDeviation
      0.0059,  // turnShareDeviation
      0.0056,  // shake
      0.0243,  // timeSpread
      0.0000,  // alone
    ],
    slopes: [
      1.2232,  // number
      3.6816,  // similarity
      -5.1213,  // unevenness
      -0.5056,  // rest
      1.9123,  // occupancy
      1.4479,  // isolation
      -14.1098,  // strideShare
      -0.8012,  // turnDeviation
      -2.6756,  // secondsDeviation
      0.0000,  // turnShareDeviation
      -32.5053,  // shake
      -5.0512,  // timeSpread
      -2.2903,  // alone
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
        logDegrees: .init(median: 3.4871, spread: 0.5331),
        logSeconds: .init(median: 0.4187, spread: 0.4000),
        plateauShare: .init(median: 0.4722, spread: 0.1007)),
    ],
    "childs-pose": [
      .shoulder: TypicalMovement(
        logDegrees: .init(median: 4.5019, spread: 0.3500),
        logSeconds: .init(median: 3.1697, spread: 0.4000),
        plateauShare: .init(median: 0.9154, spread: 0.1000)),
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 4.2856, spread: 0.3500),
        logSeconds: .init(median: 3.2371, spread: 0.4000),
        plateauShare: .init(median: 0.9011, spread: 0.1000)),
      .upperBack: TypicalMovement(
        logDegrees: .init(median: 4.4801, spread: 0.3500),
        logSeconds: .init(median: 3.2052, spread: 0.4000),
        plateauShare: .init(median: 0.9121, spread: 0.1000)),
      .wrist: TypicalMovement(
        logDegrees: .init(median: 3.9721, spread: 0.3605),
        logSeconds: .init(median: 3.1888, spread: 0.4000),
        plateauShare: .init(median: 0.8950, spread: 0.1000)),
    ],
    "open-book": [
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 4.9091, spread: 0.3500),
        logSeconds: .init(median: 1.3610, spread: 0.4000),
        plateauShare: .init(median: 0.6427, spread: 0.1000)),
      .upperBack: TypicalMovement(
        logDegrees: .init(median: 3.6527, spread: 0.3500),
        logSeconds: .init(median: 1.4110, spread: 0.4468),
        plateauShare: .init(median: 0.5341, spread: 0.1000)),
      .wrist: TypicalMovement(
        logDegrees: .init(median: 4.9024, spread: 0.3500),
        logSeconds: .init(median: 1.3635, spread: 0.4000),
        plateauShare: .init(median: 0.6577, spread: 0.1000)),
    ],
    "open-book-hold": [
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 4.8955, spread: 0.3500),
        logSeconds: .init(median: 3.5824, spread: 0.4000),
        plateauShare: .init(median: 0.9578, spread: 0.1000)),
      .upperBack: TypicalMovement(
        logDegrees: .init(median: 3.7431, spread: 0.3500),
        logSeconds: .init(median: 3.5681, spread: 0.4000),
        plateauShare: .init(median: 0.9489, spread: 0.1000)),
      .wrist: TypicalMovement(
        logDegrees: .init(median: 4.9195, spread: 0.3500),
        logSeconds: .init(median: 3.5718, spread: 0.4000),
        plateauShare: .init(median: 0.9600, spread: 0.1000)),
    ],
    "scapular-squeeze": [
      .shoulder: TypicalMovement(
        logDegrees: .init(median: 2.0778, spread: 0.7332),
        logSeconds: .init(median: 1.8901, spread: 0.4000),
        plateauShare: .init(median: 0.8767, spread: 0.1000)),
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 2.0920, spread: 0.5658),
        logSeconds: .init(median: 1.8795, spread: 0.4000),
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
