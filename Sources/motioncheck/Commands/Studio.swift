import ArgumentParser
import Foundation
import MotionCore
import MotionInput
import MotionStudio

/// `motioncheck studio`: see, correct, tune in the browser.
struct Studio: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "studio",
    abstract: "See what is detected, correct labels and tune thresholds, in the browser.",
    usage: "motioncheck studio RECORDING ... | MANIFEST | FOLDER [--port [ADDRESS:]PORT] ...",
    discussion: """
      Serves a page on this machine and opens it where there is a browser (the one that BROWSER \
      names, else the desktop's own). The page shows each \
      recording's movement signal with what is counted in it and why; a slider for each threshold, \
      which detects anew while it is dragged; labels to draw and correct, written to \
      NAME.labels.csv beside the recording as you go; and the search of 'tune'. Ctrl-C ends it.

      What is looked for in a recording stands in the manifest (column check_as), else in the \
      options, in the recording, or in its labels; else the page asks. Nothing is written but \
      labels, and thresholds where you save them.
      """)

  @Argument(
    help: "Recordings, or one manifest as 'tune' takes it, or one folder of recordings.",
    completion: .file())
  var paths: [String]

  @OptionGroup(title: "What is looked for") var choice: CheckOptions

  @Option(
    help: ArgumentHelp(
      "Save thresholds to this new YAML file (default: EXERCISE.parameters.yaml beside them).",
      valueName: "file"), completion: .file(extensions: ["yaml"]))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Listen here; without an address only this machine can see the page (default: any port).",
      valueName: "[address:]port"))
  var port = "0"

  @Flag(name: .customLong("no-open"), help: "Print the page's URL, and open no browser.")
  var isClosed = false

  func validate() throws {
    guard !paths.isEmpty else {
      throw ValidationError("name recordings, a manifest or a folder.")
    }
    guard NetworkAddress(listener: port) != nil else {
      throw ValidationError("--port is '\(port)'; it must be PORT or ADDRESS:PORT.")
    }
    try OutputFiles(("--output", output)).require(apartFrom: paths + [choice.parameters])
  }

  func run() throws {
    try Failure.reported {
      if let output { try CanonicalWriter.requireNew(output) }
      guard let address = NetworkAddress(listener: port) else { return }
      let opened = try StudioContents(paths, choice)
      let token = AccessToken.fresh().text
      StandardStreams.outliveReaders()
      let server = try StudioServer(
        at: address, Library(opened.items),
        StudioServer.Options(
          token: token, version: Motioncheck.configuration.version, title: opened.title,
          output: output, folder: opened.folder))
      let url = PhoneURL(server.address, token: token).text + "/"
      TextStream.standardError().note("The studio (Ctrl-C ends it):\n  \(url)\n")
      if !isClosed { BrowserWindow.open(url) }
      try wait(for: server)
    }
  }

  private static let strideSeconds = 0.1

  private func wait(for server: StudioServer) throws {
    let interruption = try Interruption()
    while !interruption.isRequested { Thread.sleep(forTimeInterval: Self.strideSeconds) }
    withExtendedLifetime(server) {}
  }
}
