/// Values in order of time, of which the oldest is taken away while newer ones come: on average at a
/// constant cost, whatever their number.
struct Queue<Element: Sendable>: Sendable {
  private var values: [Element] = []
  /// Where the oldest is; what lies before it was taken away.
  private var oldest = 0

  /// How many there are.
  var count: Int { values.count - oldest }
  /// True where there is none.
  var isEmpty: Bool { count == 0 }
  /// The newest; nil of none.
  var last: Element? { isEmpty ? nil : values.last }

  /// The value at a place, counted from the oldest.
  subscript(place: Int) -> Element {
    precondition(place >= 0 && place < count, "there is no value at this place")
    return values[oldest + place]
  }

  /// Adds one, which is the newest now.
  mutating func append(_ value: Element) { values.append(value) }

  /// Takes the oldest away, of which there must be one.
  mutating func removeFirst() -> Element {
    let value = values[oldest]
    oldest += 1
    // In chunks, so that no more are moved than were taken away.
    if 2 * oldest > values.count {
      values.removeFirst(oldest)
      oldest = 0
    }
    return value
  }

  /// Takes all away.
  mutating func removeAll() { self = Queue() }
}
