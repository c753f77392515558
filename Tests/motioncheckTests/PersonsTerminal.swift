import Foundation
import Testing

/// A terminal whose keys the test presses, in place of a person.
struct PersonsTerminal {
  /// What is written here the program reads as keys.
  let keys: FileHandle
  /// Where the program finds its end.
  let path: String
  private let program: FileHandle

  init() throws {
    var ends: (person: Int32, program: Int32) = (-1, -1)
    try #require(openpty(&ends.person, &ends.program, nil, nil, nil) == 0)
    keys = FileHandle(fileDescriptor: ends.person, closeOnDealloc: true)
    program = FileHandle(fileDescriptor: ends.program, closeOnDealloc: true)
    path = String(cString: try #require(ttyname(ends.program)))
  }

  /// Whether keys are echoed, come line by line and so on.
  var localModes: tcflag_t {
    var modes = termios()
    tcgetattr(program.fileDescriptor, &modes)
    return modes.c_lflag
  }

  /// Hangs up at the program's end.
  func close() throws { try program.close() }
}
