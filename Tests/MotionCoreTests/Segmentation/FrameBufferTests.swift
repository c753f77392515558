import Testing

@testable import MotionCore

@Suite struct FrameBufferTests {
  private static func frame(_ index: Int) -> MovementVector { .unit(0) * Float(index) }

  private static func filled(capacity: Int, _ indices: some Sequence<Int>) -> FrameBuffer {
    var buffer = FrameBuffer(capacity: capacity)
    for index in indices { buffer.append(frame(index), at: index) }
    return buffer
  }

  private static func holdsWhatItsIndicesSay(_ buffer: FrameBuffer) -> Bool {
    buffer.indices.allSatisfy { buffer[$0] == frame($0) }
  }

  @Test func startsEmpty() {
    #expect(FrameBuffer(capacity: 4).indices.isEmpty)
  }

  // first indices at and off a multiple of the capacity
  @Test(arguments: [0, 1, 3, 4, 9], [1, 2, 4, 7])
  func keepsTheNewestFramesUnderTheirIndices(first: Int, capacity: Int) {
    for count in 1...20 {
      let buffer = Self.filled(capacity: capacity, first..<first + count)
      let end = first + count
      #expect(buffer.indices == max(first, end - capacity)..<end)
      #expect(Self.holdsWhatItsIndicesSay(buffer))
    }
  }

  @Test(arguments: [2, 4, 9])
  func aGapEmptiesIt(before: Int) {
    var buffer = Self.filled(capacity: 4, 0..<before)
    buffer.append(Self.frame(50), at: 50)
    #expect(buffer.indices == 50..<51)
    for index in 51..<60 { buffer.append(Self.frame(index), at: index) }
    #expect(buffer.indices == 56..<60)
    #expect(Self.holdsWhatItsIndicesSay(buffer))
  }

  @Test func aRepeatedIndexEmptiesItToo() {
    var buffer = Self.filled(capacity: 4, 0..<3)
    buffer.append(Self.frame(2), at: 2)
    #expect(buffer.indices == 2..<3)
  }

  @Test func aCopyKeepsWhatItHad() {
    let before = Self.filled(capacity: 3, 0..<5)
    var after = before
    after.append(Self.frame(5), at: 5)
    #expect(before.indices == 2..<5)
    #expect(Self.holdsWhatItsIndicesSay(before) && Self.holdsWhatItsIndicesSay(after))
  }
}
