import Foundation
import MotionCore
import MotionInput
import MotionReport
import MotionTuning

/// Drawings of recordings with what was found in them.
struct EvaluationPlots {
  let folder: String

  /// Draws each recording once, as NAME.svg.
  func draw(_ recordings: [EvaluatedRecording]) throws(InputError) {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw .system(action: "create the folder", path: folder, code: errno)
    }
    var drawn: Set<String> = []
    for recording in recordings where drawn.insert(recording.entry.file).inserted {
      try draw(recording)
    }
  }

  private func draw(_ recording: EvaluatedRecording) throws(InputError) {
    let name = recording.entry.file.replacing("/", with: "_")
    let path = "\(folder)/\(name).svg"
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
