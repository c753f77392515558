import MotionCore
import Yams

/// A value of a YAML file that knows where it stands.
struct YAMLValue {
  /// More aliases than this make a small text large, and no programme needs any.
  private static let mostAliases = 32
  /// Larger texts are no programmes and no parameters, in bytes.
  private static let largestBytes = 1 << 20

  let path: String
  let line: Int
  /// What it is called in messages, such as `reps`.
  let name: String
  private let column: Int
  private let node: Node
  /// The lines of the text.
  private let source: [Substring]

  /// Reads the first document of a file.
  ///
  /// - Throws: `InputError` when it cannot be read or is not YAML.
  static func load(_ path: String) throws(InputError) -> YAMLValue {
    try parse(TextFile.read(path), path: path)
  }

  /// Reads the first document of a text; `path` says in messages where it stands.
  ///
  /// - Throws: `InputError` when it is not YAML.
  static func parse(_ text: String, path: String) throws(InputError) -> YAMLValue {
    try requireModest(text, path: path)
    let source = text.split(separator: "\n", omittingEmptySubsequences: false)
    let node: Node?
    do {
      node = try Yams.compose(yaml: text)
    } catch {
      throw syntaxError(error, path: path, source)
    }
    guard let node else {
      throw .document(path: path, line: 1, found: "nothing", expected: "a YAML mapping")
    }
    return YAMLValue(path: path, name: "the file", node: node, mark: node.mark, source: source)
  }

  private static func requireModest(_ text: String, path: String) throws(InputError) {
    guard text.utf8.count <= largestBytes else {
      throw .document(
        path: path, line: 1, found: "\(text.utf8.count) bytes",
        expected: "at most \(largestBytes), as no programme has more")
    }
    let aliases = text.matches(of: /(?:^|[\s\[{,:])\*[^\s,\]}]/).count
    guard aliases <= mostAliases else {
      throw .document(
        path: path, line: 1, found: "\(aliases) aliases ('*name')",
        expected: "at most \(mostAliases); write out what they stand for")
    }
  }

  private init(path: String, name: String, node: Node, mark: Mark?, source: [Substring]) {
    self.path = path
    self.name = name
    self.node = node
    self.source = source
    line = mark?.line ?? 1
    column = mark?.column ?? 1
  }

  private func part(_ name: String, _ node: Node, at mark: Mark?) -> YAMLValue {
    YAMLValue(path: path, name: name, node: node, mark: mark ?? self.node.mark, source: source)
  }

  /// The values of a mapping, by key.
  ///
  /// - Throws: `InputError` when it is no mapping or has other keys than `allowed`.
  func mapping(allowed: [String]? = nil) throws(InputError) -> [String: YAMLValue] {
    var values: [String: YAMLValue] = [:]
    for value in try pairs() {
      if let allowed, !allowed.contains(value.name) {
        let guess = Suggestion.nearest(to: value.name, in: allowed)
        throw value.error(
          found: "the unknown key '\(value.name)'"
            + (guess.map { " (did you mean '\($0)'?)" } ?? ""),
          expected: "one of: \(allowed.joined(separator: ", "))")
      }
      values[value.name] = value
    }
    return values
  }

  /// The values of a mapping in the order of the file, each named for its key.
  func pairs() throws(InputError) -> [YAMLValue] {
    guard case .mapping(let mapping) = node else {
      throw error(expected: "a mapping ('key: value' lines)")
    }
    var values: [YAMLValue] = []
    for (key, value) in mapping {
      guard let name = key.scalar?.string else {
        throw part("key", key, at: key.mark).error(expected: "a text before the ':'")
      }
      values.append(part(name, value, at: key.mark ?? value.mark))
    }
    return values
  }

  /// The values of a list.
  func list() throws(InputError) -> [YAMLValue] {
    guard case .sequence(let sequence) = node else {
      throw error(expected: "a list ('- ...' lines)")
    }
    return sequence.map { part(name, $0, at: $0.mark) }
  }

  /// So long is no title, name or note.
  private static let mostBytes = 10_000

