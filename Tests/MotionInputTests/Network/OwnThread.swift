import Dispatch

/// Runs what waits on a thread of its own.
///
/// Listeners run on the few threads that all tests share: a test that blocks one of them would wait
/// for what it keeps from running.
func onOwnThread<Outcome: Sendable>(
  _ body: @escaping @Sendable () throws -> Outcome
) async throws -> Outcome {
  try await withCheckedThrowingContinuation { continuation in
    DispatchQueue(label: "test").async { continuation.resume(with: Result(catching: body)) }
  }
}
