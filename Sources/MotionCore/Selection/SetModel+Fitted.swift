// Made by Tools/fit-set-model; not to be changed by hand.

extension SetModel.Weights {
  static let cycle = SetModel.Weights(
    intercept: 7.4092,
    usual: [
      2.3026,  // number
      0.9172,  // similarity
      0.0347,  // unevenness
      0.5877,  // rest
      0.0000,  // occupancy
      -0.1330,  // isolation
      0.0000,  // strideShare
      -1.3191,  // cadence
      0.0013,  // turnDeviation
      0.0012,  // secondsDeviation
      0.0038,  // turnShareDeviation
      0.0337,  // shake
      0.0335,  // rangeSpread
    ],
    slopes: [
      2.9177,  // number
      15.9824,  // similarity
      -3.1389,  // unevenness
      -0.0961,  // rest
      0.9146,  // occupancy
      2.1123,  // isolation
      -7.6661,  // strideShare
      2.3958,  // cadence
      -2.7729,  // turnDeviation
      -2.7121,  // secondsDeviation
      -2.2344,  // turnShareDeviation
      0.0000,  // shake
      0.0000,  // rangeSpread
    ])

  static let hold = SetModel.Weights(
    intercept: 5.9481,
    usual: [
      1.6094,  // number
      0.9316,  // similarity
      0.0309,  // unevenness
      0.4743,  // rest
      0.0000,  // occupancy
      -0.0648,  // isolation
      0.0000,  // strideShare
      -2.9957,  // cadence
      0.0237,  // turnDeviation
      0.0023,  // secondsDeviation
      0.0039,  // turnShareDeviation
      0.0059,  // shake
      0.0347,  // rangeSpread
    ],
    slopes: [
      2.7687,  // number
      1.2187,  // similarity
      -6.7066,  // unevenness
      0.0000,  // rest
      2.1175,  // occupancy
      1.0169,  // isolation
      -0.0807,  // strideShare
      0.0000,  // cadence
      -2.9138,  // turnDeviation
      -8.6498,  // secondsDeviation
      -0.9982,  // turnShareDeviation
      -10.4160,  // shake
      0.0000,  // rangeSpread
    ])
}

extension TypicalMovement {
  static let fitted: [String: [Placement: TypicalMovement]] = [
    "bent-over-row": [
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 4.0709, spread: 0.3500),
        logSeconds: .init(median: 0.7747, spread: 0.4000),
        plateauShare: .init(median: 0.5098, spread: 0.1000)),
      .wrist: TypicalMovement(
        logDegrees: .init(median: 3.5156, spread: 0.4626),
        logSeconds: .init(median: 0.6043, spread: 0.4000),
        plateauShare: .init(median: 0.5143, spread: 0.1046)),
    ],
    "childs-pose": [
      .shoulder: TypicalMovement(
        logDegrees: .init(median: 4.5350, spread: 0.3500),
        logSeconds: .init(median: 3.3017, spread: 0.7000),
        plateauShare: .init(median: 0.9203, spread: 0.1000)),
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 4.2760, spread: 0.3500),
        logSeconds: .init(median: 3.2453, spread: 0.7000),
        plateauShare: .init(median: 0.9059, spread: 0.1000)),
      .upperBack: TypicalMovement(
        logDegrees: .init(median: 4.5177, spread: 0.3500),
        logSeconds: .init(median: 3.1450, spread: 0.7000),
        plateauShare: .init(median: 0.9142, spread: 0.1000)),
      .wrist: TypicalMovement(
        logDegrees: .init(median: 4.0930, spread: 0.3500),
        logSeconds: .init(median: 3.2680, spread: 0.7000),
        plateauShare: .init(median: 0.9022, spread: 0.1000)),
    ],
    "open-book": [
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 4.9016, spread: 0.3500),
        logSeconds: .init(median: 1.3635, spread: 0.4000),
        plateauShare: .init(median: 0.6442, spread: 0.1000)),
      .upperBack: TypicalMovement(
        logDegrees: .init(median: 3.6700, spread: 0.3500),
        logSeconds: .init(median: 1.3913, spread: 0.4000),
        plateauShare: .init(median: 0.5503, spread: 0.1000)),
      .wrist: TypicalMovement(
        logDegrees: .init(median: 4.9209, spread: 0.3500),
        logSeconds: .init(median: 1.3506, spread: 0.4000),
        plateauShare: .init(median: 0.6688, spread: 0.1000)),
    ],
    "open-book-hold": [
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 4.9286, spread: 0.3500),
        logSeconds: .init(median: 3.5965, spread: 0.7000),
        plateauShare: .init(median: 0.9599, spread: 0.1000)),
      .upperBack: TypicalMovement(
        logDegrees: .init(median: 3.7533, spread: 0.3500),
        logSeconds: .init(median: 3.5766, spread: 0.7000),
        plateauShare: .init(median: 0.9486, spread: 0.1000)),
      .wrist: TypicalMovement(
        logDegrees: .init(median: 4.9567, spread: 0.3500),
        logSeconds: .init(median: 3.5935, spread: 0.7000),
        plateauShare: .init(median: 0.9615, spread: 0.1000)),
    ],
    "scapular-squeeze": [
      .shoulder: TypicalMovement(
        logDegrees: .init(median: 2.0119, spread: 0.7243),
        logSeconds: .init(median: 1.8878, spread: 0.7000),
        plateauShare: .init(median: 0.8571, spread: 0.1000)),
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 1.9842, spread: 0.5428),
        logSeconds: .init(median: 1.9081, spread: 0.7000),
        plateauShare: .init(median: 0.8546, spread: 0.1000)),
    ],
    "shoulder-roll": [
      .shoulder: TypicalMovement(
        logDegrees: .init(median: 2.9849, spread: 0.3500),
        logSeconds: .init(median: 0.9002, spread: 0.4000),
        plateauShare: .init(median: 0.4878, spread: 0.1000)),
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 2.1320, spread: 0.3500),
        logSeconds: .init(median: 0.9103, spread: 0.4000),
        plateauShare: .init(median: 0.4568, spread: 0.1000)),
    ],
  ]
}
