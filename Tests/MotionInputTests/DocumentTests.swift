import MotionCore
import Testing

@testable import MotionInput

@Suite struct ProgramFileTests {
  static func load(_ text: String) throws -> Program {
    let directory = try TemporaryDirectory()
    return try ProgramFile.load(directory.file("evening.yaml", text))
  }

  /// As editors of other systems write it: ISO 8859-1, or UTF-16 with its mark.
  @Test(arguments: [
    Array("title: R".utf8) + [0xFC]
      + Array("cken\nexercises:\n  - exercise: bent-over-row\n".utf8),
    [0xFF, 0xFE]
      + "title: Rücken\nexercises:\n  - exercise: bent-over-row\n".utf16.flatMap {
        unit -> [UInt8] in
        [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      },
  ])
  func aProgrammeOfAnotherEditorIsRead(bytes: [UInt8]) throws {
    let directory = try TemporaryDirectory()
    let program = try ProgramFile.load(directory.file("evening.yaml", bytes: bytes))
    #expect(program.title == "Rücken")
  }

  @Test func readsDosesSidesRestsPlacementsAndParameters() throws {
    let program = try Self.load(
      """
      title: Evening round
      exercises:
        - exercise: open-book
          side: [right, left]
          sets: 2
          reps: 8
          rest: 45
          placement: wrist
          parameters: {tooFastSeconds: 1.5}
        - exercise: childs-pose
          hold: 20
        - exercise: childs-pose
          hold: {min: 10, max: 12.5}
      """)
    #expect(program.id == "evening")
    #expect(program.title == "Evening round")
    let book = program.lines[0]
    #expect(book.sides == [.right, .left])
    #expect(book.sets == 2)
    #expect(book.target == Target(reps: 8))
    #expect(book.restSeconds == 45)
    #expect(book.placement == .wrist)
    guard case .cycle(let parameters) = book.exercise.parameters else {
      Issue.record("open book is a cycle")
      return
    }
    #expect(parameters.tooFastSeconds == 1.5)
    #expect(program.lines[1].target == Target(reps: 3, holdSeconds: 20))
    #expect(program.lines[1].sides == [nil])
    #expect(program.lines[2].target == Target(reps: 3, holdSeconds: 10, holdSecondsMax: 12.5))
  }

  @Test func readsAnExerciseOfOnesOwn() throws {
    let program = try Self.load(
      """
      exercises:
        - {exercise: wall-slide, kind: hold, title: "Wall: slide", side: both, reps: 5, hold: 10,
           placements: [wrist], parameters: {minimumRangeDegrees: 8}}
      """)
    var parameters = HoldParameters()
    parameters.minimumRangeDegrees = 8
    #expect(
      program.lines.first?.exercise
        == Exercise(
          id: "wall-slide", title: "Wall: slide", summary: "Wall: slide", isOneSided: true,
          dose: nil, placements: [.wrist], parameters: .hold(parameters)))
    #expect(try Self.load(ProgramFile.text(of: program)).lines == program.lines)
  }

  @Test(arguments: Program.builtIn)
  func builtInProgrammesLoadBackEqual(program: Program) throws {
    #expect(try Self.load(ProgramFile.text(of: program)) == program)
  }

  @Test func theSchemaIsAProgrammeThatLoads() throws {
    let program = try Self.load(ProgramFile.schema.joined(separator: "\n"))
    #expect(program.timesPerWeek == 3 && program.patient == "M. Example")
    #expect(program.note == "Stop where it hurts.")
    #expect(program.lines.map(\.exercise.id) == ["open-book", "wall-slide"])
    #expect(try Self.load(ProgramFile.text(of: program)) == program)
  }

