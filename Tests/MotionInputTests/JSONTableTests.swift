import MotionCore
import Testing

@testable import MotionInput

/// A JSON text of records is read like the table that it is.
@Suite struct JSONTableTests {
  private static let rows = 0..<3000

  private static func numbers(_ row: Int) -> (time: Double, force: [Double]) {
    (Double(row) / 50, [0.5, Double(row % 9) / 8, 9.75])
  }

  /// A text of rows, each written in its own way.
  enum Writing: String, CaseIterable {
    case lines, linesOfAxes, list, prettyList, wrapped, lists
    case columns, columnsByRow, rowsByNumber, nestedColumns, vectors, namedRows

    func text(_ rows: Range<Int>) -> String {
      let records = rows.map { row -> String in
        let (time, force) = JSONTableTests.numbers(row)
        switch self {
        case .lines, .list, .wrapped:
          return #"{"t":\#(time),"ax":\#(force[0]),"ay":\#(force[1]),"az":\#(force[2])}"#
        case .linesOfAxes:
          return #"{"time": \#(time), "label": "a {b, [c", "acc": \#(force), "user": null}"#
        case .prettyList:
          return """
              {
                "t": "\(time)",
                "acc": {
                  "x": \(force[0]), "y": \(force[1]),
                  "z": \(force[2])
                }
              }
            """
        case .lists: return "\(force)"
        case .columns, .columnsByRow, .rowsByNumber, .nestedColumns, .vectors, .namedRows: return ""
        }
      }
      let times = rows.map { JSONTableTests.numbers($0).time }
      let forces = rows.map { JSONTableTests.numbers($0).force }
      let axes = (0..<3).map { axis in forces.map { $0[axis] } }
      switch self {
      case .lines, .linesOfAxes: return records.joined(separator: "\n") + "\n"
      case .list, .prettyList: return "[\n" + records.joined(separator: ",\n") + "\n]\n"
      case .wrapped:
        return #"{"device": "A phone", "rate": 50, "rows": ["# + records.joined(separator: ", ")
          + "]}"
      case .lists:
        return #"""
          {"protected": {"ver": "v1"}, "payload": {"device_type": "X", "interval_ms": 20, "sensors": [
            {"name": "accX", "units": "m/s2"}, {"name": "accY", "units": "m/s2"},
            {"name": "accZ", "units": "m/s2"}], "values": [
          """# + records.joined(separator: ",") + "]}}"
      case .columns:
        return
          #"{"user": "A", "t": \#(times), "ax": \#(axes[0]), "ay": \#(axes[1]), "az": \#(axes[2])}"#
      case .columnsByRow:
        func column(_ values: [Double]) -> String {
          "{" + zip(rows, values).map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}"
        }
        return #"{"t":\#(column(times)),"ax":\#(column(axes[0])),"ay":\#(column(axes[1])),"#
          + #""az":\#(column(axes[2]))}"#
      case .rowsByNumber:
        return "{"
          + rows.map { "\"\($0)\": \(Writing.lines.text($0..<$0 + 1))" }.joined(separator: ",")
          + "}"
      case .nestedColumns:
        return #"{"id": 7, "marks": [1, 2, 3], "data": {"t": \#(times), "acc": {"#
          + #""x": \#(axes[0]), "y": \#(axes[1]), "z": \#(axes[2])}}}"#
      case .vectors: return #"{"t": \#(times), "acc": \#(forces)}"#
      case .namedRows:
        let data = zip(times, forces).map { "\([$0] + $1)" }.joined(separator: ",")
        return #"{"columns":["t","ax","ay","az"],"index":\#(Array(rows)),"data":[\#(data)]}"#
      }
    }
  }

  @Test(arguments: Writing.allCases, [1000, 65_536, .max])
  func everyRecordIsARow(writing: Writing, pieceBytes: Int) throws {
    let outcome = try Fixture.read(writing.text(Self.rows), pieceBytes: pieceBytes)
    #expect(outcome.samples.count == Self.rows.count)
    #expect(outcome.notices.isEmpty, "\(outcome.notices)")
    for (row, sample) in outcome.samples.enumerated() {
      let (time, force) = Self.numbers(row)
      #expect(sample.nanoseconds == Int64((time * 1e9).rounded()))
      #expect(sample.specificForce.list == force)
    }
  }

  /// A time in nanoseconds has more digits than a floating-point number keeps.
  @Test func wholeNumbersKeepTheirDigits() throws {
    let start: Int64 = 1_690_000_000_123_456_789
    let text = (0..<100).map { row in
      #"{"time":\#(start + Int64(row) * 10_000_000),"x":0,"y":\#(row % 5),"z":9.8}"#
    }
    let outcome = try Fixture.read(text.joined(separator: "\n"))
    let last = try #require(outcome.samples.last?.nanoseconds)
    #expect(abs(last - (start + 990_000_000)) <= 500)
  }

  /// A page of zeros, or a line that ends too soon, costs its own rows and no others.
  @Test(arguments: [Writing.lines, .linesOfAxes, .list, .wrapped], [0, 4096])
  func whatIsTornCostsNothingElse(writing: Writing, zeros: Int) throws {
    var bytes = Array(writing.text(Self.rows).utf8)
    let cut = bytes.count / 2
    bytes.replaceSubrange(
      cut..<cut + 4096, with: zeros == 0 ? Array("\n".utf8) : [UInt8](repeating: 0, count: zeros))
    let outcome = try Fixture.read(bytes: bytes)
    let lost = 4096 * Self.rows.count / bytes.count
    #expect(outcome.samples.count >= Self.rows.count - lost - 3)
    #expect(outcome.milliseconds.last == 59_980)
  }

  /// Where a text is told from what is none, too.
  @Test func zerosNearTheBeginningCostTheirOwnRows() throws {
    var bytes = Array(Writing.list.text(Self.rows).utf8)
    let rowBytes = bytes.count / Self.rows.count
    bytes.replaceSubrange(5000..<9096, with: [UInt8](repeating: 0, count: 4096))
    let outcome = try Fixture.read(bytes: bytes)
    #expect(outcome.samples.count >= Self.rows.count - 4096 / rowBytes - 3)
  }

  /// Each sensor may have records of its own; what is no number is blank.
  @Test func sensorsInTurnAreOneTable() throws {
    let text = Self.rows.map { row -> String in
      let (time, force) = Self.numbers(row)
      return """
        {"t":\(time),"ax":\(force[0]),"ay":\(force[1]),"az":\(force[2]),"pulse":NaN}
        {"t":\(time),"gx":0.5,"gy":0.25,"gz":\(row % 3)}
        """
    }
    let outcome = try Fixture.read(text.joined(separator: "\n"))
    #expect(outcome.samples.count >= Self.rows.count - 1)
    #expect(outcome.samples.contains { $0.angularRate?.x == 0.5 })
  }

  /// What else an app writes among the rows is none of them.
  @Test func otherRecordsAreNoRows() throws {
    let battery = #"{"t":1,"level":0.5,"state":"charging"}"# + "\n"
    let text = (0..<300).map { battery + Writing.lines.text($0 * 10..<$0 * 10 + 10) }.joined()
    let outcome = try Fixture.read(text)
    #expect(outcome.samples.count == Self.rows.count)
    #expect(outcome.notices.isEmpty, "\(outcome.notices)")
  }

  @Test(arguments: [
    #"{"t":[0,0.02],"ax":[1,2],"ay":[1,2],"az":[1,2]}"#, #"{"t":[0,0.02,0.04],"ax":[1,2,3]}"#,
    "[[0,0,0,9.8],[0.02,0,0,9.8]]", #"{"a":1}"#, "[", "{", #"{"t":[0,0.02,0.04],"ax":[1,2,3],"ay""#,
  ])
  func jsonWithoutRecordsIsNamed(text: String) throws {
    let error = try #require(throws: InputError.self) { try Fixture.read(text) }
    #expect(error.description.contains("found JSON"), "\(error.description)")
  }

  private static let columns = String(Writing.columns.text(rows).dropLast())

  /// One sensor stops a little before another; lists of something else are none of its columns.
  @Test func aListThatEndsALittleSoonerIsAColumn() throws {
    let rotation = (0..<3).map { axis in
      #""g\#(["x", "y", "z"][axis])": \#((0..<2990).map { Double($0 % 5) / 10 })"#
    }
    let calibration = #""calibration": {"a": [1, 2, 3], "b": [1, 2, 3], "c": [1, 2, 3]}"#
    let text = Self.columns + ", " + (rotation + [calibration]).joined(separator: ", ") + "}"
    let outcome = try Fixture.read(text)
    #expect(outcome.samples.count == Self.rows.count)
    #expect(outcome.samples[100].specificForce.list == Self.numbers(100).force)
    #expect(outcome.samples[104].angularRate?.x == 0.4)
  }

  /// The names of rows say which values belong together, and when they were measured.
  @Test func valuesGoTogetherByTheNamesOfTheirRows() throws {
    func column(_ names: [String], _ value: (Int) -> Double) -> String {
      "{"
        + names.enumerated().map { "\"\($0.element)\":\(value($0.offset))" }.joined(separator: ",")
        + "}"
    }
    let times = (0..<300).map { "\(Double($0) / 50)" }
    let text =
      #"{"ax":\#(column(times.reversed()) { Double(299 - $0) / 100 }),"ay":\#(column(times) { _ in 0 }),"#
      + #""az":\#(column(times) { _ in 9.8 })}"#
    let outcome = try Fixture.read(text)
    #expect(outcome.milliseconds.last == 5980)
    #expect(outcome.samples[200].specificForce.x == 2)
  }

  @Test(arguments: [Writing.lines, .list, .columns, .namedRows])
  func itIsReadFromAFolderToo(writing: Writing) throws {
    let directory = try TemporaryDirectory()
    _ = try directory.file("a.json", writing.text(Self.rows))
    #expect(try RecordingSource(path: directory.path).readAll().count == Self.rows.count)
  }

  @Test func rowsWithoutNamesAreATableWithoutAHeader() throws {
    let rows = Self.rows.map { "\([Self.numbers($0).time] + Self.numbers($0).force)" }
    let outcome = try Fixture.read("[" + rows.joined(separator: ", ") + "]")
    #expect(outcome.samples.count == Self.rows.count)
    #expect(outcome.samples.last?.specificForce.list == Self.numbers(2999).force)
  }

  @Test func whatItsRecordsAreIsSaid() throws {
    let error = try #require(throws: InputError.self) {
      try Fixture.read(String(repeating: #"{"lat":1.5,"lon":2}"# + "\n", count: 5))
    }
    #expect(error.description.contains("lat"), "\(error.description)")
  }
}
