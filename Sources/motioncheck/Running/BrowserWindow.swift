import Foundation

/// A window of the person's browser, where there is one.
enum BrowserWindow {
  /// Opens a URL; nothing happens without a desktop, or without a program that opens URLs.
  static func open(_ url: String) {
    let environment = ProcessInfo.processInfo.environment
    guard environment["DISPLAY"] != nil || environment["WAYLAND_DISPLAY"] != nil else { return }
    let folders = (environment["PATH"] ?? "/usr/bin").split(separator: ":")
    guard
      let path = folders.map({ "\($0)/xdg-open" })
        .first(where: FileManager.default.isExecutableFile(atPath:))
    else { return }
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = [url]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try? process.run()
  }
}
