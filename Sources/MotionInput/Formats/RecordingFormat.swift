/// A family of recordings: what an app, a device or a program writes. One file a family.
///
/// Recognition is by content; the name of the file only breaks the ties that the content leaves.
protocol RecordingFormat: SendableMetatype {
  /// What people call it.
  static var title: String { get }
  /// How to get such a recording out of the app, in two lines.
  static var export: [String] { get }
  /// How the text is read that begins like this; nil where it is of another family.
  ///
  /// - Throws: `InputError` where it is of this family and cannot be measured from.
  static func plan(for head: TextHead, options: ReadingOptions) throws(InputError) -> TextPlan?
}

extension RecordingFormat {
  /// The plan of a table of this family.
  static func plan(
    of table: MotionTable, _ picked: PickedColumns, firstRow: Int? = nil
  ) -> TextPlan {
    TextPlan(
      format: title, body: .table(picked.layout), firstRow: firstRow ?? table.firstRow,
      content: picked.content, decisions: table.remarks + picked.decisions,
      doubts: picked.doubts,
      clockStart: RecordedStart.text(of: picked.layout, in: table))
  }
}

/// Every family that is read, the surest to recognise first, any other table last.
enum RecordingFormats {
  static let all: [any RecordingFormat.Type] = [
    EvemuFormat.self, LibinputFormat.self, EvtestFormat.self, GyroflowFormat.self,
    ActiGraphFormat.self, GENEActivFormat.self, XsensDOTFormat.self, XsensMTFormat.self,
    ShimmerFormat.self, MotioncheckFormat.self, PhyphoxFormat.self, SensorLoggerFormat.self,
    PhysicsToolboxFormat.self, SensorLogFormat.self, MetaBaseFormat.self, PolarFormat.self,
    AndroSensorFormat.self, XIOFormat.self, ScienceJournalFormat.self, SensorRecordFormat.self,
    SensorKineticsFormat.self, ROSFormat.self, FarosFormat.self, BIDSMotionFormat.self,
    EmpaticaFormat.self, GarminFormat.self, AxivityFormat.self, GenericTable.self,
  ]

  /// How the text is read that begins like this.
  ///
  /// - Throws: `InputError` where nobody knows it or it cannot be measured from.
  static func plan(for head: TextHead, options: ReadingOptions) throws(InputError) -> TextPlan {
    if let first = head.content(1).first, first.text.hasPrefix("{"),
      let error = UnknownTable.error(at: head.path, beginning: first.text)
    {
      throw error
    }
    let formats: [any RecordingFormat.Type] = options.columns.isEmpty ? all : [GenericTable.self]
    for format in formats {
      if let plan = try format.plan(for: head, options: options) { return plan }
    }
    throw UnknownTable(head).error
  }
}
