/// What the members of a group look like.
///
/// Posture drifts while a set goes on, a person tires, and a strap that slips turns the whole
/// movement in the sensor's frame; so each movement is held against its neighbours on the one side
/// or on the other, whichever it is more like.
struct MovementReference {
  /// How many members on each side are its neighbours.
  private static let neighbours = 3

  /// Mean path and postures, median range and duration of all.
  let mean: MovementFeatures
  private let turns: [Int]
  /// The mean of the members from each position on.
  private let means: [MovementFeatures]

  init(_ movements: [Movement], members: [Int]) {
    mean = Self.mean(of: members[...], in: movements)
    turns = members.map { movements[$0].turn }
    means =
      members.count <= Self.neighbours
      ? []
      : (0...members.count - Self.neighbours).map {
        Self.mean(of: members[$0..<$0 + Self.neighbours], in: movements)
      }
  }

  /// The smaller of a distance to the neighbours before and to those after a movement.
  func smallest(for movement: Movement, _ distance: (MovementFeatures) -> Float) -> Float {
    var before = 0
    while before < turns.count, turns[before] < movement.turn { before += 1 }
    var after = before
    while after < turns.count, turns[after] <= movement.turn { after += 1 }
    before -= Self.neighbours
    let (isBefore, isAfter) = (means.indices.contains(before), means.indices.contains(after))
    return switch (isBefore, isAfter) {
    case (true, true): min(distance(means[before]), distance(means[after]))
    case (true, false): distance(means[before])
    case (false, true): distance(means[after])
    case (false, false): distance(mean)
    }
  }

  private static func mean(
    of members: ArraySlice<Int>, in movements: [Movement]
  ) -> MovementFeatures {
    let share = 1 / Float(max(1, members.count))
    var path = members.first.map { movements[$0].features.path } ?? []
    var (rest, turn) = (MovementVector.zero, MovementVector.zero)
    for step in path.indices { path[step] = .zero }
    for member in members {
      let features = movements[member].features
      for step in path.indices { path[step] += features[step] }
      rest += features.restPosture
      turn += features.turnPosture
    }
    for step in path.indices { path[step] *= share }
    return MovementFeatures(
      range: members.map { movements[$0].features.range }.median,
      duration: members.map { movements[$0].features.duration }.median,
      asymmetry: members.map { movements[$0].features.asymmetry }.median, path: path,
      restPosture: rest * share, turnPosture: turn * share)
  }
}
