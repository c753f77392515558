import Glibc
import MotionCore

extension InputError: CustomStringConvertible {
  /// What happened, where, what was found, what is expected, and what to do; whatever names are
  /// in it, nothing that a terminal would obey.
  package var description: String { message.printable }

  private var message: String {
    switch self {
    case .noDevice, .ambiguousDevice, .notMotionSensor, .devicePermission, .portPermission:
      deviceMessage
    case .workbook, .archive, .noMember, .severalRecordings, .severalGyroscopes, .noRecording,
      .notSameTime:
      containerMessage
    case .unreachable, .listener, .phyphoxExperiment: networkMessage
    case .recordingRemoved, .diskTooSlow, .recordingInUse, .notResumable: recordingMessage
    case .missing, .directory, .unreadable, .system, .badSource, .sourceInUse, .outputExists:
      pathMessage
    default:
      contentMessage
    }
  }

  private var pathMessage: String {
    switch self {
    case .missing(let path):
      "\(path): no such file; check the path"
    case .directory(let path):
      "\(path): is a directory; name one file in it"
    case .unreadable(let path):
      "\(path): no permission to read it; try 'ls -l \(path)' and 'chmod u+r \(path)'"
    case .system(let action, let path, let code):
      "\(path): cannot \(action): \(String(cString: strerror(code)))"
    case .sourceInUse(let path):
      """
      \(path): is read by another program already, and each would get only some of the rows; end \
      the other one first
      """
    case .badSource(let argument, let reason):
      """
      \(argument): \(reason); allowed: '-' (standard input), a file or FIFO, \
      serial:PATH@BAUD such as serial:/dev/ttyACM0@115200 (?protocol=witmotion behind it for a \
      WitMotion sensor), http://ADDRESS:PORT (listens for Sensor Logger), phyphox://HOST, \
      ws://HOST:PORT (SensorServer) or dsu://HOST
      """
    case .outputExists(let path, let advice):
      "\(path): exists already and is kept; \(advice)"
    default: ""
    }
  }

  private var contentMessage: String {
    switch self {
    case .empty(let path):
      "\(path): is empty; expected a header such as '\(MotioncheckFormat.example)' and rows"
    case .binary(let path):
      "\(path): is not text; expected CSV, or an archive of it"
    case .compressed(let path, let form):
      "\(path): looks compressed with \(form); unpack it first and give the file that comes out"
    case .lineTooLong(let path, let line):
      """
      \(path):\(line): a line of over \(LineSplitter.longestLineBytes) bytes, as no recording has; \
      expected CSV, a row a line: export it again
      """
    case .badColumns(let path, let line, let found, let reason):
      """
      \(path):\(line): \(reason); found columns: \(Self.shown(found)); \
      needed: '\(MotioncheckFormat.example)' (gyroscope optional, any order; units [s] [ms] [us] \
      [ns], [m/s^2] [g], [rad/s] [deg/s]); 'motioncheck formats' lists what to export from each app
      """
    case .noTime(let path, let line, let found):
      """
      \(path):\(line): \(found), so that nothing says when a row was measured; say how many rows \
      a second there are with --rate HZ, or name the column of time with --columns 't=NAME,ax=...'
      """
    case .noHeader(let path, let line, let header):
      """
      \(path):\(line): numbers where the names of the columns should be; if these are the columns \
      and units, put this header above them: \(header)
      """
    case .unusableColumns(let path, let line, let reason):
      "\(path):\(line): \(reason)"
    case .noLayout(let path, let lines):
      """
      \(path): none of the first \(lines) lines is a header or a row; expected \
      '\(MotioncheckFormat.example)'; a serial port must be read at the board's own speed \
      (serial:PATH@BAUD)
      """
    case .noSamples(let path):
      "\(path): has a header and no sample; nothing was recorded"
    case .noUsableRow(let path, let line, let rows, let fault):
      "\(path):\(line): none of \(rows) rows can be used; the first: \(fault)"
    case .unsuitable(let path, let found, let expected):
      "\(path): found \(found); expected \(expected)"
    case .document(let path, let line, let found, let expected, let excerpt):
      "\(path):\(line)\(excerpt.map { ":\($0.column)" } ?? ""): "
        + "found \(Self.shortened(found)); expected \(expected)\(excerpt.map { "\n\($0.lines)" } ?? "")"
    default: plausibilityMessage
    }
  }

  private var plausibilityMessage: String {
    switch self {
    case .noSignal(let path, let rows):
      """
      \(path): all of its \(rows) rows have the same values, which a worn sensor never gives: it \
      did not measure; connect it again, see with 'motioncheck inspect' that values change, and \
      record once more
      """
    case .noGravity(let path, let size) where size < PlausibilityCheck.expectedSize.lowerBound:
      """
      \(path): the acceleration is about \(decimals(size)) m/s^2 in size over the first seconds, \
      at rest it must be 9.81: either gravity was removed ("linear acceleration": record the \
      acceleration with gravity), or the values are in g and the header must say [g]
      """
    case .noGravity(let path, let size):
      """
      \(path): the acceleration is about \(decimals(size)) m/s^2 in size over the first seconds, \
      at rest it must be 9.81: either the values are in m/s^2 and the header says [g], or they \
      are raw counts; convert them and name the unit in the header
      """
    case .tooSlow(let path, let step):
      """
      \(path): rows are about \(decimals(step)) s apart, over \(GapLimit.seconds) s nothing \
      can be measured: either the time is not in the unit that the header names (say [ms], [us] \
      or [ns]), or the sensor was too slow
      """
    case .valuesHeld(let path, let seconds):
      """
      \(path): the same values are written again and again, new ones come about every \
      \(decimals(seconds)) s; over \(GapLimit.seconds) s nothing can be measured: the sensor was \
      slower than the app that wrote its values down; choose a faster rate of the sensor
      """
    case .tooFast(let path, let rate):
      """
      \(path): there are \(Self.count(rate)) rows a second, more than any worn sensor \
      gives: the time is not in the unit that the header names (say [s], [ms], [us] or [ns])
      """
    case .clockStands(let path, let line, let rows):
      "\(path):\(line): \(rows) rows in a row have the same time; expected a clock that runs"
    default: ""
    }
  }

  /// How many there are about, of what may be beyond counting.
  private static func count(_ number: Double) -> String {
    number < 1e9 ? "about \(Int(number.rounded()))" : "more than a billion"
  }

  private func decimals(_ value: Double) -> String {
    guard abs(value) < 1e12 else { return "\(value)" }
    return "\((value * 100).rounded() / 100)"
  }

  /// What was found, where it may be a whole file in quotes.
  private static func shortened(_ found: String) -> String {
    let longest = 300
    return found.count > longest ? found.prefix(longest) + "..." : found
  }

  /// The first names of a list, none of them long: what has no line ends is one of thousands.
  private static func shown(_ names: [String]) -> String {
    let (most, longest) = (16, 40)
    let first = names.prefix(most).map { $0.count > longest ? $0.prefix(longest) + "..." : $0 }
    let more = names.count - first.count
    return first.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }
}
