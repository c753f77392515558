/// The newest frames of a movement signal, addressed by their index on the session's grid.
struct FrameBuffer: Sendable {
  private var storage: [MovementVector] = []
  /// Path length of the signal at each frame.
  private var pathLengths: [Double] = []
  private var totalPathLength = 0.0
  private let capacity: Int
  /// Index of the frame whose place is the first; once the buffer is full, a multiple of its
  /// capacity.
  private var origin = 0
  /// Length of each of the two windows by which the frames were smoothed, in seconds.
  var smoothingSeconds = 0.0
  /// Index of the newest frame plus one.
  private(set) var end = 0
  /// True where nothing follows the newest frame: the signal ends, or has a gap.
  var isEnded = false

  /// - Parameter capacity: how many frames are kept, at least 1.
  init(capacity: Int) {
    precondition(capacity >= 1, "a buffer holds at least one frame")
    self.capacity = capacity
  }

  /// Index of the oldest frame that is still there.
  var start: Int { end - storage.count }

  /// Indices of the frames that are there.
  var indices: Range<Int> { start..<end }

  /// The frame at `index`, which must lie within `indices`.
  subscript(index: Int) -> MovementVector {
    storage[place(of: index)]
  }

  private func place(of index: Int) -> Int {
    let place = index - origin
    return place >= 0 ? place : place + capacity
  }

  /// Path length of the signal, from the very first frame, in radians or their equivalent;
  /// of a frame that is no longer or not yet there, at the nearest one that is.
  func pathLength(at index: Int) -> Double {
    guard !storage.isEmpty else { return totalPathLength }
    return pathLengths[place(of: min(max(index, start), end - 1))]
  }

  /// Adds the frame at `index`. An index that does not follow the newest empties the buffer first:
  /// nothing is ever read across a gap.
  mutating func append(_ frame: MovementVector, at index: Int) {
    if index != end {
      storage.removeAll(keepingCapacity: true)
      pathLengths.removeAll(keepingCapacity: true)
      origin = index
    }
    if !storage.isEmpty { totalPathLength += Double((frame - self[end - 1]).movement.length) }
    end = index + 1
    isEnded = false
    if storage.count < capacity {
      storage.append(frame)
      pathLengths.append(totalPathLength)
      if storage.count == capacity { alignToModulus() }
    } else {
      if index == origin + capacity { origin = index }
      storage[index - origin] = frame
      pathLengths[index - origin] = totalPathLength
    }
  }

  /// Once full, a frame's place is its index modulo the capacity.
  private mutating func alignToModulus() {
    origin = end / capacity * capacity
    let shift = start % capacity
    guard shift != 0 else { return }
    storage = Array(storage[(capacity - shift)...] + storage[..<(capacity - shift)])
    pathLengths = Array(pathLengths[(capacity - shift)...] + pathLengths[..<(capacity - shift)])
  }
}
