import Dispatch
import Synchronization

/// Takes the events of a device as they come, on a thread of its own.
///
/// The kernel keeps as little as 64 ms of them; what a session does in between (a slow disk, a
/// terminal that does not scroll) takes longer at times.
final class EventReader: Sendable {
  /// What came of the device.
  enum Arrival {
    case event(InputEvent)
    /// Nothing more had come at this time of the monotonic clock, in nanoseconds.
    case silence(Int64)
    /// The device was unplugged or went out of reach.
    case gone
    case failed(InputError)
  }

  /// Longer than this nobody took what came, and it is given up: some minutes.
  private static let mostArrivals = 1 << 20

  private let device: Mutex<EvdevDevice>
  private let arrivals = Mutex<[Arrival]>([])
  private let isStopped = Atomic(false)
  private let arrival = DispatchSemaphore(value: 0)

  /// Begins to read.
  init(_ device: consuming sending EvdevDevice) {
    self.device = Mutex(device)
    DispatchQueue(label: "events", qos: .userInteractive).async { self.run() }
  }

  /// Ends the thread, and closes the device, within `FileDescriptor.waitMilliseconds`.
  func stop() { isStopped.store(true, ordering: .relaxed) }

  /// What came since the last call, after waiting at most `FileDescriptor.waitMilliseconds` for it.
  func take() -> [Arrival] {
    _ = arrival.wait(timeout: .now() + .milliseconds(Int(FileDescriptor.waitMilliseconds)))
    return arrivals.withLock { arrivals in
      defer { arrivals = [] }
      return arrivals
    }
  }

  private func run() {
    var isOver = false
    while !isOver, !isStopped.load(ordering: .relaxed) {
      let some = device.withLock { device in
        device.wait()
        return Self.drain(&device)
      }
      if case .gone? = some.last { isOver = true }
      if case .failed? = some.last { isOver = true }
      arrivals.withLock { arrivals in
        if arrivals.count > Self.mostArrivals { arrivals = [.event(.dropped)] }
        arrivals += some
      }
      arrival.signal()
    }
  }

  /// Everything up to now; the end of it last.
  private static func drain(_ device: inout EvdevDevice) -> [Arrival] {
    var arrivals: [Arrival] = []
    do {
      while true {
        switch try device.next() {
        case .event(let event): arrivals.append(.event(event))
        case .nothing: return arrivals + [.silence(MonotonicClock.now())]
        case .gone: return arrivals + [.gone]
        }
      }
    } catch {
      return arrivals + [.failed(error)]
    }
  }
}
