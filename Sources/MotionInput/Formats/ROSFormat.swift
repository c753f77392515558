/// `sensor_msgs/Imu` of ROS as `rostopic echo -p` writes it, or with the columns named likewise:
/// `%time,field.header.seq,...,field.angular_velocity.x,...,field.linear_acceleration.x,...`.
///
/// What it calls linear acceleration has gravity in it (REP 145).
enum ROSFormat: RecordingFormat {
  static let title = "ROS"
  static let export = [
    "rostopic echo -b FILE.bag -p /imu > imu.csv",
    "the topic of the sensor_msgs/Imu messages, with its linear_acceleration and angular_velocity",
  ]

  static func plan(for head: TextHead, options: ReadingOptions) throws(InputError) -> TextPlan? {
    guard let table = try head.table.get(), has("linear_acceleration.x", table),
      has("angular_velocity.x", table)
    else { return nil }
    var picker = ColumnPicker(
      table, hints: ColumnHints(meaning: meaning, rateFactor: 1), options: options)
    return try picker.pick().map { plan(of: table, $0) }
  }

  private static func has(_ name: String, _ table: MotionTable) -> Bool {
    table.fields.contains { $0.text.hasSuffix(name) }
  }

  private static func meaning(_ field: HeaderField) -> MotionVocabulary.Quantity? {
    if field.text.contains("covariance") { return .other }
    if field.text.contains("linear_acceleration.") { return .force }
    return field.text.contains("angular_velocity.") ? .rotation : nil
  }
}
