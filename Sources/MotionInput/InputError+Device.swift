extension InputError {
  /// The udev rules that let whoever sits at the machine read motion sensors.
  static let udevRules = """
    SUBSYSTEM=="input", KERNEL=="event*", ATTRS{name}=="*Motion Sensors*", TAG+="uaccess"
    SUBSYSTEM=="input", KERNEL=="event*", ENV{ID_INPUT_ACCELEROMETER}=="1", TAG+="uaccess"
    SUBSYSTEM=="input", KERNEL=="event*", ATTRS{name}=="*Accelerometer*", TAG+="uaccess"
    """

  /// What to do where there is no sensor.
  package static let withoutSensorAdvice = """
    connect a game controller with motion sensors (DualSense, DualShock 4, Joy-Con, Switch Pro) \
    by cable, or pair it: 'bluetoothctl', then 'scan on', 'pair ADDRESS', 'connect ADDRESS'
    with a phone or watch in the same network, strapped to the arm:
      iPhone, Android, Apple Watch   the app Sensor Logger sends: --source http://0.0.0.0:8765
      iPhone, Android                the app phyphox, remote access on: --source phyphox://PHONE
      Android                        the app SensorServer: --source ws://PHONE:8080
      Steam Deck, controllers        a DSU (cemuhook) server: --source dsu://HOST
    without a sensor: --source reads a recording, a pipe or a serial port, and \
    'motioncheck simulate' makes a recording to try things with
    """

  /// The message of an error about a device.
  var deviceMessage: String {
    switch self {
    case .noDevice(let asked, let others): Self.noDeviceMessage(asked: asked, others: others)
    case .ambiguousDevice(let asked, let candidates):
      """
      \(candidates.count) motion sensors \(asked.map { "fit '\($0)'" } ?? "are connected"); name \
      one with --device (path or vendor:product):
      \(Self.list(candidates))
      """
    case .notMotionSensor(let path, let what, let sensor):
      "\(path): is not a motion sensor but \(what); "
        + (sensor.map { "its motion sensor is \($0)" }
          ?? "'motioncheck devices' lists those that are")
    case .devicePermission(let path, let name):
      """
      \(path) (\(name)): no permission to read it; put these lines into \
      /etc/udev/rules.d/70-motion-sensors.rules
      \(Self.list(Self.udevRules.split(separator: "\n").map(String.init)))
      then run 'sudo udevadm control --reload' and connect the sensor again \
      ('Tools/allow-sensors' of motioncheck's sources does this)
      """
    case .portPermission(let path):
      """
      \(path): no permission to read it; serial ports belong to a group, on Debian to dialout: \
      join it with 'sudo usermod --append --groups dialout $USER', then log out and in again
      """
    default: ""
    }
  }

  private static func noDeviceMessage(asked: String?, others: [String]) -> String {
    guard let asked else { return "no motion sensor is connected\n\(withoutSensorAdvice)" }
    let found =
      others.isEmpty
      ? "none is connected" : "these motion sensors are connected:\n\(list(others))"
    return "no motion sensor '\(asked)': \(found)\n\(withoutSensorAdvice)"
  }

  private static func list(_ lines: [String]) -> String {
    lines.map { "  \($0)" }.joined(separator: "\n")
  }
}
