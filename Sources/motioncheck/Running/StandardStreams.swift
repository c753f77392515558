import Glibc

/// Standard input, output and error of the process.
enum StandardStreams {
  /// Occupies those that were closed, so that no recording gets the number of one and takes what is
  /// printed for its rows. Using one stays an error.
  static func reserve() {
    for (number, mode) in [
      (STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY),
    ]
    where fcntl(number, F_GETFD) < 0 {
      // The lowest free number is this one, since those below are taken.
      _ = open("/dev/null", mode)
    }
  }

  /// Makes writing where nobody reads any more an error like others: a session is not to end, nor
  /// its recording, because its lines are no longer wanted.
  static func outliveReaders() { signal(SIGPIPE, SIG_IGN) }
}
