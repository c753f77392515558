import MotionReport

extension Double {
  /// The number with this many decimals.
  package func fixed(_ places: Int) -> String {
    let scale = (0..<places).reduce(1.0) { power, _ in power * 10 }
    guard let steps = Int(exactly: (abs(self) * scale).rounded()) else { return "\(self)" }
    let (whole, rest) = steps.quotientAndRemainder(dividingBy: Int(scale))
    let sign = self < 0 && steps > 0 ? "-" : ""
    let digits = "\(rest)"
    let zeros = String(repeating: "0", count: max(0, places - digits.count))
    return places > 0 ? "\(sign)\(whole).\(zeros)\(digits)" : "\(sign)\(whole)"
  }
}

extension Double? {
  /// The number with this many decimals, or what stands for none.
  package func fixed(_ places: Int) -> String { map { $0.fixed(places) } ?? TextTable.absent }
}
