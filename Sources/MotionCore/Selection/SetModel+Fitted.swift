// Made by Tools/fit-set-model; not to be changed by hand.

extension SetModel.Weights {
  static let cycle = SetModel.Weights(
    intercept: 3.1635,
    usual: [
      2.3026,  // number
      0.9154,  // similarity
      0.0323,  // unevenness
      0.5972,  // rest
      0.0000,  // occupancy
      -0.1259,  // isolation
      0.0000,  // strideShare
      0.0008,  // turnDeviation
      0.0026,  // secondsDeviation
      0.0020,  // turnShareDeviation
      0.0328,  // shake
      0.0380,  // timeSpread
      0.0000,  // alone
    ],
    slopes: [
      0.7503,  // number
      4.0228,  // similarity
      -3.7500,  // unevenness
      -0.2017,  // rest
      2.6252,  // occupancy
      0.9881,  // isolation
      -3.7200,  // strideShare
      -1.5186,  // turnDeviation
      -0.9306,  // secondsDeviation
      -1.2355,  // turnShareDeviation
      -1.9754,  // shake
      0.0000,  // timeSpread
      -4.7123,  // alone
    ])

  static let hold = SetModel.Weights(
    intercept: 4.2139,
    usual: [
      1.6094,  // number
      0.9364,  // similarity
      0.0290,  // unevenness
      0.4713,  // rest
      0.0000,  // occupancy
      -0.0865,  // isolation
      0.0000,  // strideShare
      0.0369,  // turnDeviation
      0.0071,  // secondsDeviation
      0.0056,  // turnShareDeviation
      0.0056,  // shake
      0.0243,  // timeSpread
      0.0000,  // alone
    ],
    slopes: [
      1.1943,  // number
      5.2144,  // similarity
      -5.1334,  // unevenness
      -0.5561,  // rest
      3.9529,  // occupancy
      1.5971,  // isolation
      -12.2983,  // strideShare
      -0.9040,  // turnDeviation
      -2.8829,  // secondsDeviation
      0.0000,  // turnShareDeviation
      -33.5670,  // shake
      -4.7972,  // timeSpread
      -2.5527,  // alone
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
        logDegrees: .init(median: 3.4833, spread: 0.5331),
        logSeconds: .init(median: 0.4318, spread: 0.4000),
        plateauShare: .init(median: 0.4722, spread: 0.1002)),
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
        logDegrees: .init(median: 4.9090, spread: 0.3500),
        logSeconds: .init(median: 1.3610, spread: 0.4000),
        plateauShare: .init(median: 0.6422, spread: 0.1000)),
      .upperBack: TypicalMovement(
        logDegrees: .init(median: 3.6527, spread: 0.3500),
        logSeconds: .init(median: 1.4110, spread: 0.4468),
        plateauShare: .init(median: 0.5341, spread: 0.1000)),
      .wrist: TypicalMovement(
        logDegrees: .init(median: 4.9071, spread: 0.3500),
        logSeconds: .init(median: 1.3635, spread: 0.4000),
        plateauShare: .init(median: 0.6577, spread: 0.1000)),
    ],
    "open-book-hold": [
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 4.8919, spread: 0.3500),
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
        logDegrees: .init(median: 2.0778, spread: 0.8061),
        logSeconds: .init(median: 1.8901, spread: 0.4000),
        plateauShare: .init(median: 0.8767, spread: 0.1000)),
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 2.0920, spread: 0.5658),
        logSeconds: .init(median: 1.8810, spread: 0.4000),
        plateauShare: .init(median: 0.8736, spread: 0.1000)),
    ],
    "shoulder-roll": [
      .shoulder: TypicalMovement(
        logDegrees: .init(median: 2.9323, spread: 0.3500),
        logSeconds: .init(median: 0.9282, spread: 0.4000),
        plateauShare: .init(median: 0.4872, spread: 0.1000)),
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 2.2236, spread: 0.3500),
        logSeconds: .init(median: 0.9670, spread: 0.4000),
        plateauShare: .init(median: 0.4561, spread: 0.1000)),
    ],
  ]
}
