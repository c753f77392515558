/// Rules by which repetitions are told from other movements.
public struct CycleParameters: TunableParameters {
  /// Below this range, in degrees of turn or its equivalent, nothing is a repetition.
  public var minimumRangeDegrees = 6.0
  /// Above this range a movement is not this exercise.
  public var maximumRangeDegrees = 360.0
  /// A shorter cycle is not a repetition, in seconds.
  public var minimumRepSeconds = 0.6
  /// A longer cycle is not a repetition, in seconds.
  public var maximumRepSeconds = 14.0
  /// A cycle below this share of the set's usual range is partial.
  public var partialRangeRatio = 0.6
  /// A repetition that moves (rest left out) for less than this is too fast, in seconds.
  public var tooFastSeconds = 1.0

  /// The defaults of the generic `repetition`.
  public init() {}

  /// Every threshold of the cycle detector.
  public static let fields: [ParameterField<CycleParameters>] = [
    .init(
      "minimumRangeDegrees", \.minimumRangeDegrees, 0.5...90,
      "smallest movement that can be a repetition", source: "corpus"),
    .init(
      "maximumRangeDegrees", \.maximumRangeDegrees, 10...720,
      "largest movement that can be a repetition", source: "corpus"),
    .init(
      "minimumRepSeconds", \.minimumRepSeconds, 0.2...10,
      "shortest repetition", source: "corpus"),
    .init(
      "maximumRepSeconds", \.maximumRepSeconds, 1...60,
      "longest repetition", source: "corpus"),
    .init(
      "partialRangeRatio", \.partialRangeRatio, 0.2...0.95,
      "share of the usual range below which a repetition is partial", source: "design.md"),
    .init(
      "tooFastSeconds", \.tooFastSeconds, 0.2...10,
      "a repetition that takes less is too fast", source: "design.md"),
  ]
}
