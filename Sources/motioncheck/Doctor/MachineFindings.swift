import Foundation
import MotionInput

/// What the machine is, and which of the programs are there that motioncheck can use.
struct MachineFindings {
  private let environment: [String: String]

  init(environment: [String: String]) { self.environment = environment }

  var all: [Finding] { [machine, terminal, voice, code, sleep, network] }

  private var machine: Finding {
    let name = Self.systemName ?? "an unknown Linux"
    let processors = ProcessInfo.processInfo.processorCount
    return Finding("machine", .fine, "\(name), processors: \(processors)")
  }

  private static var systemName: String? {
    let text = try? String(contentsOfFile: "/etc/os-release", encoding: .utf8)
    let line = text?.split(separator: "\n").first { $0.hasPrefix("PRETTY_NAME=") }
    return line.map { String($0.dropFirst("PRETTY_NAME=".count)).replacing("\"", with: "") }
  }

  /// Whether the display of a session, with its large figures, can be drawn.
  private var terminal: Finding {
    let name = environment["TERM"] ?? ""
    let stream = TextStream.standardOutput()
    guard stream.isTerminal else {
      return Finding("terminal", .fine, "none here: a session is told line by line")
    }
    guard !name.isEmpty, name != "dumb" else {
      return Finding(
        "terminal", .note, "cannot move its cursor: a session is told line by line",
        advice: "use another terminal, or set TERM to what this one is")
    }
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }
      .first { !$0.isEmpty }
    guard let locale, locale.lowercased().replacing("-", with: "").contains("utf8") else {
      return Finding(
        "terminal", .note, "\(name), perhaps without UTF-8: marks and figures may look wrong",
        advice: "set a locale with UTF-8, such as with 'export LANG=C.UTF-8'")
    }
    let width = stream.columns.map { ", \($0) columns" } ?? ""
    return Finding("terminal", .fine, "\(name)\(width)")
  }

  private var voice: Finding {
    do {
      let program = try SpeechProgram.installed(environment: environment)[0]
      return Finding("voice", .fine, program.executable.path)
    } catch {
      return Finding(
        "voice", .note, "nothing that can speak is installed: --voice cannot be used",
        advice: "install espeak-ng, such as with 'sudo apt install espeak-ng'; or use --bell")
    }
  }

  private var code: Finding {
    guard let path = InstalledProgram.path(of: "qrencode", environment: environment) else {
      return Finding(
        "QR code", .note, "qrencode is not installed: URLs for a phone are to be typed",
        advice: "install it, such as with 'sudo apt install qrencode'")
    }
    return Finding("QR code", .fine, path)
  }

  private var sleep: Finding {
    let paths = SleepInhibitor.programs.compactMap {
      InstalledProgram.path(of: $0.0, environment: environment)
    }
    guard !paths.isEmpty else {
      return Finding(
        "sleep", .note, "nothing keeps the machine awake during a session",
        advice: "switch off its sleep while you exercise, or install systemd")
    }
    return Finding("sleep", .fine, "kept awake by \(paths.joined(separator: ", "))")
  }

  private var network: Finding {
    guard let address = NetworkAddress.ofThisMachine.first else {
      return Finding(
        "network", .note, "in no network: a phone cannot send to this machine",
        advice: "join the phone's network, to use a phone as the sensor")
    }
    return Finding(
      "network", .fine, "a phone in the same network reaches this machine at \(address)")
  }
}
