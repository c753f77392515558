import MotionCore

/// Finds the column of time in a table, and its unit.
struct TimeChooser {
  private let table: MotionTable
  private let options: ReadingOptions
  private(set) var decisions: [String] = []
  /// What may be otherwise, and what to do then.
  private(set) var doubts: [String] = []

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

  /// True where no column holds a time, or what may be one.
  var isWithoutTime: Bool {
    !table.fields.contains { TimeColumn.named($0) != nil }
  }

  /// The columns of time: one, or several where date and time of day stand apart, or hours, minutes
  /// and seconds.
  ///
  /// - Parameter axes: the columns of the accelerometer; each may have a clock of its own before it.
  /// - Throws: `InputError` where there is none, or its unit stays open.
  mutating func choose(
    beside axes: [Int]
  ) throws(InputError) -> [(column: Int, form: TimeColumn.Form)] {
    var candidates = try self.candidates()
    let own = candidates.filter { axes.contains($0.column + 1) }
    if axes.count > 1, own.count == axes.count { candidates = [own[0]] }
    guard let best = candidates.max(by: { rank($0) < rank($1) }) else { throw missing }
    guard !best.isText else {
      let date = candidates.first { $0.isDateOnly }
      let isTimeOfDay = table.texts(best.column).first.map(TimeText.isTimeOfDay) == true
      let fraction = TimeText.fraction(in: table.texts(best.column))
      if fraction == .milliseconds {
        decisions.append("the number behind the seconds counts milliseconds: so the times go on")
      }
      return ([isTimeOfDay ? date : nil, best]).compactMap { candidate in
        candidate.map { ($0.column, .text(fraction)) }
      }
    }
    let isOpen = options.columns["t"] == nil && options.timeUnit == nil
    let parts = isOpen ? self.parts(with: best.column) : []
    guard parts.isEmpty else {
      let names = parts.map { "'\(table.fields[$0.column].text)'" }.joined(separator: ", ")
      decisions.append("the parts of the time, \(names), were added")
      return parts.map { ($0.column, .number($0.unit)) }
    }
    return [(best.column, .number(try unit(best)))]
  }

  /// The parts of a clock of which a column is one, the largest first; none where it is a clock by
  /// itself. All but the last are whole, each stays below one of the part before, and that goes on
  /// when it begins again.
  private func parts(with column: Int) -> [(column: Int, unit: TimeUnit)] {
    guard let stem = TimeColumn.part(table.fields[column])?.stem else { return [] }
    let parts = table.fields.indices.compactMap { column in
      TimeColumn.part(table.fields[column]).flatMap {
        $0.stem == stem ? (column: column, unit: $0.unit) : nil
      }
    }.sorted { $0.unit.seconds > $1.unit.seconds }
    guard parts.count > 1, Set(parts.map(\.unit)).count == parts.count,
      table.rows.count > Self.fewestRows
    else { return [] }
    let turns: [Int?] = zip(parts, parts.dropFirst()).map { part, next in
      self.turns(
        of: table.numbers(part.column), and: table.numbers(next.column),
        limit: part.unit.seconds / next.unit.seconds)
    }
    // Hours, minutes and seconds together are a clock, though no minute passes in the first rows.
    let areSeen = turns.contains { $0 ?? 0 > 0 } || parts.count > 2
    return areSeen && !turns.contains(nil) ? parts : []
  }

  /// How often a part of a clock goes on when the next one begins again; nil where they are no parts
  /// of one.
  private func turns(of part: [Double], and next: [Double], limit: Double) -> Int? {
    guard part.count == next.count, next.allSatisfy({ 0 <= $0 && $0 < limit }),
      part.allSatisfy({ $0 >= 0 && $0 == $0.rounded() })
    else { return nil }
    let steps = part.indices.dropFirst()
    let turns = steps.count { part[$0] > part[$0 - 1] && next[$0] < next[$0 - 1] }
    let others = steps.count {
      (part[$0] == part[$0 - 1]) != (next[$0] >= next[$0 - 1])
    }
    return Self.turnsToOthers * others <= turns ? turns : nil
  }

  /// Rows may stand where they do not belong, but not as often.
  private static let turnsToOthers = 4

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
    let isSure = TimeColumn.epochSeconds.contains(first * unit.seconds)
    if step > 0, !isSure, step * unit.seconds < TimeColumn.usualRowSeconds {
      doubts.append(
        "nothing names the unit of '\(name)'; read as \(unit.rawValue), there are "
          + "\(Int(1 / (step * unit.seconds))) rows a second: if the sensor gives fewer, say "
          + "--units time=UNIT or --rate HZ")
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
