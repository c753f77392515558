import ArgumentParser
import MotionCore
import MotionInput
import MotionReport

/// Writes reports, in the form and to the place that the options ask for.
struct Reporter: ~Copyable {
  private let stream: TextStream
  private let format: ReportFormat
  private var isFirst = true

  /// Opens the place, so that a path that cannot be written is known before a session begins.
  init(_ options: ReportOptions) throws(InputError) {
    stream =
      if let path = options.output { try TextStream(creating: path) } else { .standardOutput() }
    format = options.format
  }

  /// Writes the report of one session.
  mutating func write(_ result: SessionRun.Result, of check: Check, recording: String?)
    throws(InputError)
  {
    let context = ReportContext(
      title: check.title, recording: recording, recordedAt: result.metadata.recordedAt,
      device: result.metadata.device, version: Motioncheck.configuration.version,
      parameters: check.parametersPath)
    switch format {
    case .text:
      let lines = TextReport(result.report, context: context, style: stream.style).lines
      try stream.write(lines: isFirst ? lines : ["", ""] + lines)
    case .json:
      try stream.write(lines: [JSONReport(result.report, context: context).line])
    }
    isFirst = false
  }

  /// Writes lines that belong to the report before them.
  mutating func write(lines: [String]) throws(InputError) { try stream.write(lines: lines) }
}
