import MotionCore

/// How the sensor is worn over time: on which arm, turned how, and when it is strapped anew.
struct Wearing: Sendable {
  /// Where the sensor is for an interval of time.
  enum Place: Sendable {
    /// Strapped to the body, on this arm where the placement has two.
    case worn(Side)
    /// Put down at this point of the room.
    case laid(Vector3)
  }

  /// An interval of time in one place.
  struct Stay: Sendable {
    var place: Place
    /// The sensor's frame in its segment's, or in the room's.
    var mount: Rotation

    /// The arm that wears it; nil while none does.
    var side: Side? {
      if case .worn(let side) = place { side } else { nil }
    }
  }

  /// The sensor taken off, handled and strapped to another place.
  struct Transfer: Sendable {
    var start: Double
    var end: Double
    /// Displacement in hand, in metres, and turn in hand, as a rotation vector in radians.
    var wander = [Track](repeating: Track(), count: 3)
    var turn = [Track](repeating: Track(), count: 3)
  }

  /// One more stay than transfers.
  private(set) var stays: [Stay]
  private(set) var transfers: [Transfer] = []
  /// How far the strap has slipped round the segment, in radians, and down it, in metres.
  var slipRadians = Track()
  var slipMetres = Track()

  init(_ stay: Stay) { stays = [stay] }

  /// The arm on which the sensor ends up.
  var side: Side { stays.lazy.reversed().compactMap(\.side).first ?? .right }

  mutating func add(_ transfer: Transfer, to stay: Stay) {
    transfers.append(transfer)
    stays.append(stay)
  }
}

/// The course of the sensor through the room.
struct SensorPath: Sendable {
  let skeleton: Skeleton
  let placement: Placement
  let motion: BodyMotion
  let wearing: Wearing

  private static let tipShare = 0.35

  /// Where the sensor is and how it is turned.
  func pose(at time: Double) -> Pose {
    let index = wearing.transfers.firstIndex { time < $0.end } ?? wearing.transfers.count
    let before = pose(in: wearing.stays[index], at: time)
    guard index < wearing.transfers.count, time > wearing.transfers[index].start else {
      return before
    }
    let after = pose(in: wearing.stays[index + 1], at: time)
    return wearing.transfers[index].blend(before, after, at: time)
  }

  private func pose(in stay: Wearing.Stay, at time: Double) -> Pose {
    switch stay.place {
    case .worn(let side): strapped(to: side, stay.mount, at: time)
    case .laid(let point): Pose(position: point, orientation: stay.mount)
    }
  }

  private func strapped(to side: Side, _ mount: Rotation, at time: Double) -> Pose {
    let segment = skeleton.segment(under: placement, side, of: motion, at: time)
    let angle = wearing.slipRadians.value(at: time)
    // a strap that turns round the limb also tips over a little
    let slip = Rotation.aboutZ(angle) * .aboutX(Self.tipShare * angle)
    let down = Vector3(0, 0, -wearing.slipMetres.value(at: time))
    let seat = segment.moved(by: slip * placement.seatMetres(side) + down)
    return Pose(position: seat.position, orientation: seat.orientation * slip * mount)
  }
}

extension Wearing.Transfer {
  fileprivate func blend(_ before: Pose, _ after: Pose, at time: Double) -> Pose {
    let share = MinimumJerk.progress((time - start) / (end - start))
    func vector(_ tracks: [Track]) -> Vector3 {
      Vector3(tracks[0].value(at: time), tracks[1].value(at: time), tracks[2].value(at: time))
    }
    let way = (before.orientation.inverse * after.orientation).rotationVector
    return Pose(
      position: before.position * (1 - share) + after.position * share + vector(wander),
      orientation: before.orientation * Rotation(rotationVector: way * share)
        * Rotation(rotationVector: vector(turn)))
  }
}

extension Placement {
  /// Where the sensor sits against its segment's axis: the flesh and strap between, in metres.
  fileprivate func seatMetres(_ side: Side) -> Vector3 {
    switch self {
    case .upperArm: Vector3(0, side.sign * 0.05, 0)
    case .wrist: Vector3(0, side.sign * 0.03, 0)
    case .shoulder: Vector3(0, 0, 0.03)
    case .upperBack: Vector3(-0.12, 0, 0)
    }
  }
}
