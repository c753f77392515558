/// What the members of a group look like, and how far movements are from that; kept up while the
/// group grows.
///
/// Posture drifts while a set goes on, a person tires, and a strap that slips turns the whole
/// movement in the sensor's frame; so each movement is compared with its neighbours on the one side
/// or on the other, whichever it is more like. A new member so changes little of what was compared.
struct MovementReference: Sendable {
  /// How many members on each side are its neighbours.
  private static let neighbours = 3

  /// How far a movement is from its neighbours.
  struct Comparison: Sendable {
    /// The smaller of the distances to those before and to those after it.
    fileprivate(set) var distance: Float
    /// The movement's number.
    let number: Int
    /// First members of the neighbours on either side, nil where there are too few.
    fileprivate let before, after: Int?
  }

  private var all = FeatureSum()
  /// Number and peak of each member, and the newest members.
  private var numbers: [Int] = []
  private var peaks: [Int] = []
  private var newest: [MovementFeatures] = []
  /// The mean of the members from each position on.
  private var means: [MovementFeatures] = []
  private var known: [Comparison] = []

  /// Mean path and postures, median range and duration of all.
  private(set) var mean: MovementFeatures?

  /// Takes the members as they are now.
  mutating func take(_ groups: MovementGroups, members places: [Int]) {
    let isGrown =
      numbers.count <= places.count
      && zip(numbers, places).allSatisfy { $0 == groups.numbers[$1] }
    if !isGrown { self = MovementReference() }
    guard numbers.count < places.count else { return }
    for place in places[numbers.count...] {
      add(
        groups.features(at: place), peak: groups.movements[place].peak,
        number: groups.numbers[place])
    }
    mean = all.mean
  }

  private mutating func add(_ features: MovementFeatures, peak: Int, number: Int) {
    numbers.append(number)
    peaks.append(peak)
    all.add(features)
    newest = newest.suffix(Self.neighbours - 1) + [features]
    if newest.count == Self.neighbours {
      var sum = FeatureSum()
      for features in newest { sum.add(features) }
      means.append(sum.mean)
    }
  }

  /// How far the movements at some places, in order of time, are from their neighbours.
  mutating func compare(
    _ groups: MovementGroups, at places: [Int], _ window: [MovementFiducials],
    by distance: MovementDistance
  ) -> [Comparison] {
    var found: [Comparison] = []
    found.reserveCapacity(places.count)
    var (before, after, old) = (0, 0, 0)
    let sides = 0..<(peaks.count > Self.neighbours ? means.count : 0)
    for (place, fiducials) in zip(places, window) {
      let isClosed = groups.numbers.indices.contains(place)
      let number = isClosed ? groups.numbers[place] : .max
      while before < peaks.count, peaks[before] < fiducials.peak { before += 1 }
      while after < peaks.count, peaks[after] <= fiducials.peak { after += 1 }
      while old < known.count, known[old].number < number { old += 1 }
      let first = before - Self.neighbours
      var comparison = Comparison(
        distance: 0, number: number, before: sides.contains(first) ? first : nil,
        after: sides.contains(after) ? after : nil)
      if isClosed, old < known.count, comparison.isSame(as: known[old]) {
        comparison.distance = known[old].distance
      } else {
        let features = groups.features(at: place)
        comparison.distance = smallest(comparison) { distance.full(features, $0) }
      }
      found.append(comparison)
    }
    known = found
    return found
  }

  /// The smaller of another distance to the neighbours before and to those after a movement.
  func smallest(_ comparison: Comparison, _ distance: (MovementFeatures) -> Float) -> Float {
    switch (comparison.before, comparison.after) {
    case (let before?, let after?): min(distance(means[before]), distance(means[after]))
    case (let side?, nil), (nil, let side?): distance(means[side])
    case (nil, nil): mean.map(distance) ?? .infinity
    }
  }
}

extension MovementReference.Comparison {
  /// True when both are of one movement and the same neighbours.
  fileprivate func isSame(as other: Self) -> Bool {
    number == other.number && before == other.before && after == other.after
      && (before != nil || after != nil)
  }
}

/// Running sums from which the mean of movements is computed.
private struct FeatureSum: Sendable {
  private var path: [MovementVector] = []
  private var (rest, peak) = (MovementVector.zero, MovementVector.zero)
  private var (ranges, durations, asymmetries) = (
    SortedValues(), SortedValues(), SortedValues()
  )

  mutating func add(_ features: MovementFeatures) {
    if path.isEmpty { path = Array(repeating: .zero, count: features.steps.count) }
    for step in path.indices { path[step] += features[step] }
    rest += features.restPosture
    peak += features.peakPosture
    ranges.insert(features.size.range)
    durations.insert(features.size.duration)
    asymmetries.insert(features.size.asymmetry)
  }

  /// Mean path and postures, the other figures' medians.
  var mean: MovementFeatures {
    let share = 1 / Float(max(1, ranges.count))
    return MovementFeatures(
      size: MovementSize(
        range: ranges.median, duration: durations.median, asymmetry: asymmetries.median),
      path: path.map { $0 * share }, restPosture: rest * share, peakPosture: peak * share)
  }
}

/// Values in order, so that their median is at hand.
private struct SortedValues: Sendable {
  private var values: [Float] = []

  var count: Int { values.count }

  mutating func insert(_ value: Float) {
    values.insert(value, at: values.partitioningIndex { $0 >= value })
  }

  /// The middle value (the mean of the middle two for an even number); 0 for none.
  var median: Float {
    guard !values.isEmpty else { return 0 }
    let middle = values.count / 2
    return values.count.isMultiple(of: 2)
      ? (values[middle - 1] + values[middle]) / 2 : values[middle]
  }
}