  @Test func aFaultShowsItsPlaceInTheLine() throws {
    let error = try #require(throws: InputError.self) {
      try Self.load("exercises:\n  - exercise: open-book\n    reps: ten\n")
    }
    #expect(error.description.contains("evening.yaml:3:5: found reps: 'ten'"))
    #expect(error.description.hasSuffix("\n      reps: ten\n      ^"))
  }

  @Test func changedLinesLoadBackEqual() throws {
    var program = Program.builtIn[0]
    program.title = "A \"new\" \\ title: # yes"
    program.lines[2].sides = [nil]
    program.lines[0].sides = [.left]
    program.lines[1].target = Target(reps: 2, holdSeconds: 12.5)
    program.lines[3].placement = .shoulder
    program.lines[4].restSeconds = 0
    try program.lines[4].exercise.parameters.set("minimumRangeDegrees", to: 17.25)
    #expect(try Self.load(ProgramFile.text(of: program)) == program)
  }

  @Test(arguments: [
    ("", "1: found nothing; expected a YAML mapping"),
    ("[1, 2]", "1: found the file: a list; expected a mapping ('key: value' lines)"),
    ("title: x", "1: found no 'exercises'; expected a list of exercises under that key"),
    ("exercises: []", "1: found exercises: a list; expected at least one exercise"),
    (
      "title: x\nexercise: []",
      "2: found the unknown key 'exercise' (did you mean 'exercises'?); expected one of: version"
    ),
    ("version: 2\nexercises: []", "1: found version: '2'; expected 1"),
    ("exercises:\n  - reps: 3", "2: found an entry without 'exercise'; expected the id"),
    (
      "exercises:\n  - exercise: squats",
      "2: found exercise: 'squats'; expected one of: shoulder-roll"
    ),
    (
      "exercises:\n  - exercise: open-book\n    reps: ten",
      "3: found reps: 'ten'; expected a whole number from 1 to 1000"
    ),
    (
      "exercises:\n  - exercise: open-book\n    reps: 0",
      "3: found reps: '0'; expected a whole number"
    ),
    (
      "exercises:\n  - exercise: hold\n    hold: -1",
      "3: found hold: '-1'; expected a number from 1 to 120"
    ),
    (
      "exercises:\n  - exercise: hold\n    hold: {min: 30,\n      max: 20}",
      "4: found max: '20'; expected a number from 30 to 120"
    ),
    (
      "exercises:\n  - exercise: hold\n    hold: {min: 3}",
      "3: found hold: a mapping; expected seconds"
    ),
    (
      "exercises:\n  - exercise: open-book\n    hold: 3",
      "3: found 'hold' for open-book, which is counted; expected 'hold' only for held exercises"
    ),
    (
      "exercises:\n  - exercise: open-book\n    side: top",
      "3: found side: 'top'; expected one of: left"
    ),
    (
      "exercises:\n  - exercise: open-book\n    placement: head",
      "3: found placement: 'head'; expected one of: upper-arm"
    ),
    ("exercises:\n  - exercise: open-book\n    title: x", "3: found 'title' for open-book"),
    (
      "exercises:\n  - exercise: open-book\n    kind: hold",
      "2: found exercise: 'open-book'; expected no 'kind'"
    ),
    (
      "exercises:\n  - exercise: x\n    kind: jump",
      "3: found kind: 'jump'; expected one of: cycle, hold"
    ),
    (
      "exercises:\n  - exercise: open-book\n    parameters:\n      speed: 3",
      "4: found the unknown parameter 'speed'; expected one of: minimumRangeDegrees"
    ),
    (
      "exercises:\n  - exercise: open-book\n    parameters:\n      partialRangeRatio: 3",
      "4: found partialRangeRatio: '3'; expected a number from 0.2 to 0.95"
    ),
    (
      "exercises:\n  - exercise: open-book\n    parameters:\n      partialRangeRatio: nan",
      "4: found partialRangeRatio: 'nan'; expected a number from 0.2 to 0.95"
    ),
    ("title: a\ntitle: b\nexercises: []", "1: found the key title twice; expected each key once"),
    ("title: 'a\nexercises: []", "2: found a fault in the YAML (found unexpected end"),
    ("a: b: c", "1: found a fault in the YAML (mapping values are not allowed"),
    ("title: @a", "1: found a fault in the YAML (found character that cannot start any token"),
    ("a: [1, 2", "2: found a fault in the YAML (did not find expected"),
    ("a: \u{1}", "1: found what YAML cannot hold ("),
    (
      "exercises:\n  - exercise: open-bock",
      "2: found exercise: 'open-bock' (did you mean 'open-book'?); expected one of: shoulder-roll"
    ),
    ("exercises:\n\t- exercise: open-book", "2: found a tab at the beginning of the line"),
    ("? [a, b]\n: c", "1: found key: a list; expected a text before the ':'"),
    (
      "a: &a b\nc: [\(String(repeating: "*a, ", count: 40))]",
      "1: found 40 aliases ('*name'); expected at most 32"
    ),
    (
      "exercises:\n" + String(repeating: "  - {exercise: hold, sets: 20}\n", count: 26),
      "1: found 520 sets; expected at most 500 in one programme"
    ),
    (
      "title: \(String(repeating: "long ", count: 2001))\nexercises: [{exercise: hold}]",
      "1: found 10004 bytes; expected at most 10000"
    ),
    ("exercises: [{exercise: hold, reps: }]", "1: found reps: nothing; expected a whole number"),
    (
      "times-per-week: 0\nexercises: [{exercise: hold}]",
      "1: found times-per-week: '0'; expected a whole number"
    ),
  ])
  func faultsNameTheLineWhatWasFoundAndWhatIsAllowed(text: String, message: String) throws {
    let error = try #require(throws: InputError.self) { try Self.load(text) }
    let place = try #require(error.description.range(of: "evening.yaml:"))
    // The column is told of what has one.
    let found = String(error.description[place.upperBound...])
      .replacing(/^([0-9]+):[0-9]+:/) { "\($0.output.1):" }
    #expect(found.hasPrefix(message), "\(found)")
  }

  @Test func aTextStaysOnOneLine() throws {
    let program = try Self.load("title: \"a\\n\\tb\"\nexercises: [{exercise: hold}]")
    #expect(program.title == "a  b")
  }

  @Test func missingAndBinaryFiles() throws {
    #expect(throws: InputError.missing(path: "/nowhere.yaml")) {
      try ProgramFile.load("/nowhere.yaml")
    }
    let directory = try TemporaryDirectory()
    let path = try directory.file("x.yaml", bytes: [0xFF, 0x00, 0x01, 0x00])
    #expect(throws: InputError.binary(path: path)) { try ProgramFile.load(path) }
  }
}

