import MotionCore

/// The buttons of the game controller whose motion sensor is worn: for a person who reaches no
/// keyboard. They come from another node of the same hardware.
///
/// A controller without buttons of its own, or whose buttons may not be read, has none here; after
/// it was away they are looked for again.
package final class ControllerButtons {
  /// How often buttons that went away are looked for, in nanoseconds.
  private static let searchNanoseconds: Int64 = 2_000_000_000

  private let sensor: DeviceDescription
  private let directory: DeviceDirectory
  private let clock: @Sendable () -> Int64
  private var device: EvdevDevice?
  private var nextSearch = Int64.min

  init(
    of sensor: DeviceDescription, in directory: DeviceDirectory,
    clock: @escaping @Sendable () -> Int64
  ) {
    self.sensor = sensor
    self.directory = directory
    self.clock = clock
  }

  /// What was asked for since the last call; waits for nothing.
  package func intents() -> [GuideIntent] {
    if device == nil { search() }
    var intents: [GuideIntent] = []
    while let step = try? device?.next() {
      switch step {
      case .event(let event): intents += ButtonMeaning.intent(of: event).map { [$0] } ?? []
      case .nothing: return intents
      case .gone:
        device = nil
        return intents
      }
    }
    device = nil
    return intents
  }

  private func search() {
    let now = clock()
    guard now >= nextSearch else { return }
    nextSearch = now + Self.searchNanoseconds
    device = Self.node(of: sensor, among: directory.devices()).flatMap { try? EvdevDevice($0) }
  }

  /// The node of a sensor's hardware that has its buttons.
  static func node(
    of sensor: DeviceDescription, among devices: [DeviceDescription]
  ) -> DeviceDescription? {
    devices.first { $0.kind == .gameController && $0.isPart(of: sensor) && $0.isReadable }
  }
}

/// What the buttons of a controller ask of a guided session, from the names that the kernel gives
/// them by their place: the lower one pauses, the right one means pain, the shoulders go back and
/// on, and so do the arrows, which a left Joy-Con has only.
enum ButtonMeaning {
  /// The intent of an event; nil for releases, and for what means nothing.
  static func intent(of event: InputEvent) -> GuideIntent? {
    switch (event.type, event.code, event.value) {
    case (InputEvent.Code.key, let code, 1): keys[code]
    case (InputEvent.Code.absolute, InputEvent.Code.hatX, -1): .back
    case (InputEvent.Code.absolute, InputEvent.Code.hatX, 1): .next
    case (InputEvent.Code.absolute, InputEvent.Code.hatY, -1): .pain
    case (InputEvent.Code.absolute, InputEvent.Code.hatY, 1): .pause
    default: nil
    }
  }

  private static let keys: [UInt16: GuideIntent] = [
    InputEvent.Code.south: .pause, InputEvent.Code.east: .pain,
    InputEvent.Code.leftShoulder: .back, InputEvent.Code.rightShoulder: .next,
    InputEvent.Code.arrowDown: .pause, InputEvent.Code.arrowUp: .pain,
    InputEvent.Code.arrowLeft: .back, InputEvent.Code.arrowRight: .next,
  ]
}
