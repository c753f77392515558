import Foundation

/// A program that says a text aloud and ends when it has said it.
struct SpeechProgram: Sendable {
  /// There is none on this machine.
  struct Missing: Error, CustomStringConvertible {
    let description = """
      --voice: nothing that can speak was found, neither spd-say nor espeak-ng; install one, such \
      as with 'sudo apt install espeak-ng', or use --bell instead
      """
  }

  /// A sentence takes about 0.07 s a letter; a program that takes this much longer hangs.
  private static let secondsPerLetter = 0.2
  private static let startSeconds = 5.0

  /// Where it is.
  let executable: URL
  private let arguments: [String]
  /// What it is called with to end what it says; nil where ending the process does.
  private let silencing: [String]?

  /// Those of this machine, the best first: speech-dispatcher knows the voice that the person
  /// chose.
  ///
  /// - Throws: `Missing`, which says how to get one.
  static func installed(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(Missing) -> [SpeechProgram] {
    // The texts are English, whatever language the person has chosen.
    let known: [(name: String, arguments: [String], silencing: [String]?)] = [
      ("spd-say", ["--wait", "--language", "en", "--"], ["--cancel"]),
      ("espeak-ng", ["-v", "en", "--"], nil),
    ]
    let programs = known.compactMap { program in
      InstalledProgram.path(of: program.name, environment: environment).map {
        SpeechProgram(
          executable: URL(filePath: $0), arguments: program.arguments, silencing: program.silencing)
      }
    }
    guard !programs.isEmpty else { throw Missing() }
    return programs
  }

  /// A process that says a text, not yet started.
  func process(saying text: String) -> Process {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments + [text]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    return process
  }

  /// How long saying a text takes at most.
  func longestSeconds(of text: String) -> Double {
    Self.startSeconds + Double(text.count) * Self.secondsPerLetter
  }

  /// Ends what a running process says.
  func silence(_ process: Process) {
    kill(process.processIdentifier, SIGKILL)
    if let silencing { _ = try? Process.run(executable, arguments: silencing) }
  }
}
