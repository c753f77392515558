/// The beginning of a text as the table that it is, though it may be written in another way: as JSON,
/// or in lines that name their values.
struct ShownText {
  /// What formats look at.
  private(set) var head: TextHead
  /// The bytes so far, as lines of the table; those of a plotter are still as they were written.
  private(set) var bytes: [UInt8]
  /// What turns the bytes that follow into lines, where it is needed.
  private(set) var json: JSONTable?
  /// What the lines of a plotter name; nil for any other text.
  private(set) var plotterNames: [String]?
  /// What messages about it must be read with.
  private(set) var remark: String?

  /// Takes what was read so far.
  ///
  /// - Parameters:
  ///   - text: in UTF-8.
  ///   - isWhole: true where nothing follows.
  /// - Returns: nil where it can only be shown as a whole, up to `JSONDocument.mostBytes`.
  /// - Throws: `InputError` where that is not enough.
  init?(
    _ text: [UInt8], path: String, name: String?, isWhole: Bool,
    neighbour: @escaping (String) -> String?
  ) throws(InputError) {
    var lines = text
    if var json = JSONTable(beginning: text.span) {
      lines = json.lines(of: text.span)
      self.json = json
      remark = JSONTable.remark
    } else if JSONDocument.begins(text.span) {
      guard isWhole else {
        guard text.count < JSONDocument.mostBytes else { throw JSONDocument.tooLarge(path) }
        return nil
      }
      if let document = JSONDocument(text) { (lines, remark) = (document.lines, document.remark) }
    }
    let head = TextHead(
      path: path, name: name, bytes: lines.span, isWhole: isWhole, neighbour: neighbour)
    bytes = lines
    let plotted = head.plotted
    plotterNames = plotted?.names
    self.head = plotted?.table ?? head
    if plotted != nil { remark = TextHead.plotterRemark }
  }
}
