import Foundation
import MotionCore
import MotionInput
import MotionReport
import MotionTuning

/// Drawings of recordings with what was found in them.
struct EvaluationPlots {
  let folder: String
  /// What was read, of which no drawing may take the place.
  let inputs: [String]

  /// Draws each recording once, as NAME.svg.
  func draw(_ recordings: [EvaluatedRecording]) throws(InputError) {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw .system(action: "create the folder", path: folder, code: errno)
    }
    let taken = Set(inputs.map(Self.resolved))
    var drawn: Set<String> = []
    for recording in recordings where drawn.insert(recording.entry.file).inserted {
      let name = recording.entry.file.replacing("/", with: "_")
      let path = "\(folder)/\(name).svg"
      guard !taken.contains(Self.resolved(path)) else {
        throw .outputExists(path: path, advice: "it is read here; name another folder to --plot")
      }
      try draw(recording, to: path)
    }
  }

  private static func resolved(_ path: String) -> String {
    URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }

  private func draw(_ recording: EvaluatedRecording, to path: String) throws(InputError) {
    let plot = SignalPlot(
      title: recording.entry.file, samples: try samples(of: recording.entry.path),
      sets: recording.sets)
    try PendingFile.write(plot.svg, to: path)
  }

  private func samples(of path: String) throws(InputError) -> [IMUSample] {
    let source = try RecordingSource(path: path)
    var samples: [IMUSample] = []
    while let readings = try source.next() {
      for case .sample(let sample) in readings { samples.append(sample) }
    }
    return samples
  }
}
