/// Which numbers of a row can be written without touching each other.
struct NumberSpacing {
  /// Two digits with some room, as a share of a wide screen and of a phone.
  private static let (wide, narrow) = (0.022, 0.062)

  private let wideStep: Int
  private let narrowStep: Int

  init(_ places: [Double]) {
    let nearest = zip(places, places.dropFirst()).map { $1 - $0 }.sorted()
    // A tenth may lie closer, such as a movement begun twice.
    let usual = nearest.isEmpty ? 1 : nearest[nearest.count / 10]
    func step(_ room: Double) -> Int {
      [1, 2, 5, 10, 20, 50, 100].first { Double($0) * usual >= room } ?? 1000
    }
    (wideStep, narrowStep) = (step(Self.wide), step(Self.narrow))
  }

  /// The classes with which a number is written; nil where it has no room.
  func style(of number: Int) -> String? {
    let isWritten = { (step: Int) in number == 1 || number.isMultiple(of: step) }
    guard isWritten(wideStep) else { return nil }
    return isWritten(narrowStep) ? "" : " fine"
  }
}
