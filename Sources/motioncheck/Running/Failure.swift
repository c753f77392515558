import ArgumentParser
import MotionInput

extension ExitCode {
  /// The target was not met.
  static let targetNotMet = ExitCode(1)
  /// A recording, device, programme or parameter file could not be used.
  static let unusable = ExitCode(2)
}

/// The one place where errors are printed.
enum Failure {
  /// Runs a command's work; what could not be used is named on standard error.
  ///
  /// - Throws: `ExitCode.unusable` in place of an `InputError`; usage errors pass through.
  static func reported(_ work: () throws -> Void) throws {
    do {
      try work()
    } catch let error as InputError {
      report(error)
      throw ExitCode.unusable
    }
  }

  /// Names what could not be used.
  static func report(_ error: InputError) {
    TextStream.standardError().note("Error: \(error)\n")
  }
}
