// Made by Tools/fit-set-model; not to be changed by hand.

extension SetModel.Weights {
  static let cycle = SetModel.Weights(
    intercept: 2.6922,
    usual: [
      2.3026,  // number
      0.9170,  // similarity
      0.0326,  // unevenness
      0.6016,  // rest
      0.0000,  // occupancy
      -0.1230,  // isolation
      0.0000,  // strideShare
      -1.3455,  // cadence
      0.0005,  // turnDeviation
      0.0020,  // secondsDeviation
      0.0018,  // turnShareDeviation
      0.0325,  // shake
      0.0327,  // rangeSpread
    ],
    slopes: [
      0.9536,  // number
      4.4532,  // similarity
      -4.1498,  // unevenness
      -0.2019,  // rest
      1.8221,  // occupancy
      1.2153,  // isolation
      -3.9521,  // strideShare
      0.0000,  // cadence
      -1.3849,  // turnDeviation
      -0.9295,  // secondsDeviation
      -1.0240,  // turnShareDeviation
      -3.6398,  // shake
      0.0000,  // rangeSpread
    ])

  static let hold = SetModel.Weights(
    intercept: 4.4493,
    usual: [
      1.6094,  // number
      0.9360,  // similarity
      0.0296,  // unevenness
      0.4762,  // rest
      0.0000,  // occupancy
      -0.0782,  // isolation
      0.0000,  // strideShare
      -2.9957,  // cadence
      0.0348,  // turnDeviation
      0.0069,  // secondsDeviation
      0.0057,  // turnShareDeviation
      0.0056,  // shake
      0.0336,  // rangeSpread
    ],
    slopes: [
      1.2824,  // number
      5.5876,  // similarity
      -7.5572,  // unevenness
      -0.5115,  // rest
      4.0775,  // occupancy
      1.8314,  // isolation
      -14.3635,  // strideShare
      0.0000,  // cadence
      -0.8850,  // turnDeviation
      -3.0117,  // secondsDeviation
      0.0000,  // turnShareDeviation
      -36.4786,  // shake
      0.0000,  // rangeSpread
    ])
}

extension TypicalMovement {
  static let fitted: [String: [Placement: TypicalMovement]] = [
    "bent-over-row": [
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 4.0890, spread: 0.3500),
        logSeconds: .init(median: 0.7747, spread: 0.4000),
        plateauShare: .init(median: 0.5168, spread: 0.1000)),
      .wrist: TypicalMovement(
        logDegrees: .init(median: 3.4894, spread: 0.5331),
        logSeconds: .init(median: 0.4383, spread: 0.4000),
        plateauShare: .init(median: 0.4722, spread: 0.1004)),
    ],
    "childs-pose": [
      .shoulder: TypicalMovement(
        logDegrees: .init(median: 4.5011, spread: 0.3500),
        logSeconds: .init(median: 3.1697, spread: 0.4000),
        plateauShare: .init(median: 0.9155, spread: 0.1000)),
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 4.2866, spread: 0.3500),
        logSeconds: .init(median: 3.2316, spread: 0.4000),
        plateauShare: .init(median: 0.9014, spread: 0.1000)),
      .upperBack: TypicalMovement(
        logDegrees: .init(median: 4.4801, spread: 0.3500),
        logSeconds: .init(median: 3.2052, spread: 0.4000),
        plateauShare: .init(median: 0.9119, spread: 0.1000)),
      .wrist: TypicalMovement(
        logDegrees: .init(median: 3.9721, spread: 0.3605),
        logSeconds: .init(median: 3.1888, spread: 0.4000),
        plateauShare: .init(median: 0.8945, spread: 0.1000)),
    ],
    "open-book": [
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 4.9194, spread: 0.3500),
        logSeconds: .init(median: 1.3788, spread: 0.4000),
        plateauShare: .init(median: 0.6442, spread: 0.1000)),
      .upperBack: TypicalMovement(
        logDegrees: .init(median: 3.6524, spread: 0.3500),
        logSeconds: .init(median: 1.4061, spread: 0.4468),
        plateauShare: .init(median: 0.5368, spread: 0.1000)),
      .wrist: TypicalMovement(
        logDegrees: .init(median: 4.9077, spread: 0.3500),
        logSeconds: .init(median: 1.3661, spread: 0.4000),
        plateauShare: .init(median: 0.6579, spread: 0.1000)),
    ],
    "open-book-hold": [
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 4.9035, spread: 0.3500),
        logSeconds: .init(median: 3.5824, spread: 0.4000),
        plateauShare: .init(median: 0.9572, spread: 0.1000)),
      .upperBack: TypicalMovement(
        logDegrees: .init(median: 3.7431, spread: 0.3500),
        logSeconds: .init(median: 3.5712, spread: 0.4000),
        plateauShare: .init(median: 0.9489, spread: 0.1000)),
      .wrist: TypicalMovement(
        logDegrees: .init(median: 4.9195, spread: 0.3500),
        logSeconds: .init(median: 3.5673, spread: 0.4000),
        plateauShare: .init(median: 0.9597, spread: 0.1000)),
    ],
    "scapular-squeeze": [
      .shoulder: TypicalMovement(
        logDegrees: .init(median: 2.0875, spread: 0.7332),
        logSeconds: .init(median: 1.8901, spread: 0.4000),
        plateauShare: .init(median: 0.8767, spread: 0.1000)),
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 2.0920, spread: 0.5658),
        logSeconds: .init(median: 1.8810, spread: 0.4000),
        plateauShare: .init(median: 0.8722, spread: 0.1000)),
    ],
    "shoulder-roll": [
      .shoulder: TypicalMovement(
        logDegrees: .init(median: 2.9323, spread: 0.3500),
        logSeconds: .init(median: 0.9282, spread: 0.4000),
        plateauShare: .init(median: 0.4872, spread: 0.1000)),
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 2.1920, spread: 0.3500),
        logSeconds: .init(median: 0.9708, spread: 0.4000),
        plateauShare: .init(median: 0.4552, spread: 0.1000)),
    ],
  ]
}
