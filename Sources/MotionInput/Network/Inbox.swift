import Dispatch
import Synchronization

/// Where what a sender sends waits, whatever thread brought it, until the session takes it.
///
/// A session is busy at times (a slow disk, a terminal that does not scroll); no sender is made to
/// wait for it.
final class Inbox: Sendable {
  /// Longer than this nobody took what came, and it is given up: many minutes.
  private static let mostArrivals = 1 << 17

  private let arrivals = Mutex<[Arrival]>([])
  private let arrival = DispatchSemaphore(value: 0)
  private let isStopped = Atomic(false)
  private let clock: @Sendable () -> Int64

  init(clock: @escaping @Sendable () -> Int64 = MonotonicClock.now) { self.clock = clock }

  /// True once nobody will take anything any more.
  var isClosed: Bool { isStopped.load(ordering: .relaxed) }

  /// Time on the clock that arrivals are noted with, in nanoseconds.
  var now: Int64 { clock() }

  /// Whoever fills it is to stop.
  func close() { isStopped.store(true, ordering: .relaxed) }

  /// Lays something down.
  func put(_ content: Arrival.Content) {
    let now = clock()
    arrivals.withLock { arrivals in
      if arrivals.count > Self.mostArrivals { arrivals = [] }
      arrivals.append(Arrival(nanoseconds: now, content: content))
    }
    arrival.signal()
  }

  /// What came since the last call, after waiting at most `FileDescriptor.waitMilliseconds` for it.
  func take() -> [Arrival] {
    _ = arrival.wait(timeout: .now() + .milliseconds(Int(FileDescriptor.waitMilliseconds)))
    // What has come is taken at once, so that what it was announced by counts for nothing.
    while arrival.wait(timeout: .now()) == .success {}
    return arrivals.withLock { arrivals in
      defer { arrivals = [] }
      return arrivals
    }
  }
}
