import ArgumentParser
import Dispatch
import Foundation
import MotionCore
import MotionInput
import MotionTuning
import Synchronization

/// What `Tools/fit-set-model` runs once the training sessions are there.
@main
struct FitSetModel: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set-model-fit",
    abstract: "Fit the set model to the candidates of labelled recordings.")

  @Argument(help: "Manifests of labelled recordings.") var manifests: [String]

  @Option(help: "Labelled counts of the first manifest that were looked at again.")
  var corrections: String?

  @Option(help: "The Swift file that is written; without it the figures are printed only.")
  var output: String?

  @Option(help: "Where the candidates go, as CSV, for looking at them closer.")
  var candidates: String?

  func run() throws {
    let candidates = try Self.candidates(of: entries())
    try self.candidates.map {
      try CandidateTable(candidates).text.write(toFile: $0, atomically: true, encoding: .utf8)
    }
    let trials = [ExerciseKind.cycle, .hold].map { kind in
      (kind: kind, trial: SetModelTrial(candidates.filter { $0.origin.kind == kind }, of: kind))
    }
    let text = SetModelText(trials)
    print(text.lines.joined(separator: "\n"))
    try output.map { try text.source.write(toFile: $0, atomically: true, encoding: .utf8) }
  }

  /// Every recording once, however many rows name it: it is looked through for every exercise.
  private func entries() throws -> [Manifest.Entry] {
    var entries: [Manifest.Entry] = []
    for (place, path) in manifests.enumerated() {
      let own = try Manifest.load(path)
      let corrections = place == 0 ? try corrections.map(Corrections.init) : nil
      entries += try corrections?.applied(to: own) ?? own
    }
    var seen: Set<String> = []
    return entries.filter { seen.insert($0.path).inserted }
  }

  private static func candidates(of entries: [Manifest.Entry]) -> [LabelledCandidate] {
    let found = Mutex<[Int: [LabelledCandidate]]>([:])
    DispatchQueue.concurrentPerform(iterations: entries.count) { index in
      do throws(InputError) {
        let candidates = try TrainingRecording(entries[index]).candidates
        found.withLock { $0[index] = candidates }
      } catch {
        FileHandle.standardError.write(Data("Left out: \(error)\n".utf8))
      }
    }
    return found.withLock { found in entries.indices.flatMap { found[$0] ?? [] } }
  }
}
