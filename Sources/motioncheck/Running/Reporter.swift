import ArgumentParser
import Foundation
import MotionCore
import MotionInput
import MotionReport

/// Writes reports, in the form and to the place that the options ask for.
struct Reporter: ~Copyable {
  private var file: ReportFile
  private let options: ReportOptions
  /// Sessions that wait for their common document.
  private var sessions: [ReportedSession] = []
  /// What each session of a text report came to.
  private var pastSessions: [PastSession] = []
  private var isFirst = true

  /// Opens the place, so that a path that cannot be written is known before a session begins.
  ///
  /// - Throws: `ValidationError` for a binary report to a terminal, `InputError` for the path.
  init(_ options: ReportOptions) throws {
    if options.format == .fit, options.output == nil, TextStream.standardOutput().isTerminal {
      throw ValidationError(
        "--format fit is binary and no terminal shows it: add --output session.fit.")
    }
    file = try ReportFile(path: options.output)
    self.options = options
  }

  /// Writes the report of one session, or keeps it for the document that holds all of them.
  mutating func write(_ result: SessionRun.Result, of check: Check, recording: String?)
    throws(InputError)
  {
    let session = session(result, check, recording)
    switch options.format {
    case .text:
      let lines = TextReport(
        session.report, context: session.context, style: file.style(options.color),
        columns: file.columns ?? Wording.columns, details: options.details
      ).lines
      try write(lines: isFirst ? lines : ["", ""] + lines)
      pastSessions.append(
        PastSession(
          session.report, recordedAt: session.context.recordedAt,
          recording: session.context.recording))
    case .json:
      try write(lines: [JSONReport(session.report, context: session.context).line])
    case .csv:
      let rows = options.rows ?? .movements
      let head = isFirst ? [CSVReport.header(rows)] : []
      try write(lines: head + CSVReport(session, rows: rows).lines, lineEnd: "\r\n")
    case .html, .fhir: sessions.append(session)
    case .fit: try writeFIT(session)
    }
    isFirst = false
  }

  /// Writes lines that belong to the report before them.
  mutating func write(lines: [String], lineEnd: String = "\n") throws(InputError) {
    try file.write(Array(lines.map { $0 + lineEnd }.joined().utf8))
  }

  /// Ends the report. Where there is nothing to report, an older file stays.
  mutating func finish() throws(InputError) {
    guard !isFirst else { return }
    switch options.format {
    case .html: try write(lines: [HTMLReport(sessions).html], lineEnd: "")
    case .fhir:
      let bundle = FHIRReport(sessions, patientReference: options.patientReference)
      try write(lines: [bundle.json.rendered])
    case .text:
      let summary = SessionsSummary(pastSessions).lines
      if !summary.isEmpty { try write(lines: ["", ""] + summary) }
    case .json, .csv, .fit: break
    }
    try file.commit()
  }

  private func session(
    _ result: SessionRun.Result, _ check: Check, _ recording: String?
  ) -> ReportedSession {
    let context = ReportContext(
      title: check.title, recording: recording,
      recordedAt: result.metadata.recordedAt ?? options.recordedAt ?? result.metadata.clockStart,
      device: result.metadata.device, version: Motioncheck.configuration.version,
      parameters: check.parametersPath, patient: options.patient,
      note: options.note, remark: result.metadata.remark)
    return ReportedSession(
      result.report, context: context,
      signals: result.readings.traces(of: result.report))
  }

  private func writeFIT(_ session: ReportedSession) throws(InputError) {
    guard let start = session.context.recordedAt.flatMap({ ReadableTime.date($0) }) else {
      throw .unsuitable(
        path: session.context.recording ?? "the session",
        found: "no time at which it was recorded",
        expected: "one, which a FIT activity cannot do without: add --recorded-at TIME")
    }
    let report = FITReport(session, start: start)
    try file.write(report.bytes)
    if !report.lacking.isEmpty {
      TextStream.standardError().note(
        "Note: a FIT file has no place for \(Wording.list(report.lacking, "and")).\n")
    }
  }
}

extension ReportFormat {
  /// True for a report that draws the movement signal, so that the readings are kept.
  var drawsSignal: Bool { self == .html }
}
