/// How many rows a second there are, as a line above them says: `# Sampling rate: 100 Hz`.
struct StatedRate: Equatable {
  let hertz: Double
  /// The number of that line in the file.
  let line: Int

  /// Slower rows tell nothing, and no sensor of a person is faster, in hertz.
  private static let believed = 1 / GapLimit.seconds...10_000

  /// The rate that these lines state; nil where none or several do.
  init?(in preamble: [TextHead.Line]) {
    let stated = preamble.flatMap { line in
      Self.rates(in: line.text.lowercased()).map { (hertz: $0, line: line.number) }
    }
    guard let first = stated.first, stated.allSatisfy({ $0.hertz == first.hertz }),
      Self.believed.contains(first.hertz)
    else { return nil }
    (hertz, line) = first
  }

  /// Every number that is called a rate of samples, or a rate of data and is in hertz. A heart and a
  /// filter have one, too, and an interval is none.
  private static func rates(in line: String) -> [Double] {
    let name =
      /(?<samples>sampl(?:e|es|ing)?[ _\-]*(?:rate|frequency|freq)|^[#%\/ ]*(?:rate|frequency))|\bfs\b|\bodr\b|(?:update|output|data)[ _\-]*rate/
    let value =
      /^[ _:=,;\t"'\(\[]*(?<before>(?:in[ _]*)?hz)?[ _:=,;\t"'\)\]]*(?<number>[0-9]+(?:\.[0-9]+)?)[ \t]*(?<after>hz\b)?(?<rest>.*)$/
    return line.matches(of: name).compactMap { found -> Double? in
      guard let stated = line[found.range.upperBound...].firstMatch(of: value),
        let hertz = Double(stated.number)
      else { return nil }
      if stated.before != nil || stated.after != nil { return hertz }
      // Without a unit nothing else may stand behind the number: `1,000`, `0.1 kHz`, `1/100 s`.
      let isLast = stated.rest.allSatisfy { " \t\"'])".contains($0) }
      return found.samples != nil && isLast ? hertz : nil
    }
  }
}
