import CLibevdev

/// What the kernel says an input device can report.
struct Capabilities {
  var properties: Bitmap
  var axes: Bitmap
  var relativeAxes: Bitmap
  var keys: Bitmap

  /// `INPUT_PROP_ACCELEROMETER`: the axes are acceleration.
  var areAxesAcceleration: Bool { properties.contains(Int(INPUT_PROP_ACCELEROMETER)) }

  /// True when there are three axes from this one on.
  func hasThreeAxes(from first: UInt16) -> Bool {
    (Int(first)..<Int(first) + 3).allSatisfy(axes.contains)
  }

  /// What a device that is no motion sensor is, as far as can be told.
  var kind: DeviceKind {
    if keys.contains(Int(BTN_GAMEPAD)) || keys.contains(Int(BTN_JOYSTICK)) {
      return .gameController
    }
    if axes.contains(Int(ABS_MT_POSITION_X)) { return .touchSurface }
    if relativeAxes.contains(Int(REL_X)) && keys.contains(Int(BTN_LEFT)) { return .mouse }
    return keys.contains(Int(KEY_A)) ? .keyboard : .other
  }
}

/// A set of numbers as sysfs writes it: words of 64 bits in hexadecimal, the highest first.
struct Bitmap {
  private let words: [UInt64]

  init(_ text: String) {
    words = text.split(separator: " ").reversed().map { UInt64($0, radix: 16) ?? 0 }
  }

  func contains(_ number: Int) -> Bool {
    let word = number / 64
    return word < words.count && words[word] & (1 << UInt64(number % 64)) != 0
  }
}
