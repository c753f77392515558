import MotionCore

/// Finds the column of time in a table, and its unit.
struct TimeChooser {
  private let table: MotionTable
  private let options: ReadingOptions
  private(set) var decisions: [String] = []

  private struct Candidate {
    var column: Int
    var unit: TimeUnit?
    var isText: Bool
    /// Share of the rows that have a time of their own.
    var distinctShare: Double
    var isDateOnly = false
  }

  init(_ table: MotionTable, options: ReadingOptions) {
    self.table = table
    self.options = options
  }

  /// The columns of time, one, or two where date and time of day stand apart.
  ///
  /// - Throws: `InputError` where there is none, or its unit stays open.
  mutating func choose() throws(InputError) -> [(column: Int, form: TimeColumn.Form)] {
    let candidates = try self.candidates()
    guard let best = candidates.max(by: { rank($0) < rank($1) }) else { throw missing }
    guard !best.isText else {
      let date = candidates.first { $0.isDateOnly }
      let isTimeOfDay = table.texts(best.column).first.map(TimeText.isTimeOfDay) == true
      return ([isTimeOfDay ? date : nil, best]).compactMap { $0.map { ($0.column, .text) } }
    }
    return [(best.column, .number(try unit(best)))]
  }

  private func candidates() throws(InputError) -> [Candidate] {
    if let name = options.columns["t"] {
      let number = Int(name).flatMap { table.fields.indices.contains($0 - 1) ? $0 - 1 : nil }
      guard let column = table.column(named: name) ?? number else {
        throw table.badColumns("--columns: no column '\(name)'")
      }
      return [candidate(column, unit: TimeColumn.named(table.fields[column])?.unit)]
    }
    return table.fields.indices.compactMap { column in
      guard let named = TimeColumn.named(table.fields[column]) else { return nil }
      return candidate(column, unit: named.unit)
    }
    .filter { $0.isText || table.rows.isEmpty || !table.numbers($0.column).isEmpty }
  }

  private func candidate(_ column: Int, unit: TimeUnit?) -> Candidate {
    let texts = table.texts(column)
    let sample = texts.prefix(20)
    let isText =
      !sample.isEmpty && sample.allSatisfy { table.shape.number($0) == nil && TimeText.matches($0) }
    let distinct = texts.isEmpty ? 0 : Double(Set(texts).count) / Double(texts.count)
    let isDateOnly = isText && sample.allSatisfy(TimeText.isDate)
    return Candidate(
      column: column, unit: unit, isText: isText, distinctShare: distinct, isDateOnly: isDateOnly)
  }

  /// A finer clock goes before a coarser, a number before a text, and what names its unit first.
  private func rank(_ candidate: Candidate) -> Double {
    if candidate.isDateOnly { return -1 }
    return (candidate.distinctShare * 4).rounded() * 4 + (candidate.isText ? 0 : 2)
      + (candidate.unit == nil ? 0 : 1) - Double(candidate.column) / 1000
  }

  private mutating func unit(_ candidate: Candidate) throws(InputError) -> TimeUnit {
    let name = table.fields[candidate.column].text
    if let text = options.timeUnit {
      guard let unit = MotionUnit.time(text) else {
        throw table.badColumns("--units: time in the unknown unit '\(text)'")
      }
      return unit
    }
    if let unit = candidate.unit { return unit }
    let times = table.numbers(candidate.column)
    guard times.count > Self.fewestRows, let first = times.first, let least = times.min(),
      let most = times.max()
    else { return .seconds }
    let step = (most - least) / Double(times.count - 1)
    if zip(times, times.dropFirst()).allSatisfy({ $1 - $0 == 1 }), first < 100 {
      throw counted(name)
    }
    guard let unit = TimeColumn.unit(first: first, step: step) else {
      if TimeColumn.isInDays(step: step) {
        throw .noTime(
          path: table.path, line: table.headerLine,
          found: "'\(name)' counts days, as spreadsheets do, which tell too little of a second")
      }
      // What is wrong with it is found where the whole recording is known.
      return .seconds
    }
    if unit != .seconds {
      decisions.append(
        "time in \(unit.rawValue): its steps are about \((step * 100).rounded() / 100)")
    }
    return unit
  }

  private static let fewestRows = 8
  /// Letters of a field that a message shows.
  private static let mostShown = 40

  private var missing: InputError {
    let unread = table.fields.indices.first { column in
      TimeColumn.named(table.fields[column]) != nil && !table.texts(column).isEmpty
    }
    if let unread, let text = table.texts(unread).first {
      return .noTime(
        path: table.path, line: table.headerLine,
        found:
          "the times in '\(table.fields[unread].text)' cannot be read: '\(text.prefix(Self.mostShown))'"
      )
    }
    let counter = table.fields.first(where: TimeColumn.isCounter)
    let found = counter.map { "'\($0.text)' only counts the rows" } ?? "no column of time"
    return .noTime(path: table.path, line: table.headerLine, found: found)
  }

  private func counted(_ name: String) -> InputError {
    .noTime(
      path: table.path, line: table.headerLine,
      found: "'\(name)' goes up by 1 from row to row: a count of rows, or milliseconds "
        + "(then say --units time=ms)")
  }
}
