// Made by Tools/fit-set-model; not to be changed by hand.

extension SetModel.Weights {
  static let cycle = SetModel.Weights(
    intercept: 2.5069,
    usual: [
      2.3026,  // number
      0.9167,  // similarity
      0.0339,  // unevenness
      0.5837,  // rest
      0.0000,  // occupancy
      -0.1193,  // isolation
      0.0000,  // strideShare
      -1.3297,  // cadence
      0.0006,  // turnDeviation
      0.0007,  // secondsDeviation
      0.0016,  // turnShareDeviation
      0.0345,  // shake
      0.0316,  // rangeSpread
    ],
    slopes: [
      0.8980,  // number
      5.5943,  // similarity
      -3.1594,  // unevenness
      -0.2107,  // rest
      2.1906,  // occupancy
      0.7753,  // isolation
      -3.8379,  // strideShare
      0.0000,  // cadence
      -1.5216,  // turnDeviation
      -0.6700,  // secondsDeviation
      -1.1880,  // turnShareDeviation
      -1.7966,  // shake
      0.0000,  // rangeSpread
    ])

  static let hold = SetModel.Weights(
    intercept: 4.8374,
    usual: [
      1.6094,  // number
      0.9409,  // similarity
      0.0262,  // unevenness
      0.4789,  // rest
      0.0000,  // occupancy
      -0.0598,  // isolation
      0.0000,  // strideShare
      -2.9957,  // cadence
      0.0267,  // turnDeviation
      0.0101,  // secondsDeviation
      0.0060,  // turnShareDeviation
      0.0057,  // shake
      0.0312,  // rangeSpread
    ],
    slopes: [
      1.7131,  // number
      9.1791,  // similarity
      -12.2073,  // unevenness
      -0.5510,  // rest
      4.6895,  // occupancy
      2.0941,  // isolation
      -0.7200,  // strideShare
      0.0000,  // cadence
      -1.2199,  // turnDeviation
      -2.7821,  // secondsDeviation
      0.0000,  // turnShareDeviation
      -25.8095,  // shake
      0.0000,  // rangeSpread
    ])
}

extension TypicalMovement {
  static let fitted: [String: [Placement: TypicalMovement]] = [
    "bent-over-row": [
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 4.0914, spread: 0.3500),
        logSeconds: .init(median: 0.7655, spread: 0.4000),
        plateauShare: .init(median: 0.5132, spread: 0.1000)),
      .wrist: TypicalMovement(
        logDegrees: .init(median: 3.3919, spread: 0.6694),
        logSeconds: .init(median: 0.4824, spread: 0.4000),
        plateauShare: .init(median: 0.4737, spread: 0.1010)),
    ],
    "childs-pose": [
      .shoulder: TypicalMovement(
        logDegrees: .init(median: 4.4805, spread: 0.3500),
        logSeconds: .init(median: 3.2027, spread: 0.4000),
        plateauShare: .init(median: 0.9176, spread: 0.1000)),
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 4.2603, spread: 0.3500),
        logSeconds: .init(median: 3.2402, spread: 0.4000),
        plateauShare: .init(median: 0.9008, spread: 0.1000)),
      .upperBack: TypicalMovement(
        logDegrees: .init(median: 4.4927, spread: 0.3500),
        logSeconds: .init(median: 3.1364, spread: 0.4000),
        plateauShare: .init(median: 0.9103, spread: 0.1000)),
      .wrist: TypicalMovement(
        logDegrees: .init(median: 4.0064, spread: 0.3801),
        logSeconds: .init(median: 3.2205, spread: 0.4000),
        plateauShare: .init(median: 0.9000, spread: 0.1000)),
    ],
    "open-book": [
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 4.9155, spread: 0.3500),
        logSeconds: .init(median: 1.3888, spread: 0.4000),
        plateauShare: .init(median: 0.6438, spread: 0.1000)),
      .upperBack: TypicalMovement(
        logDegrees: .init(median: 3.6557, spread: 0.3500),
        logSeconds: .init(median: 1.4061, spread: 0.4656),
        plateauShare: .init(median: 0.5401, spread: 0.1000)),
      .wrist: TypicalMovement(
        logDegrees: .init(median: 4.9126, spread: 0.3500),
        logSeconds: .init(median: 1.3661, spread: 0.4000),
        plateauShare: .init(median: 0.6692, spread: 0.1000)),
    ],
    "open-book-hold": [
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 4.9227, spread: 0.3500),
        logSeconds: .init(median: 3.5830, spread: 0.4000),
        plateauShare: .init(median: 0.9581, spread: 0.1000)),
      .upperBack: TypicalMovement(
        logDegrees: .init(median: 3.7491, spread: 0.3500),
        logSeconds: .init(median: 3.5690, spread: 0.4000),
        plateauShare: .init(median: 0.9473, spread: 0.1000)),
      .wrist: TypicalMovement(
        logDegrees: .init(median: 4.9404, spread: 0.3500),
        logSeconds: .init(median: 3.5863, spread: 0.4000),
        plateauShare: .init(median: 0.9615, spread: 0.1000)),
    ],
    "scapular-squeeze": [
      .shoulder: TypicalMovement(
        logDegrees: .init(median: 2.0714, spread: 0.6956),
        logSeconds: .init(median: 1.8976, spread: 0.4000),
        plateauShare: .init(median: 0.8635, spread: 0.1000)),
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 2.0531, spread: 0.5747),
        logSeconds: .init(median: 1.8687, spread: 0.4000),
        plateauShare: .init(median: 0.8561, spread: 0.1000)),
    ],
    "shoulder-roll": [
      .shoulder: TypicalMovement(
        logDegrees: .init(median: 2.9701, spread: 0.3500),
        logSeconds: .init(median: 0.9243, spread: 0.4000),
        plateauShare: .init(median: 0.4870, spread: 0.1000)),
      .upperArm: TypicalMovement(
        logDegrees: .init(median: 2.1081, spread: 0.3500),
        logSeconds: .init(median: 0.9670, spread: 0.4000),
        plateauShare: .init(median: 0.4564, spread: 0.1000)),
    ],
  ]
}
