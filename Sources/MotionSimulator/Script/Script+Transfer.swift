import MotionCore

extension Script {
  /// The sensor on the back serves both arms; one on an arm is taken off, handled for 10 to 20 s
  /// and strapped to the other.
  mutating func moveSensor(to side: Side) {
    guard placement != .upperBack, side != wearing.side else { return }
    assume(.sitting)
    rest(random.uniform(1...2))
    bringSensor(to: .worn(side), in: random.uniform(11...18))
    rest(random.uniform(1...3))
  }

  /// Takes the sensor in the hand, turns it about for so many seconds and brings it to a place.
  mutating func bringSensor(to place: Wearing.Place, in seconds: Double) {
    let end = now + seconds
    var transfer = Wearing.Transfer(start: now, end: end)
    for axis in 0..<3 {
      handle(&transfer.wander[axis], from: now, to: end, size: 0.12)
      handle(&transfer.turn[axis], from: now, to: end, size: 0.6)
    }
    let mount = newMount(in: place, at: (now + end) / 2)
    wearing.add(transfer, to: .init(place: place, mount: mount))
    now = end
  }

  private mutating func handle(
    _ track: inout Track, from start: Double, to end: Double, size: Double
  ) {
    var time = start
    while true {
      let duration = random.uniform(0.4...1.6)
      guard time + duration < end - 1 else { break }
      track.move(to: size * random.normal(), start: time, duration: duration)
      time += duration * random.uniform(0.7...1.6)
    }
    track.move(to: 0, start: end - 1, duration: 1)
  }

  /// Any mount, except those whose way from the present one is so near to half a turn that the
  /// shorter way round would change in the hand.
  private mutating func newMount(in place: Wearing.Place, at time: Double) -> Rotation {
    let present = wearing.stays.last.map { orientation(of: $0.place, at: time) * $0.mount }
    let goal = orientation(of: place, at: time)
    while true {
      let mount = Rotation.random(using: &random)
      let way = (present ?? .identity).inverse * (goal * mount)
      if way.angle < 140.degrees { return mount }
    }
  }

  private func orientation(of place: Wearing.Place, at time: Double) -> Rotation {
    switch place {
    case .worn(let side):
      Skeleton(body: body).segment(under: placement, side, of: motion, at: time).orientation
    case .laid: .identity
    }
  }
}
