#if SANITIZES_THREADS
  import Foundation

  /// A lock that the thread sanitizer sees, in the place of Swift's `Mutex`: whoever waits for that one
  /// waits inside its library, and what two threads hand to each other under it looks unordered then.
  final class Mutex<Value: ~Copyable>: @unchecked Sendable {
    private let lock = NSLock()
    private var value: Value

    init(_ value: consuming Value) { self.value = value }

    func withLock<Result, Failure: Error>(
      _ body: (inout Value) throws(Failure) -> Result
    ) throws(Failure) -> Result {
      lock.lock()
      defer { lock.unlock() }
      return try body(&value)
    }
  }
#endif