@Suite struct ParameterFileTests {
  static func load(_ text: String) throws -> ParameterFile {
    let directory = try TemporaryDirectory()
    return try ParameterFile.load(directory.file("p.yaml", text))
  }

  @Test func setsThresholdsOfItsExerciseOnly() throws {
    let file = try Self.load(
      "version: 1\nexercise: bent-over-row\nparameters:\n  tooFastSeconds: 2\n")
    var row = try #require(Exercise.named("bent-over-row"))
    try file.apply(to: &row)
    #expect(row.parameters.values.contains { $0 == ("tooFastSeconds", 2) })
    let book = try #require(Exercise.named("open-book"))
    var untouched = book
    try file.apply(to: &untouched)
    #expect(untouched == book)
  }

  @Test func withoutAnExerciseItIsForAny() throws {
    let file = try Self.load("parameters: {maximumHoldSeconds: 60}")
    var pose = try #require(Exercise.named("childs-pose"))
    try file.apply(to: &pose)
    #expect(pose.parameters.values.contains { $0 == ("maximumHoldSeconds", 60) })
    var roll = try #require(Exercise.named("shoulder-roll"))
    #expect(throws: InputError.self) { try file.apply(to: &roll) }
  }

  @Test func whatIsWrittenLoadsBack() throws {
    var row = try #require(Exercise.named("bent-over-row"))
    try row.parameters.set("minimumRangeDegrees", to: 12.345)
    var fresh = try #require(Exercise.named("bent-over-row"))
    try Self.load(ParameterFile.text(of: row)).apply(to: &fresh)
    #expect(fresh == row)
  }

  @Test(arguments: [
    ("version: 1", "1: found no 'parameters'"),
    ("exercise: rowing\nparameters: {}", "1: found exercise: 'rowing'; expected one of"),
    ("exercise: open-book\nparameters:\n  a: 1", "3: found the unknown parameter 'a'"),
    (
      "exercise: bent-over-row\nparameters:\n  partialRangeRatio: much",
      "3: found partialRangeRatio: 'much'; expected a number from 0.2 to 0.95"
    ),
    (
      "exercise: bent-over-row\nparameters:\n  partialRangeRatio: .nan",
      "3: found partialRangeRatio: '.nan'; expected a number from 0.2 to 0.95"
    ),
    (
      "exercise: bent-over-row\nparameters:\n  partialRangeRatio: [0.5]",
      "3: found partialRangeRatio: a list; expected a number from 0.2 to 0.95"
    ),
  ])
  func faultsNameTheLine(text: String, message: String) throws {
    let error = try #require(throws: InputError.self) { try Self.load(text) }
    let described = error.description.replacing(/p\.yaml:([0-9]+):[0-9]+:/) {
      "p.yaml:\($0.output.1):"
    }
    #expect(described.contains("p.yaml:" + message), "\(error)")
  }
}

@Suite struct LabelFileTests {
  static let labels = [
    Label(start: 1.5, end: 40, exercise: "open-book", side: .left, kind: .set, count: 2),
    Label(start: 1.5, end: 4.25, exercise: "open-book", side: .left, kind: .rep),
    Label(start: 50, end: 65.125, exercise: "childs-pose", kind: .hold),
  ]

  @Test func whatIsWrittenReadsBackTheSame() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.file("a.labels.csv", LabelFile.text(of: Self.labels))
    #expect(try LabelFile.load(path) == Self.labels)
  }

  @Test func standsBesideItsRecording() {
    #expect(LabelFile.path(forRecording: "Recordings/a.b.csv") == "Recordings/a.b.labels.csv")
    #expect(LabelFile.path(forRecording: "a") == "a.labels.csv")
  }

  @Test(arguments: [
    ("start,end,exercise\n", "1: found the columns start,end,exercise; expected a header with"),
    ("1,2,x,left,set\n", "2: found 5 fields; expected 6, as in the header"),
    ("1,2,x,left,jump,\n", "2: found kind 'jump'; expected one of: set, rep, hold"),
    ("1,2,x,up,rep,\n", "2: found side 'up'; expected one of: left, right"),
    ("3,2,x,,rep,\n", "2: found end '2'; expected start and end in seconds"),
    ("nan,2,x,,rep,\n", "2: found start 'nan'; expected a number"),
    ("1,2,,,rep,\n", "2: found exercise ''; expected a value"),
    ("1,2,x,,set,-4\n", "2: found count '-4'; expected a whole number from 0 to 1000000"),
  ])
  func faultsNameTheLine(row: String, message: String) throws {
    let directory = try TemporaryDirectory()
    let header = row.hasPrefix("start") ? "" : "start,end,exercise,side,kind,count\n"
    let path = try directory.file("a.labels.csv", header + row)
    let error = try #require(throws: InputError.self) { try LabelFile.load(path) }
    #expect(error.description.hasPrefix("\(path):\(message)"), "\(error)")
  }
}
