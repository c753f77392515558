/// What the words of a header mean.
enum MotionVocabulary {
  /// What a column measures.
  enum Quantity: Hashable {
    /// Specific force, gravity in it.
    case force
    /// Acceleration from which gravity was taken.
    case linear
    /// Gravity alone.
    case gravity
    case rotation
    /// Along an axis; nothing says what.
    case unnamed
    /// Something that is not needed.
    case other
  }

  /// True for a word to which an axis may be attached without a sign between: `accx`.
  static func isCompact(_ word: String) -> Bool {
    isForce(word) || rotationWords.contains(word) || otherWords.contains(word)
      || word == shortForce
  }

  /// True for a word that says that an acceleration is measured.
  static func isForce(_ word: String) -> Bool {
    forceWords.contains(word) || linearWords.contains(word) || gravityWords.contains(word)
  }

  /// What a field measures, and which of several sensors it belongs to.
  static func meaning(of field: HeaderField) -> (quantity: Quantity, sensor: String) {
    let words = Set(field.words)
    let sensor = field.words.filter { !isMeaning($0) }.joined(separator: " ")
    return (quantity(words, field), sensor)
  }

  /// True for a field that may be an axis of a gyroscope, although its name is not understood.
  static func maybeRotation(_ field: HeaderField) -> Bool {
    guard !isOfEarth(field) else { return false }
    if field.unit.flatMap(MotionUnit.angularRate) != nil { return true }
    let text = field.words.joined()
    return text.contains("gyr") || text.contains("omega") || text.contains("ω")
      || field.words.contains { ["gx", "gy", "gz", "wx", "wy", "wz"].contains($0) }
  }

  /// True for what is given along the axes of the earth, not of the sensor.
  static func isOfEarth(_ field: HeaderField) -> Bool {
    field.words.contains { ["world", "earth", "global", "ned", "enu", "wf"].contains($0) }
  }

  private static func quantity(_ words: Set<String>, _ field: HeaderField) -> Quantity {
    let isTime = words.contains("time") && field.unit.flatMap(MotionUnit.time) != nil
    if isTime || !words.isDisjoint(with: otherWords) { return .other }
    let isRotation = !words.isDisjoint(with: rotationWords)
    let isForce = !words.isDisjoint(with: forceWords) || words == [shortForce]
    if words.contains("including") || words.contains("with"), words.contains("gravity") {
      return .force
    }
    if words.contains("g"), isForce || words.contains("force") { return .force }
    if isRotation, !(words.contains("gravity")), !isForce { return byUnit(field) ?? .rotation }
    if !words.isDisjoint(with: linearWords) { return .linear }
    if !words.isDisjoint(with: gravityWords), words.isDisjoint(with: ["force"]) { return .gravity }
    if isForce || words.contains("force") { return .force }
    if isRotation { return .rotation }
    return byUnit(field) ?? .unnamed
  }

  /// A unit says what it is where the name does not, and where `gx` is in g.
  private static func byUnit(_ field: HeaderField) -> Quantity? {
    guard let unit = field.unit else { return nil }
    if MotionUnit.specificForce(unit) != nil { return .force }
    if MotionUnit.angularRate(unit) != nil { return .rotation }
    return MotionUnit.isNotOfTime(unit) ? .other : nil
  }

  private static func isMeaning(_ word: String) -> Bool {
    isCompact(word) || fillers.contains(word)
  }

  private static let forceWords: Set<String> = [
    "a", "f", "acc", "accel", "acceleration", "accelerations", "accelerometer", "accm", "accelero",
    "accelerometeracceleration", "gf", "specificforce", "acce", "acl", "accl", "totalacceleration",
    "gforce", "fg",
  ]
  /// Beside other words this is the end of a device's number.
  private static let shortForce = "ac"
  private static let rotationWords: Set<String> = [
    "g", "w", "gyr", "gyro", "gyros", "gyroscope", "gyrm", "rotation", "rotationrate", "omega",
    "angular", "angularvelocity", "angvel", "angularrate", "rot", "gyrorotation", "gyroscop", "av",
    "turnrate", "rotrate", "gy",
  ]
  private static let linearWords: Set<String> = [
    "linear", "lin", "linacc", "linaccel", "lacc", "lacm", "useracceleration", "user", "free",
    "freeacc", "linearacceleration", "useraccel", "useracc", "la", "dynamic", "ua",
  ]
  private static let gravityWords: Set<String> = ["gravity", "grav", "grvm", "grv"]
  private static let otherWords: Set<String> = [
    "mag", "magn", "magnetometer", "magnetic", "magnetometr", "compass", "quat", "quaternion",
    "euler", "orientation", "attitude", "position", "pos", "displacement", "temperature", "temp",
    "mfield", "magfield", "m", "b", "latitude", "longitude", "velocityx", "ori", "field", "q",
    "heading", "location", "relative", "gps",
  ]
  /// Words that say nothing about which sensor it is.
  private static let fillers: Set<String> = [
    "force", "rate", "velocity", "speed", "cal", "calibrated", "data", "sensor", "imu", "motion",
    "device", "including", "with", "incl", "since", "reboot", "the", "in", "of", "signal", "val",
    "specific", "raw", "total", "s", "body",
  ]
}
