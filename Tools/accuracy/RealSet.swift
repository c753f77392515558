import ArgumentParser
import MotionCore
import MotionInput

/// A recording of a person, with what a person noted of it.
struct RealSet: Sendable {
  /// Data sets as they are reported: those of other exercises than the programme's own apart.
  enum Group: String, CaseIterable, Sendable {
    case spar = "spar, raises and rotations"
    case sparRows = "spar, rows"
    case sparBand = "spar, rows with a band"
    case recordedRows = "recorded rows"
    case ebbelaar, gymimu, muvr, exermote
    case tests = "ptexercises, tests"
    case templates = "ptexercises, templates"
    case daily

    /// True where some of the executions are of low amplitude on purpose: whether they count is
    /// doubtful, how many there are is not.
    var hasPartials: Bool { self == .tests || self == .templates }
  }

  let group: Group
  /// The recording as its manifest names it.
  let name: String
  let exercise: Exercise
  let placement: Placement
  /// How many repetitions there are, partial ones among them where the group has such; nil where
  /// nobody knows.
  let truth: Int?
  private let path: String

  fileprivate init?(_ entry: Manifest.Entry) {
    guard let group = Group(entry), let exercise = Exercise.named(entry.checkAs) else { return nil }
    self.group = group
    self.exercise = exercise
    (name, path, placement) = (entry.file, entry.path, entry.placement ?? .upperArm)
    truth = entry.reps
  }

  /// All readings.
  ///
  /// - Throws: `InputError` where the recording is refused.
  func readings() throws(InputError) -> [MotionReading] {
    let source = try RecordingSource(path: path)
    var readings: [MotionReading] = []
    while let next = try source.next() { readings += next }
    return readings
  }

  /// What the detector makes of these readings of it.
  func finding(_ readings: [MotionReading]) -> Finding {
    Finding(readings, as: exercise, at: placement)
  }
}

extension RealSet.Group {
  fileprivate init?(_ entry: Manifest.Entry) {
    switch (entry.others["dataset"], entry.others["exercise"], entry.checkAs) {
    case ("spar", "trapezius-row", _): self = .sparBand
    case ("spar", _, "bent-over-row"): self = .sparRows
    case ("ebbelaar", _, "bent-over-row"), ("gymimu", _, "bent-over-row"),
      ("muvr", _, "bent-over-row"):
      self = .recordedRows
    case ("ptexercises", _, _): self = entry.others["label"] == "design" ? .tests : .templates
    case (let dataset?, _, _): self.init(dataset: dataset)
    default: return nil
    }
  }

  private init?(dataset: String) {
    guard let group = Self.allCases.first(where: { "\($0)" == dataset }) else { return nil }
    self = group
  }
}

/// Which real recordings are taken.
struct CorpusOptions: ParsableArguments {
  @Option(help: "The folder with index.csv and strangers.csv.")
  var corpus = "../shared/corpus"

  @Option(help: "Counts for labels of index.csv shown to be wrong.")
  var corrections = "Tests/Corpus/doubted-labels.csv"

  @Option(help: "Only every nth recording.")
  var every = 1

  /// Every recording of the corpus, in the order of its manifests.
  func sets() throws -> [RealSet] {
    let index = try Corrections(path: corrections).applied(to: Manifest.load(corpus + "/index.csv"))
    let sets = try (index + Manifest.load(corpus + "/strangers.csv")).compactMap(RealSet.init)
    return stride(from: 0, to: sets.count, by: every).map { sets[$0] }
  }

  /// Those in which a known number of repetitions was done.
  func exercised() throws -> [RealSet] { try sets().filter { $0.truth ?? 0 > 0 } }

  /// The same without the tests of ptexercises, which are three sets one after the other.
  func singleSets() throws -> [RealSet] { try exercised().filter { $0.group != .tests } }

  func validate() throws {
    if every < 1 { throw ValidationError("--every is \(every); it must be 1 or more.") }
  }
}
