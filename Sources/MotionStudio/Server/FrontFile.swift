/// A file of the page, as it is sent: the files of `Front`, which are in the program itself.
struct FrontFile {
  let bytes: [UInt8]
  let type: String

  /// The page.
  static var page: [UInt8] { PackageResources.studio_html }

  /// The file of this name; nil where there is none.
  init?(_ name: String) {
    guard let bytes = Self.files[name] else { return nil }
    self.bytes = bytes
    type = name.hasSuffix(".css") ? "text/css" : "text/javascript"
  }

  private static let files: [String: [UInt8]] = [
    "studio.css": PackageResources.studio_css,
    "actions.js": PackageResources.actions_js,
    "api.js": PackageResources.api_js,
    "compare.js": PackageResources.compare_js,
    "curveChart.js": PackageResources.curveChart_js,
    "curves.js": PackageResources.curves_js,
    "details.js": PackageResources.details_js,
    "detector.js": PackageResources.detector_js,
    "dom.js": PackageResources.dom_js,
    "editor.js": PackageResources.editor_js,
    "figures.js": PackageResources.figures_js,
    "gestures.js": PackageResources.gestures_js,
    "history.js": PackageResources.history_js,
    "keys.js": PackageResources.keys_js,
    "labelLane.js": PackageResources.labelLane_js,
    "labels.js": PackageResources.labels_js,
    "lanes.js": PackageResources.lanes_js,
    "main.js": PackageResources.main_js,
    "marks.js": PackageResources.marks_js,
    "panels.js": PackageResources.panels_js,
    "player.js": PackageResources.player_js,
    "recordings.js": PackageResources.recordings_js,
    "score.js": PackageResources.score_js,
    "sensitivity.js": PackageResources.sensitivity_js,
    "store.js": PackageResources.store_js,
    "thresholds.js": PackageResources.thresholds_js,
    "timeline.js": PackageResources.timeline_js,
    "toolbar.js": PackageResources.toolbar_js,
    "tuning.js": PackageResources.tuning_js,
    "view.js": PackageResources.view_js,
  ]
}
