import ArgumentParser
import MotionCore
import MotionInput
import MotionReport

/// Records a worn sensor without checking anything.
struct Record: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Record a worn sensor to a file.",
    discussion: """
      Records until Ctrl-C or the end of the stream. The file can be used up to the last second \
      whatever happens. Without --device or --source it takes the only motion sensor \
      there is.
      """)

  @OptionGroup(title: "Sensor") var sensor: SensorOptions

  @Option(help: "The file to write.", completion: .file(extensions: ["csv"]))
  var output: String

  @OptionGroup(title: "What is done, noted in the recording") var choice: CheckOptions

  @Flag(help: "Replace a file that exists.")
  var force = false

  func validate() throws {
    try OutputFiles(("--output", output)).require(apartFrom: [sensor.source] + choice.files)
  }

  func run() throws {
    try Failure.reported {
      let interruption = try Interruption()
      StandardStreams.outliveReaders()
      let source = try sensor.open()
      var recording = try Recording(
        output, replacing: force, choice: choice,
        program: choice.program == nil ? nil : Check(choice).programText)
      var isLast = false
      while !isLast {
        isLast = interruption.isRequested
        guard let readings = try source.next(isLast: isLast) else { break }
        try recording.take(readings, source.metadata)
      }
      try recording.finish(source)
    }
  }
}

/// A recording in progress.
private struct Recording: ~Copyable {
  private static let progressSeconds = 1.0

  private let path: String
  private let choice: CheckOptions
  private let program: String?
  private let replacing: Bool
  private let errors = TextStream.standardError()
  private var file: LiveRecording?
  private var span = RecordedSpan()
  private var shownSeconds = 0.0

  /// Makes sure of the place; the file begins with the first reading, when its header is known.
  init(
    _ path: String, replacing: Bool, choice: CheckOptions, program: String?
  ) throws(InputError) {
    if !replacing { try CanonicalWriter.requireNew(path, isReplaceable: true) }
    self.path = path
    self.replacing = replacing
    self.choice = choice
    self.program = program
    errors.note("Recording to \(path); Ctrl-C ends it.\n")
  }

  mutating func take(
    _ readings: [MotionReading], _ metadata: RecordingMetadata
  ) throws(InputError) {
    if file == nil, !readings.isEmpty {
      var metadata = metadata
      metadata.placement = choice.placement ?? metadata.placement
      metadata.program = program ?? metadata.program
      if choice.exercise != nil || choice.program != nil {
        metadata.comments.removeAll(where: CheckOptions.isOwn)
        metadata.comments += choice.comments
      }
      metadata.recordedAt = metadata.recordedAt ?? WallClock.now()
      file = try LiveRecording(path: path, metadata: metadata, replacing: replacing)
    }
    try file?.append(readings)
    if let notice = file?.notice() { errors.note("\(notice)\n") }
    span.note(readings)
    showProgress()
  }

  /// Ends the file and says what is in it.
  mutating func finish(_ source: any ReadingSource) throws(InputError) {
    if errors.isTerminal { errors.control("\r\u{1B}[K") }
    guard let file else {
      errors.note("Nothing came, so nothing was written.\n")
      return
    }
    try file.finish()
    for notice in source.notices { errors.note("Warning: \(notice)\n") }
    errors.note("\(RecordingText.summary(span)) -> \(path)\n")
  }

  private mutating func showProgress() {
    guard errors.isTerminal, span.seconds - shownSeconds >= Self.progressSeconds else { return }
    shownSeconds = span.seconds
    errors.control("\r\u{1B}[K\(RecordingText.summary(span))")
  }
}

/// How much was recorded, for a person.
enum RecordingText {
  /// Such as `41.2 s, 4123 samples, 100.0 Hz`.
  static func summary(_ span: RecordedSpan) -> String {
    let samples = span.samples == 1 ? "1 sample" : "\(span.samples) samples"
    let seconds = "\(tenths(span.seconds)) s, \(samples)"
    return span.rateHertz.map { "\(seconds), \(tenths($0)) Hz" } ?? seconds
  }

  private static func tenths(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }
}
