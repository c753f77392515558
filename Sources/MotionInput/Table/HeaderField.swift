/// One field of a header, taken apart into words, axis and unit.
struct HeaderField {
  /// As it stands in the file.
  let text: String
  /// Without its unit.
  let name: String
  /// Its words in small letters, without axis and unit.
  let words: [String]
  /// 0 to 2 for x to z; nil where it names none.
  let axis: Int?
  /// As it stands in the file; nil where it names none.
  let unit: String?

  init(_ text: String) {
    self.text = text
    let (name, bracketed) = Self.bracketed(text)
    self.name = name.trimmed()
    var words = Self.words(name)
    var unit = bracketed
    if unit == nil { unit = Self.takeUnit(from: &words) }
    axis = Self.takeAxis(from: &words)
    // `acc_gx` is in g, `raw_gx` and `gyro_gx` are a gyroscope's.
    let isNamed = words.dropLast().contains(where: MotionVocabulary.isForce)
    if unit == nil, axis != nil, words.count > 1, isNamed || words.last != "g" {
      unit = Self.takeUnit(from: &words)
    }
    self.words = words
    self.unit = unit
  }

  /// `ax [m/s^2]`, `ax (m/s^2)` into name and unit.
  private static func bracketed(_ text: String) -> (name: String, unit: String?) {
    for (open, close) in [("[", "]"), ("(", ")")] as [(Character, Character)] {
      guard text.last == close, let start = Self.opening(of: text, open, close) else { continue }
      let unit = text[text.index(after: start)...].dropLast().trimmed()
      return (String(text[..<start]), unit.isEmpty ? nil : unit)
    }
    return (text, nil)
  }

  /// Where the bracket opens that the text ends with; units such as `m/(s^2)` hold others.
  private static func opening(
    of text: String, _ open: Character, _ close: Character
  ) -> String.Index? {
    var depth = 0
    for index in text.indices.reversed() {
      if text[index] == close { depth += 1 }
      if text[index] == open { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }

  /// Words between signs and at the start of capitals: `rotationRateX` has three. What numbers a
  /// device is one, whatever its letters: `B02B`.
  static func words(_ name: String) -> [String] {
    name.split { !$0.isLetter && !$0.isNumber }.flatMap { part in
      let words = capitalised(part)
      // `1ACC` is the first accelerometer.
      let isNamed = words.contains { $0.count > 1 && MotionVocabulary.isForce($0) }
      return isDeviceNumber(part) && !isNamed ? [part.lowercased()] : words
    }
  }

  /// The last digits of a device's address are this many.
  private static let deviceDigits = 4

  private static func isDeviceNumber(_ text: Substring) -> Bool {
    text.count.isMultiple(of: deviceDigits) && text.contains(where: \.isNumber)
      && text.allSatisfy { $0.isHexDigit && !$0.isLowercase }
  }

  private static func capitalised(_ name: Substring) -> [String] {
    var words: [String] = []
    var word = ""
    var last: Character = " "
    for character in name {
      if character.isUppercase, last.isLowercase || last.isNumber {
        words.append(word)
        word = ""
      }
      word.append(character)
      last = character
    }
    return (words + [word]).map { $0.lowercased() }
  }

  /// A unit behind an underscore, such as `acc_x_mg`, `accX_m_s2` or `timestamp_ms`.
  private static func takeUnit(from words: inout [String]) -> String? {
    for count in [3, 2, 1] where words.count > count {
      let unit = words.suffix(count).joined()
      guard isSuffixUnit(unit) else { continue }
      words.removeLast(count)
      return unit
    }
    return nil
  }

  private static func isSuffixUnit(_ word: String) -> Bool {
    MotionUnit.specificForce(word) != nil || MotionUnit.angularRate(word) != nil
      || MotionUnit.time(word)?.isOfClocks == true
  }

  private static let axes = ["x", "y", "z"]
  /// Words that add nothing to an axis.
  private static let axisWords: Set<String> = ["axis", "value", "component", "dir"]

  private static func takeAxis(from words: inout [String]) -> Int? {
    words.removeAll { axisWords.contains($0) }
    for place in words.indices.reversed() {
      if let axis = axes.firstIndex(of: words[place]) {
        words.remove(at: place)
        return axis
      }
    }
    for place in words.indices.reversed() {
      let word = words[place]
      guard let axis = axes.firstIndex(of: String(word.suffix(1))),
        MotionVocabulary.isCompact(String(word.dropLast()))
      else { continue }
      words[place] = String(word.dropLast())
      return axis
    }
    return nil
  }
}
