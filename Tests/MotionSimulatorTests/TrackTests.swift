import Testing

@testable import MotionSimulator

@Suite struct MinimumJerkTests {
  @Test(arguments: [(-1.0, 0.0), (0, 0), (0.25, 0.103515625), (0.5, 0.5), (1, 1), (2, 1)])
  func progressFollowsTheQuintic(phase: Double, progress: Double) {
    #expect(abs(MinimumJerk.progress(phase) - progress) < 1e-12)
  }

  @Test(arguments: [0.05, 0.2, 0.5, 0.8, 0.99])
  func phaseInvertsProgress(progress: Double) {
    #expect(abs(MinimumJerk.progress(MinimumJerk.phase(at: progress)) - progress) < 1e-8)
  }
}

@Suite struct TrackTests {
  @Test func holdsItsLevelWithoutMoves() {
    #expect(Track(3).value(at: 100) == 3)
    #expect(Track(3).finalLevel == 3)
  }

  @Test func goesFromLevelToLevel() {
    var track = Track(1)
    track.move(to: 5, start: 2, duration: 4)
    #expect(track.value(at: 2) == 1)
    #expect(track.value(at: 4) == 3)
    #expect(track.value(at: 6) == 5)
    #expect(track.value(at: 60) == 5)
  }

  @Test func addsUpOverlappingMoves() {
    var track = Track()
    track.add(.init(start: 0, duration: 2, change: 1))
    track.add(.init(start: 0, duration: 4, change: 10))
    #expect(abs(track.value(at: 2) - 6) < 1e-12)
    #expect(track.finalLevel == 11)
  }

  @Test func doesNotCareInWhichOrderMovesAreAdded() {
    let starts: [Double] = [3, 0, 7, 1, 12, 5, 5, 9]
    let moves = starts.enumerated().map { index, start in
      Track.Move(start: start, duration: index.isMultiple(of: 2) ? 6 : 1, change: start - 4)
    }
    var (forward, backward) = (Track(2), Track(2))
    for move in moves { forward.add(move) }
    for move in moves.reversed() { backward.add(move) }
    for time in stride(from: -1.0, through: 30, by: 0.37) {
      var direct = 2.0
      for move in moves {
        direct += move.change * MinimumJerk.progress((time - move.start) / move.duration)
      }
      #expect(abs(forward.value(at: time) - direct) < 1e-9)
      #expect(abs(backward.value(at: time) - direct) < 1e-9)
    }
  }

  @Test func hasNoJumpInVelocityOrAcceleration() {
    var track = Track()
    track.move(to: 1, start: 1, duration: 1)
    track.move(to: -1, start: 1.5, duration: 1)
    let step = 0.001
    var accelerations: [Double] = []
    for time in stride(from: 0.5, to: 3, by: step) {
      let (before, here, after) = (
        track.value(at: time - step), track.value(at: time), track.value(at: time + step)
      )
      accelerations.append((after - 2 * here + before) / (step * step))
    }
    let largestChange = zip(accelerations, accelerations.dropFirst()).map { abs($1 - $0) }.max()
    // the quintics' jerk is at most 60 / s^3 for the first and 120 / s^3 for the second move
    #expect((largestChange ?? .infinity) < 180 * step * 1.01)
  }
}

@Suite struct WaveTests {
  @Test func isAsLargeAsItsEnvelope() {
    var envelope = Track()
    envelope.move(to: 1, start: 10, duration: 1)
    let wave = Wave(
      components: [.init(amplitude: 2, hertz: 1, phase: 0)], envelope: envelope)
    #expect(wave.value(at: 5.25) == 0)
    #expect(abs(wave.value(at: 20.25) - 2) < 1e-9)
  }

  @Test func wanderingPhaseKeepsTheAmplitude() {
    let wave = Wave(components: [
      .init(amplitude: 1, hertz: 0.3, phase: 1, wanderRadians: 2, wanderHertz: 0.05)
    ])
    let values = stride(from: 0.0, to: 200, by: 0.01).map(wave.value(at:))
    #expect(abs((values.max() ?? 0) - 1) < 0.01)
    #expect(abs((values.min() ?? 0) + 1) < 0.01)
  }
}
