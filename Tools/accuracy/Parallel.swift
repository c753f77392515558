import Dispatch
import Synchronization

extension Array where Element: Sendable {
  /// The results of `work` on every element, in their order, so many at a time.
  func mapped<Result: Sendable>(
    jobs: Int, _ work: @Sendable (Element) throws -> Result
  ) throws -> [Result] {
    let next = Atomic(0)
    let finished = Mutex<[Int: Swift.Result<Result, any Error>]>([:])
    DispatchQueue.concurrentPerform(iterations: Swift.min(jobs, count)) { _ in
      while case let index = next.add(1, ordering: .relaxed).oldValue, index < count {
        let result = Swift.Result { try work(self[index]) }
        finished.withLock { $0[index] = result }
      }
    }
    let results = finished.withLock { $0 }
    return try indices.compactMap { try results[$0]?.get() }
  }
}
