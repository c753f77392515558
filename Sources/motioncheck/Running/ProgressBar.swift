import Synchronization

/// How far a long computation is and how long it will still take, on one line of a terminal that is
/// wiped at the end. May be told from any thread.
final class ProgressBar: Sendable {
  private static let cells = 30
  private static let interval = Duration.milliseconds(200)
  /// Before so much is known, an estimate would be a guess.
  private static let leastShare = 0.02
  private static let wipe = "\r\u{1B}[K"

  private let what: String
  private let isShown: Bool
  private let clock = ContinuousClock()
  private let begin: ContinuousClock.Instant
  private let next: Mutex<ContinuousClock.Instant>

  /// A bar for what is called so.
  init(_ what: String) {
    self.what = what
    isShown = TextStream.standardError().isTerminal
    begin = clock.now
    next = Mutex(begin)
  }

  deinit {
    if isShown { TextStream.standardError().control(Self.wipe) }
  }

  /// Since it began.
  var elapsed: Duration { clock.now - begin }

  /// Shows that this share, from 0 to 1, is done.
  func show(_ share: Double) {
    guard isShown else { return }
    let now = clock.now
    let isDue = next.withLock { next in
      guard now >= next else { return false }
      next = now + Self.interval
      return true
    }
    guard isDue else { return }
    let full = Int((share * Double(Self.cells)).rounded(.down))
    let bar =
      String(repeating: "#", count: full) + String(repeating: ".", count: Self.cells - full)
    TextStream.standardError().control(
      "\(Self.wipe)\(what) [\(bar)] \(Int(share * 100)) %\(timeLeft(share, now)) (Ctrl-C ends)")
  }

  private func timeLeft(_ share: Double, _ now: ContinuousClock.Instant) -> String {
    guard share >= Self.leastShare else { return "" }
    let seconds = (now - begin) / .seconds(1) * (1 - share) / share
    return ", \(Int(seconds.rounded(.up))) s left"
  }
}
