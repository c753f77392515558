import MotionCore

/// Gyroflow logs (`.gcsv`): scales in the first lines, then integers.
enum GyroflowFormat: RecordingFormat {
  static let title = "Gyroflow .gcsv"
  static let export = [
    "a logger that writes acceleration too (header t,gx,gy,gz,ax,ay,az)",
    "give the .gcsv",
  ]

  static func plan(for head: TextHead, options: ReadingOptions) throws(InputError) -> TextPlan? {
    guard let title = head.lines.first?.text.uppercased(),
      title.hasPrefix("GYROFLOW IMU LOG") || title.hasPrefix("CAMERA IMU LOG")
    else { return nil }
    guard let place = head.lines.firstIndex(where: { isHeader($0.text) }) else {
      throw .unusableColumns(
        path: head.path, line: head.lines.count,
        reason: "this Gyroflow log has no header 't,gx,gy,gz,ax,ay,az'")
    }
    let scales = scales(head.lines[..<place])
    let names = TableShape([head.lines[place].text]).fields(head.lines[place].text.lowercased())
    guard ["ax", "ay", "az"].allSatisfy(names.contains) else {
      throw .unusableColumns(
        path: head.path, line: head.lines[place].number,
        reason: "this Gyroflow log holds rotation and no acceleration; log the accelerometer too")
    }
    let layout = layout(names, scales)
    return TextPlan(
      format: Self.title, body: .table(layout), firstRow: head.lines[place].number + 1,
      content: layout.hasGyroscope ? [.force, .rotation] : [.force],
      decisions: ["scales of time, rotation and acceleration as its first lines say"])
  }

  private static func isHeader(_ line: String) -> Bool {
    let line = line.lowercased().filter { $0 != " " }
    return line.hasPrefix("t,gx,gy,gz") || line.hasPrefix("t,ax,ay,az")
  }

  /// `ascale,0.00048828` and its kin; some write a colon.
  private static func scales(_ lines: ArraySlice<TextHead.Line>) -> [String: Double] {
    var scales: [String: Double] = [:]
    for line in lines {
      let parts = line.text.split { ",:".contains($0) }.map { $0.trimmed() }
      if parts.count == 2, let value = Double(parts[1]) { scales[parts[0].lowercased()] = value }
    }
    return scales
  }

  private static func layout(_ names: [String], _ scales: [String: Double]) -> ColumnLayout {
    let force = (scales["ascale"] ?? 1) * Units.standardGravity
    let rate = scales["gscale"] ?? 1
    let columns = names.map { name -> ColumnLayout.Column in
      if name == "t" { return .time(.seconds) }
      guard name.count == 2, let last = name.last,
        let axis = ColumnLayout.names.firstIndex(of: String(last))
      else { return .ignored }
      switch name.first {
      case "a": return .specificForce(axis: axis, factor: force)
      case "g": return .angularRate(axis: axis, factor: rate)
      default: return .ignored
      }
    }
    return ColumnLayout(
      columns: columns, shape: TableShape(delimiter: UInt8(ascii: ",")),
      clock: .counter(rateHertz: 1 / (scales["tscale"] ?? 1), modulus: .greatestFiniteMagnitude))
  }
}
