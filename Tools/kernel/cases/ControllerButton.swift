/// Buttons of Sony's controllers, by what is printed on them.
enum ControllerButton {
  case cross, circle, leftShoulder, rightShoulder, arrowRight

  /// Two bytes of an input report with nothing pressed: 8 is the middle of the arrows.
  static let none: [UInt8] = [0x08, 0]

  /// The two bytes with this button pressed: the arrows by their direction in the lower half of the
  /// first and the symbols in its upper half, then the shoulders (Linux, hid-playstation.c,
  /// `DS_BUTTONS0_` and `DS_BUTTONS1_`).
  var bytes: [UInt8] {
    switch self {
    case .cross: [0x28, 0]
    case .circle: [0x48, 0]
    case .leftShoulder: [0x08, 0x01]
    case .rightShoulder: [0x08, 0x02]
    case .arrowRight: [0x02, 0]
    }
  }
}
