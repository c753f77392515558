import MotionCore

/// How one text is read, once it is known what it is.
struct TextPlan {
  /// What the rows are.
  enum Body {
    case table(ColumnLayout)
    /// Rows of several sensors in turn.
    case turns(SensorTurns)
    /// Records of a kernel's input device.
    case events(EventRecords)
  }

  /// What a text gives to a recording.
  enum Content: Hashable {
    /// Specific force, gravity in it.
    case force
    case rotation
    /// Acceleration without gravity, and gravity by itself: together they are the force.
    case linear
    case gravity
  }

  /// What the format is called.
  var format: String
  var body: Body
  /// Rows begin on this line.
  var firstRow: Int
  var content: Set<Content>
  /// What was found out and why, one sentence each, for `inspect`.
  var decisions: [String]
  /// What may be otherwise, and what to do then, one sentence each, for every report.
  var doubts: [String] = []
  var device: String?
  /// When its clock says that it began, as an ISO 8601 time.
  var clockStart: String?
  /// Where the clock of the recording stood still: times before and after, and how long.
  var pauses: [Pause] = []
  /// Of texts that give the same, the one with the highest rank is taken.
  var rank = 0

  /// Recording was interrupted at this time of its own clock, in nanoseconds.
  struct Pause: Equatable {
    var nanoseconds: Int64
    var length: Int64
  }

  /// How the rows of a table are read; nil where they are of several sensors, or no table's.
  var layout: ColumnLayout? { if case .table(let layout) = body { layout } else { nil } }

  /// What says in which unit its angular rates are.
  var rateUnit: ColumnLayout.RateUnit {
    switch body {
    case .table(let layout): layout.rateUnit
    case .turns(let turns):
      turns.layouts.values.first(where: \.hasGyroscope)?.rateUnit ?? .named
    case .events: .named
    }
  }
}

/// What a person says about a recording that does not say it itself.
package struct ReadingOptions: Sendable, Hashable {
  /// Names or numbers of columns, by what they hold: `t`, `ax` to `az`, `gx` to `gz`.
  package var columns: [String: String]
  /// Unit of acceleration, such as `g`, `m/s^2` or `16384` for so many counts to 1 g.
  package var accelerationUnit: String?
  /// Unit of rotation, such as `deg/s`.
  package var rotationUnit: String?
  /// Unit of time, such as `ms`.
  package var timeUnit: String?
  /// Rows a second, where rows have no time.
  package var rateHertz: Double?
  /// A second file of the same recording, with its gyroscope.
  package var gyroscope: String?

  /// Options from their parts; nothing by default.
  package init(
    columns: [String: String] = [:], accelerationUnit: String? = nil,
    rotationUnit: String? = nil, timeUnit: String? = nil, rateHertz: Double? = nil,
    gyroscope: String? = nil
  ) {
    self.columns = columns
    self.accelerationUnit = accelerationUnit
    self.rotationUnit = rotationUnit
    self.timeUnit = timeUnit
    self.rateHertz = rateHertz
    self.gyroscope = gyroscope
  }

  /// True where nothing is said.
  package var isEmpty: Bool { self == ReadingOptions() }
}