  /// A text that is not empty; it will be shown, so nothing in it is left that a terminal obeys.
  func text() throws(InputError) -> String {
    guard case .scalar(let scalar) = node, !scalar.string.trimmed().isEmpty else {
      throw error(expected: "a text")
    }
    guard scalar.string.utf8.count <= Self.mostBytes else {
      throw error(
        found: "\(scalar.string.utf8.count) bytes", expected: "at most \(Self.mostBytes)")
    }
    // On one line: a line of its own would look like one of the program's.
    return scalar.string.split(whereSeparator: \.isNewline).joined(separator: " ")
      .replacing("\t", with: " ").printableLine
  }

  /// A number from a range.
  func number(_ allowed: ClosedRange<Double>) throws(InputError) -> Double {
    guard let number, allowed.contains(number) else { throw outside(allowed) }
    return number
  }

  /// The value as a number; nil where it is none.
  var number: Double? { node.scalar.flatMap { Double($0.string) } }

  /// The error for a value that is no number, or none of this range.
  func outside(_ allowed: ClosedRange<Double>) -> InputError {
    error(
      expected: "a number from \(Self.plain(allowed.lowerBound)) to "
        + Self.plain(allowed.upperBound))
  }

  /// A whole number from a range.
  func count(_ allowed: ClosedRange<Int>) throws(InputError) -> Int {
    guard let count = node.scalar.flatMap({ Int($0.string) }), allowed.contains(count) else {
      let (lowest, highest) = (allowed.lowerBound, allowed.upperBound)
      throw error(
        expected: lowest == highest ? "\(lowest)" : "a whole number from \(lowest) to \(highest)")
    }
    return count
  }

  /// One of some words.
  func word<Word: RawRepresentable & CaseIterable>(
    _ type: Word.Type = Word.self
  ) throws(InputError) -> Word where Word.RawValue == String {
    guard let word = try Word(rawValue: text()) else {
      throw error(expected: "one of: \(Word.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return word
  }

  /// True for a plain value, false for a mapping or a list.
  var isScalar: Bool { node.scalar != nil }

  /// True for a list.
  var isList: Bool { node.sequence != nil }

  /// The error for this value.
  func error(found: String? = nil, expected: String) -> InputError {
    .document(
      path: path, line: line, found: found ?? "\(name): \(shown)", expected: expected,
      excerpt: Self.excerpt(of: source, line: line, column: column))
  }

  private static func excerpt(of source: [Substring], line: Int, column: Int) -> LineExcerpt? {
    source.indices.contains(line - 1) ? LineExcerpt(source[line - 1], column: column) : nil
  }

  private var shown: String {
    switch node {
    case .scalar(let scalar): scalar.string.isEmpty ? "nothing" : "'\(scalar.string)'"
    case .mapping: "a mapping"
    case .sequence: "a list"
    case .alias: "an alias"
    }
  }

  /// A number without the `.0` of whole ones.
  static func plain(_ number: Double) -> String {
    Int(exactly: number).map { "\($0)" } ?? "\(number)"
  }

  private static func syntaxError(
    _ error: any Error, path: String, _ source: [Substring]
  ) -> InputError {
    func document(_ mark: Mark, found: String, expected: String) -> InputError {
      .document(
        path: path, line: mark.line, found: found, expected: expected,
        excerpt: excerpt(of: source, line: mark.line, column: mark.column))
    }
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      let line = source.indices.contains(mark.line - 1) ? source[mark.line - 1] : ""
      guard !line.prefix(while: \.isWhitespace).contains("\t") else {
        return document(
          mark, found: "a tab at the beginning of the line", expected: "spaces, as YAML asks for")
      }
      return document(
        mark, found: "a fault in the YAML (\(problem))",
        expected: "'key: value' lines, '- ' before items, special characters between quotes")
    case .duplicatedKeysInMapping(let keys, let context):
      return document(
        context.mark, found: "the key \(keys.joined(separator: ", ")) twice",
        expected: "each key once")
    default:
      return .document(
        path: path, line: 1, found: "what YAML cannot hold (\(error))", expected: "plain text")
    }
  }
}
