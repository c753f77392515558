import ArgumentParser
import MotionHistory
import MotionInput

extension ExitCode {
  /// The target was not met.
  static let targetNotMet = ExitCode(1)
  /// A recording, device, programme or parameter file could not be used.
  static let unusable = ExitCode(2)
}

/// The one place where errors are printed.
enum Failure {
  /// Runs a command's work; what went wrong is named on standard error.
  ///
  /// The parser would add the usage of the whole program, since it does not know any more which
  /// command was running: so errors of arguments are printed here, too.
  ///
  /// - Throws: `ExitCode.unusable` in place of an `InputError` and where nothing can speak,
  ///   `ExitCode.validationFailure` in place of a `ValidationError`.
  static func reported(_ work: () throws -> Void) throws {
    do {
      try work()
    } catch let error as InputError {
      report(error)
      if case .noDevice(nil, _) = error { offerPhone() }
      throw ExitCode.unusable
    } catch let error as HistoryError {
      report(error)
      throw ExitCode.unusable
    } catch let error as SpeechProgram.Missing {
      report(error)
      throw ExitCode.unusable
    } catch let error as ValidationError {
      report(error)
      throw ExitCode.validationFailure
    }
  }

  /// Says how a phone takes the place of a sensor that is not there.
  private static func offerPhone() {
    let errors = TextStream.standardError()
    for line in PhoneURL.usualPush(isTerminal: errors.isTerminal) { errors.note(line + "\n") }
  }

  /// Names what went wrong.
  static func report(_ error: some Error & CustomStringConvertible) {
    TextStream.standardError().note("Error: \(error)\n")
  }
}
