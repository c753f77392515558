/// A live view for a browser: the page, and the state that it shows, as JSON.
///
/// The page shows the very view that the live screen shows; it decides nothing itself.
package enum LivePageText {
  /// The page, as it is sent.
  package static var html: [UInt8] { PackageResources.page_html }

  /// The state of a moment, on one line.
  ///
  /// - Parameters:
  ///   - isGuided: true where its buttons lead through the session.
  ///   - isOver: true in the last state of a session.
  package static func state(_ view: LiveView, isGuided: Bool, isOver: Bool = false) -> String {
    let state: JSON = [
      "title": .string(view.title), "place": .string(view.place), "phase": .string(view.phase),
      "tone": .string(view.tone.rawValue), "figure": .string(view.figure),
      "caption": .string(view.caption), "progress": JSON(view.progress),
      "message": .string(view.message), "note": .string(view.note), "next": .string(view.next),
      "sensor": .string(view.sensor), "isSensorPoor": .bool(view.isSensorPoor),
      "isAskingPain": .bool(view.isAskingPain), "canUndo": .bool(view.canUndo),
      "isOfferingEnd": .bool(view.isOfferingEnd),
      "isGuided": .bool(isGuided),
      "isOver": .bool(isOver),
    ]
    return state.rendered
  }
}
