import Foundation

/// A window of the person's browser, where there is one.
enum BrowserWindow {
  /// Opens a URL with what BROWSER names, else with the desktop's own choice.
  ///
  /// Nothing happens without a desktop, without a program that opens URLs, or where nobody looks:
  /// when standard output is no terminal.
  static func open(_ url: String) {
    let environment = ProcessInfo.processInfo.environment
    guard TextStream.standardOutput().isTerminal,
      ["DISPLAY", "WAYLAND_DISPLAY"].contains(where: { environment[$0]?.isEmpty == false })
    else { return }
    let folders = (environment["PATH"] ?? "/usr/bin").split(separator: ":").map(String.init)
    for command in commands(environment["BROWSER"]) where start(command, url, in: folders) {
      return
    }
  }

  /// What opens a URL, the first choice first: BROWSER holds commands that are parted by colons.
  private static func commands(_ chosen: String?) -> [[String]] {
    let own = (chosen ?? "").split(separator: ":").map {
      $0.split(separator: " ").map(String.init)
    }
    return own.filter { !$0.isEmpty } + [["xdg-open"]]
  }

  /// Starts a command with the URL in place of its `%s`, or at its end; false where there is none.
  private static func start(_ command: [String], _ url: String, in folders: [String]) -> Bool {
    let places = command[0].contains("/") ? [command[0]] : folders.map { "\($0)/\(command[0])" }
    guard let path = places.first(where: FileManager.default.isExecutableFile(atPath:)) else {
      return false
    }
    let arguments = command.dropFirst().map { $0.replacing("%s", with: url) }
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments.contains { $0.contains(url) } ? arguments : arguments + [url]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    return (try? process.run()) != nil
  }
}
