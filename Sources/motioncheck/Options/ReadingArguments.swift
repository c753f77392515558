import ArgumentParser
import MotionInput

/// What a person says about a recording that does not say it itself: what every command that reads
/// recordings shares.
struct ReadingArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Which column holds what, by name or number; the acceleration is needed.",
      valueName: "t=time,ax=a1,..."))
  var columns: String?

  @Option(
    help: ArgumentHelp(
      "Units that no column names: acceleration=g|m/s^2|mg|COUNTS, rotation=deg/s|rad/s|COUNTS, time=ms.",
      valueName: "kind=unit,..."))
  var units: String?

  @Option(help: ArgumentHelp("Rows a second, where rows have no time.", valueName: "hertz"))
  var rate: Double?

  @Option(
    help: ArgumentHelp("The gyroscope of the same recording.", valueName: "file"),
    completion: .file())
  var gyroscope: String?

  private static let columnNames: Set<String> = ["t", "ax", "ay", "az", "gx", "gy", "gz"]
  private static let unitNames: Set<String> = ["acceleration", "rotation", "time"]

  func validate() throws {
    _ = try options
    if let rate, !(rate > 0 && rate.isFinite) {
      throw ValidationError("--rate is \(rate); it must be above 0.")
    }
  }

  /// The options for reading.
  var options: ReadingOptions {
    get throws {
      let units = try Self.pairs(self.units, of: Self.unitNames, option: "--units")
      return ReadingOptions(
        columns: try Self.pairs(columns, of: Self.columnNames, option: "--columns"),
        accelerationUnit: units["acceleration"], rotationUnit: units["rotation"],
        timeUnit: units["time"], rateHertz: rate, gyroscope: gyroscope)
    }
  }

  private static func pairs(
    _ text: String?, of names: Set<String>, option: String
  ) throws -> [String: String] {
    var pairs: [String: String] = [:]
    for part in text?.split(separator: ",") ?? [] {
      let words = part.split(separator: "=", maxSplits: 1).map(String.init)
      guard words.count == 2, names.contains(words[0]) else {
        throw ValidationError(
          "\(option): '\(part)' is not NAME=VALUE with one of: \(names.sorted().joined(separator: ", "))."
        )
      }
      pairs[words[0]] = words[1]
    }
    return pairs
  }
}
