import Glibc
import MotionCore
import Testing

@testable import MotionInput

@Suite struct TableFormatTests {
  @Test(arguments: [",", ";", "\t"])
  func phyphoxWithGravityIsRead(delimiter: String) throws {
    let header =
      ["Time (s)", "Acceleration x (m/s^2)", "Acceleration y (m/s^2)", "Acceleration z (m/s^2)"]
      + ["Absolute acceleration (m/s^2)"]
    let rows = [
      ["0.000000000E0", "1.5E-1", "-2.0E0", "9.364549000E0", "9.6E0"],
      ["1.0E-2", "0", "0", "9.8E0", "9.8E0"],
    ]
    let text = ([header.map { "\"\($0)\"" }] + rows).map { $0.joined(separator: delimiter) }
    let outcome = try Fixture.read(text.joined(separator: "\n"))
    #expect(outcome.milliseconds == [0, 10])
    #expect(outcome.samples[0].specificForce == Vector3(0.15, -2, 9.36455))
  }

  @Test func phyphoxWithoutGravityIsRefusedWithAdvice() throws {
    let error = try #require(throws: InputError.self) {
      let header = ["x", "y", "z"].map { "\t\"Linear Acceleration \($0) (m/s^2)\"" }.joined()
      return try Fixture.read("\"Time (s)\"\(header)\n0\t0\t0\t0\n")
    }
    #expect(error.description.hasPrefix("x.csv:1: this phyphox file holds linear acceleration"))
    #expect(error.description.contains("'Acceleration (with g)'"))
  }

  @Test func phyphoxGyroscopeAloneIsRefused() throws {
    let error = try #require(throws: InputError.self) {
      try Fixture.read(
        "Time (s),Gyroscope x (rad/s),Gyroscope y (rad/s),Gyroscope z (rad/s)\n0,0,0,0\n")
    }
    #expect(error.description.contains("holds no acceleration, only rotation"))
  }

  @Test func metaBaseAccelerometerIsRead() throws {
    let outcome = try Fixture.read(
      "epoch (ms),time (01:00),elapsed (s),x-axis (g),y-axis (g),z-axis (g)\n"
        + "1547474646637,2019-01-14T15:04:06.637,0.000,0,-1,0\n"
        + "1547474646717,2019-01-14T15:04:06.717,0.080,0,-1,0\n")
    #expect(outcome.milliseconds == [1_547_474_646_637, 1_547_474_646_717])
    #expect(outcome.samples[0].specificForce == Vector3(0, -9.80665, 0))
  }

  @Test func metaBaseGyroscopeIsRefusedWithAdvice() throws {
    let error = try #require(throws: InputError.self) {
      try Fixture.read(
        "epoch (ms),time (01:00),elapsed (s),x-axis (deg/s),y-axis (deg/s),z-axis (deg/s)\n")
    }
    #expect(error.description.contains("--gyroscope"))
  }
}

/// What a stranger's table has beside what is needed, or instead of it.
@Suite struct StrangeTableTests {
  private static let rows = (0..<200)

  private static func table(
    _ header: String, options: ReadingOptions = ReadingOptions(), _ row: (Int) -> String
  ) throws -> Fixture.Outcome {
    try Fixture.read(([header] + rows.map(row)).joined(separator: "\n"), options: options)
  }

  private static func message(
    _ header: String, options: ReadingOptions = ReadingOptions(), _ row: (Int) -> String
  ) throws -> String {
    try #require(throws: InputError.self) { try table(header, options: options, row) }.description
  }

  @Test(arguments: [("1", "4"), ("A", "G"), ("0", "1"), ("acc L", "acc R"), ("acc", "back")])
  func sensorsThatTakeTurnsAreNotTakenForOne(first: String, second: String) throws {
    let message = try Self.message("timestamp,type,x,y,z") { row in
      let isFirst = row.isMultiple(of: 2)
      return "\(Double(row) / 100),\(isFirst ? first : second),0.1,0.2,\(isFirst ? "9.8" : "0.3")"
    }
    #expect(message.contains("the rows of several sensors stand in turn"), "\(message)")
  }

  /// Each at times of its own, among a third one that is not needed.
  @Test(
    arguments: [
      ("accelerometer", "gyroscope"), ("ACC", "GYRO"), ("TotalAcceleration", "Gyroscope"),
      ("android.sensor.accelerometer", "android.sensor.gyroscope"),
    ])
  func sensorsThatTakeTurnsAreJoined(force: String, rate: String) throws {
    let outcome = try Self.turns(force, rate)
    let inside = outcome.samples.dropFirst().dropLast()
    #expect(!outcome.notices.contains { $0.contains("the same time") })
    #expect(outcome.samples.count >= Self.rows.count / 3)
    #expect(inside.allSatisfy { abs($0.specificForce.length - 9.8026) < 1e-3 })
    #expect(inside.allSatisfy { $0.angularRate == Vector3(0.01, 0, 0) })
  }

  /// A unit above numbers of several sensors is that of one, and who is meant by a third one is open.
  @Test(
    arguments: [
      ("accelerometer", "gyroscope", "x [g],y [g],z [g]", "magnetometer"),
      ("accelerometer", "gyroscope", "x (m/s2),y (m/s2),z (m/s2)", "magnetometer"),
      ("accelerometer", "gyroscope", "x,y,z", "ankle"),
    ])
  func sensorsThatTakeTurnsAreRefusedWhereTheyLeaveThingsOpen(
    force: String, rate: String, axes: String, third: String
  ) throws {
    let error = try #require(throws: InputError.self) {
      try Self.turns(force, rate, axes: axes, third: third)
    }
    #expect(error.description.contains("the rows of several sensors stand in turn"))
  }

  private static func turns(
    _ force: String, _ rate: String, axes: String = "x,y,z", third: String = "magnetometer"
  ) throws -> Fixture.Outcome {
    try table("sensor,time,\(axes)", options: ReadingOptions(rotationUnit: "rad/s")) { row in
      let time = Double(row / 3) / 50
      return switch row % 3 {
      case 0: "\(force),\(time),0.1,0.2,9.8"
      case 1: "\(rate),\(time + 0.001),0.01,0,0"
      default: "\(third),\(time + 0.002),20,30,40"
      }
    }
  }

  /// What somebody does, in words that sensors have, too.
  @Test func anActivityIsNoSensor() throws {
    let outcome = try Self.table("time,ax,ay,az,gx,gy,gz,activity") { row in
      let activity = row < 100 ? "external rotation" : "acceleration sprint"
      return "\(Double(row) / 50),0,0.\(row % 9),9.8,0,0,0,\(activity)"
    }
    #expect(outcome.samples.count == Self.rows.count)
  }

  /// Twenty rows have one time, and some lack an acceleration beside their rotation.
  @Test func blanksInBatchesStayInThem() throws {
    let outcome = try Self.table("time,ax,ay,az,gx,gy,gz") { row in
      "\(Double(row / 20) * 0.4),\(row % 37 == 0 ? ",," : "0,0.\(row % 9),9.8"),0,0,0.0\(row % 7)"
    }
    let times = outcome.milliseconds
    #expect(zip(times.dropFirst(), times).allSatisfy { (15...45).contains($0 - $1) })
  }

  /// As numerical programs write it.
  @Test(arguments: ["# t,ax,ay,az", "#t,ax,ay,az", "% t,ax,ay,az", "# written today\n# t,ax,ay,az"])
  func theColumnsMayBeNamedInAComment(header: String) throws {
    let outcome = try Self.table(header) { "\(Double($0) / 50),0,0.\($0 % 9),9.8" }
    #expect(outcome.milliseconds == Self.rows.map { Int64($0 * 20) })
  }

  @Test(
    arguments: [
      "# Sampling rate: 50 Hz", "Sampling frequency (Hz): 50", "# fs = 50 Hz", "Sample Rate,50",
      "// Update Rate: 50.0Hz", "# sampling_rate_hz: 50", "# rate: 50 Hz", "# FS 4 g, ODR 50 Hz",
      "# heart rate 62 bpm, sampling rate 50 Hz", "# cutoff frequency 20 Hz; sample rate 50 Hz",
    ])
  func theRateMayStandAboveTheRows(line: String) throws {
    let outcome = try Self.table("\(line)\nax,ay,az") { "0,0.\($0 % 9),9.8" }
    #expect(outcome.milliseconds == Self.rows.map { Int64($0 * 20) })
  }

  @Test(
    arguments: [
      "# Sampling rate: 20 ms", "# rate: high", "# Sampling rate: 0 Hz", "# offset: 50",
      "# FS 4 g", "# heart rate: 62", "# cutoff frequency 20 Hz", "# sampling rate: 0.1 kHz",
      "# sampling rate: 1,000 Hz", "# sampling rate: 1/100 s", "# 50 Hz sampling rate, 4 g range",
      "# GPS sampling rate: 1 Hz", "# sampler 2, rate 3", "# sample rate 50 Hz, sample rate 60 Hz",
    ])
  func whatIsNoRateIsNotTakenForOne(line: String) throws {
    let message = try Self.message("\(line)\nax,ay,az") { "0,0.\($0 % 9),9.8" }
    #expect(message.contains("no column of time"), "\(message)")
  }

  @Test(arguments: ["AcX,AcY,AcZ,Tmp,GyX,GyY,GyZ", "acx,acy,acz,tmp,gyx,gyy,gyz"])
  func columnsMayBeCalledAsInAnExampleForArduino(names: String) throws {
    let options = ReadingOptions(rotationUnit: "131")
    let outcome = try Self.table("ms,\(names)", options: options) { row in
      "\(row * 20),0,\(row % 9),16384,3000,131,0,0"
    }
    #expect(outcome.samples.allSatisfy { abs($0.specificForce.z - 9.80665) < 1e-9 })
    #expect(outcome.samples.allSatisfy { abs(($0.angularRate?.x ?? 0) * 57.2958 - 1) < 1e-3 })
  }

  @Test(arguments: [true, false])
  func numbersWithoutAHeaderAreReadWhereGravityShowsInThem(hasGyroscope: Bool) throws {
    let outcome = try Self.table("0,0.1,0.2,9.8\(hasGyroscope ? ",0,0,0" : "")") { row in
      row == 50
        ? "1.0\u{7F}2,0,0."
        : "\(Double(row + 1) / 50),0,0.\(row % 9),9.8\(hasGyroscope ? ",0,0,0.01" : "")"
    }
    #expect(outcome.samples.count == Self.rows.count)
    #expect(outcome.notices.contains { $0.contains("no header: the columns are taken for t, ax") })
  }

  /// A magnitude, a label or a count in the place of a time.
  @Test(arguments: [true, false])
  func numbersWithoutAHeaderAndWithoutATimeAreRefused(isCount: Bool) throws {
    func row(_ row: Int) -> String {
      isCount ? "\(row),0,0.\(row % 9),9.8" : "0.1,0.\(row % 9),9.8,9.8"
    }
    let message = try Self.message(row(0)) { row($0 + 1) }
    #expect(message.contains("numbers where the names"), "\(message)")
  }

  @Test(arguments: ["10,20,20", "0.1,0.1,0.2", "120,3,4"])
  func numbersWithoutAHeaderAndWithoutGravityAreRefused(force: String) throws {
    let message = try Self.message("0,\(force)") { "\(Double($0 + 1) / 50),\(force)" }
    #expect(message.contains("numbers where the names"), "\(message)")
  }

  /// One on either arm, both with all that is measured: only their rows tell them apart.
  @Test(arguments: ["hand", "mac", "device"], [1, 3])
  func twoWornSensorsAreNotTakenForOne(column: String, rowsOfOne: Int) throws {
    let message = try Self.message("time,\(column),ax,ay,az,gx,gy,gz") { row in
      let isLeft = (row / rowsOfOne).isMultiple(of: 2)
      let force = isLeft ? "0.1,9.8,\(row % 2)" : "6.\(row % 9),0.3,7.1"
      return "\(Double(row) / 100),\(isLeft ? "L" : "R"),\(force),0,0,0.\(row % 9)"
    }
    #expect(message.contains("as the column '\(column)' says"), "\(message)")
  }

  /// A thermometer between two of its steps.
  @Test func whatFlickersBesideTheMovementIsNoSensor() throws {
    let outcome = try Self.table("time,temp,ax,ay,az") { row in
      "\(Double(row) / 100),\(row * row % 7 < 3 ? 21.5 : 21.6),\(Double(row % 50) / 10),0,9.8"
    }
    #expect(outcome.samples.count == Self.rows.count)
  }

  /// Hours, minutes, seconds and what is left of one, each in a column of its own.
  @Test(
    arguments: [
      ("Hour,Minute,Second,Millisecond", 1.0), ("UTC_Hour,UTC_Minute,UTC_Second,UTC_Nano", 1e6),
      ("h,min,s,ms", 1), ("HH,MM,SS,ms", 1), ("Stunde,Minute,Sekunde,ms", 1),
    ])
  func theTimeMayStandInParts(names: String, perMillisecond: Double) throws {
    let outcome = try Self.table("Year,\(names),ax,ay,az") { row in
      let time = 55_190 + row * 10
      let rest = Int(Double(time % 1000) * perMillisecond)
      return "2024,14,\(59 + time / 60_000),\(time / 1000 % 60),\(rest),0,0.\(row % 9),9.8"
    }
    let first = outcome.milliseconds[0]
    #expect(first == (14 * 3600 + 59 * 60) * 1000 + 55_190)
    #expect(outcome.milliseconds.map { $0 - first } == Self.rows.map { Int64($0) * 10 })
  }

  @Test(arguments: ["sec,nsec", "stamp.sec,stamp.nanosec", "secs,nsecs"])
  func secondsAndTheRestOfOneAreAdded(names: String) throws {
    let outcome = try Self.table("\(names),ax,ay,az") { row in
      let time = 1_709_287_200_900 + row * 10
      return "\(time / 1000),\(time % 1000 * 1_000_000),0,0.\(row % 9),9.8"
    }
    #expect(outcome.milliseconds[0] == 1_709_287_200_900)
    #expect(outcome.milliseconds[199] - outcome.milliseconds[0] == 1990)
    #expect(outcome.metadata.clockStart == "2024-03-01T10:00:00Z")
  }

  /// What a posture is called jumps with it, but not as often as rows do.
  @Test func aLabelOfWhatIsDoneIsNoSensor() throws {
    let outcome = try Self.table("time,state,ax,ay,az") { row in
      let isHigh = (row / 5).isMultiple(of: 2)
      return "\(Double(row) / 50),\(isHigh ? "up" : "down"),\(isHigh ? 6 : -6),0,7.\(row % 9)"
    }
    #expect(outcome.samples.count == Self.rows.count)
  }

  /// A document of megabytes without a line end.
  @Test(arguments: [1000, 200_000])
  func aDocumentInOneLineIsNamed(bytes: Int) throws {
    let error = try #require(throws: InputError.self) {
      try Fixture.read("[{\"x\":" + String(repeating: "1,", count: bytes / 2), pieceBytes: 65_536)
    }
    #expect(error.description.contains("found JSON"), "\(error.description)")
  }

  @Test func aClockThatStandsIsNone() throws {
    let message = try Self.message("time,ax,ay,az") { "1709287200000,0,0.\($0 % 9),9.8" }
    #expect(message.contains("200 rows in a row have the same time"), "\(message)")
  }

  /// Seconds that go on beyond a minute are a clock by themselves, and an hour is no clock at all.
  @Test(arguments: ["min,s", "h,s", "hour,time"])
  func aNumberBesideTheTimeIsNoPartOfIt(names: String) throws {
    let outcome = try Self.table("\(names),ax,ay,az") { row in
      "\(names.hasPrefix("hour") ? 14 : row / 150),\(Double(row) / 50),0,0.\(row % 9),9.8"
    }
    #expect(outcome.milliseconds[199] - outcome.milliseconds[0] == 3980)
  }

  /// As programs write a time that put its numbers together one by one.
  @Test(arguments: [".", ":"])
  func millisecondsMayLackTheZerosInFront(sign: String) throws {
    let outcome = try Self.table("time,ax,ay,az") { row in
      "10:0:\(row / 50)\(sign)\(row % 50 * 20 + 3),0,0.\(row % 9),9.8"
    }
    #expect(outcome.milliseconds == Self.rows.map { 36_000_003 + Int64($0 * 20) })
  }

  /// As pandas writes the time since the start.
  @Test func daysMayStandBeforeATime() throws {
    let outcome = try Self.table("time,ax,ay,az") { row in
      let time = row < 100 ? "1 days 23:59:59" : "2 days 00:00:00"
      return "\(time).\(String(row % 100 + 100).dropFirst())0000,0,0.\(row % 9),9.8"
    }
    #expect(outcome.milliseconds == Self.rows.map { 172_799_000 + Int64($0 * 10) })
  }

  /// A time before the start.
  @Test func daysMayBeNegative() throws {
    let outcome = try Self.table("time,ax,ay,az") { row in
      let hundredths = String(row % 100 + 100).dropFirst()
      let time = row < 100 ? "-1 days +23:59:59" : "0 days 00:00:00"
      return "\(time).\(hundredths),0,0.\(row % 9),9.8"
    }
    #expect(outcome.milliseconds == Self.rows.map { Int64($0 * 10) - 1000 })
  }

  @Test func sixtySecondsAreTheNextMinute() throws {
    let outcome = try Self.table("time,ax,ay,az") { row in
      let tenths = 500 + row
      let time = tenths <= 600 ? (0, tenths) : (1, tenths - 600)
      return "\(time.0):\(time.1 / 10).\(time.1 % 10),0,0.\(row % 9),9.8"
    }
    #expect(outcome.milliseconds == Self.rows.map { 50_000 + Int64($0 * 100) })
    #expect(outcome.samples.count == Self.rows.count)
  }

  @Test func anHourBesideADateIsNoTime() throws {
    let outcome = try Self.table("datetime,hour,ax,ay,az") { row in
      "2024-03-01 10:00:\(10 + row / 10).\(row % 10),10,0,0.\(row % 9),9.8"
    }
    #expect(outcome.milliseconds[199] - outcome.milliseconds[0] == 19_900)
  }

  /// As NumPy writes them.
  @Test func minutesMayHaveMoreDigitsThanAnythingHas() throws {
    let outcome = try Self.table("time_min,ax,ay,az") { row in
      let fraction = String(100_000_000_000_000_000 + row * (100_000_000_000_000_000 / 6000))
      return "5.\(fraction.dropFirst())0e+00,0,0.\(row % 9),9.8"
    }
    #expect(abs(outcome.milliseconds[199] - outcome.milliseconds[0] - 1990) <= 1)
  }

  /// Both tell the whole time, in one unit and the other.
  @Test func twoClocksAreNotAdded() throws {
    let outcome = try Self.table("time_s,time_ms,ax,ay,az") { row in
      "\(row / 100 + 5),\(row * 10 + 5000),0,0.\(row % 9),9.8"
    }
    #expect(outcome.milliseconds[0] == 5000)
    #expect(outcome.milliseconds[199] == 6990)
  }

  @Test(arguments: ["t [min]", "time (min)", "Zeit (Minuten)"])
  func aClockMayCountMinutes(name: String) throws {
    let outcome = try Self.table("\(name),ax,ay,az") { row in
      "\(Double(row) / 6000),0,0.\(row % 9),9.8"
    }
    #expect(abs(outcome.milliseconds[199] - outcome.milliseconds[0] - 1990) <= 1)
  }

  /// Where every channel has a clock, that of the accelerometer is taken.
  @Test(
    arguments: [
      ("EMG Time Series (s)", "ACC X Time Series (s),ACC X (G),ACC Y Time Series (s),ACC Y (G)"),
      ("X [s]", "X [s],Acc.X (G),X [s],Acc.Y (G)"),
    ])
  func everyChannelMayHaveItsClock(first: String, axes: String) throws {
    let last =
      axes.replacing("ACC X", with: "ACC Z").split(separator: ",").prefix(1)
      .joined() + (axes.hasPrefix("X") ? ",Acc.Z (G)" : ",ACC Z (G)")
    let outcome = try Self.table("\(first),EMG 1 (mV),\(axes),\(last)") { row in
      let time = Double(row) / 100
      return "\(time / 15),0.1,\(time),0,\(time),0.\(row % 9),\(time),1"
    }
    #expect(outcome.milliseconds.prefix(3) == [0, 10, 20])
  }

  /// What numbers a device may end in letters that mean something elsewhere.
  @Test(arguments: ["6749", "BD6A", "F03F", "125F", "B02B", "0A1B"])
  func aDevicesNumberMeansNothing(number: String) throws {
    let names = ["Accel_LN_X", "Accel_LN_Y", "Accel_LN_Z", "Gyro_X", "Gyro_Y", "Gyro_Z"]
    let header = (["Timestamp_Unix"] + names).map { "Shimmer_\(number)_\($0)_CAL" }
    let units = "ms,m/(s^2),m/(s^2),m/(s^2),deg/s,deg/s,deg/s"
    let outcome = try Self.table(header.joined(separator: ",") + "\n" + units) { row in
      "\(1_709_287_200_000 + row * 10),0,0.\(row % 9),9.8,0,\(row % 5),90"
    }
    let rate = try #require(outcome.samples[0].angularRate)
    #expect(abs(rate.z / Units.radiansPerDegree - 90) < 1e-3)
  }

  @Test func perSecondSquaredMayBeWrittenTwice() throws {
    let outcome = try Self.table("time_s,ax_m/s/s,ay_m/s/s,az_m/s/s,gx_deg/s,gy_deg/s,gz_deg/s") {
      "\(Double($0) / 100),0,0.\($0 % 9),9.8,0,0,90"
    }
    #expect(outcome.samples[0].specificForce.z == 9.8)
    let rate = try #require(outcome.samples[0].angularRate)
    #expect(abs(rate.z / Units.radiansPerDegree - 90) < 1e-3)
  }

  @Test func theFrameOfTheEarthShowsNoTilt() throws {
    let message = try Self.message("t,accGlobalX,accGlobalY,accGlobalZ") {
      "\(Double($0) / 100),0,0.\($0 % 9),9.8"
    }
    #expect(message.contains("turned into the frame of the earth"), "\(message)")
  }

  @Test func aColumnIsOneThingOnly() throws {
    let options = ReadingOptions(columns: ["t": "1", "ax": "2", "ay": "2", "az": "4"])
    let message = try Self.message("a,b,c,d", options: options) { "\($0),0,0,9.8" }
    #expect(message.contains("--columns: '2' is both ax and ay"), "\(message)")
  }

  @Test func aClockThatNobodyNamesAndThatIsTooFastIsDoubted() throws {
    let outcome = try Self.table("time,ax,ay,az") { "\($0 * 2 + 100),0,0.\($0 % 9),9.8" }
    #expect(
      outcome.notices.contains {
        $0.hasPrefix("x.csv: nothing names the unit of 'time'; read as ms, there are 500 rows")
      }, "\(outcome.notices)")
  }

  @Test func whereTheNewestRowComesFirstTheFirstSaysNotWhenItBegan() throws {
    let outcome = try Self.table("time [ms],ax,ay,az") { row in
      "\(1_709_287_200_000 - row * 10),0,0.\(row % 9),9.8"
    }
    #expect(outcome.metadata.clockStart == nil)
  }

  /// What a person did changes seldom, and a number of the row is no sensor.
  @Test(arguments: [20, 1])
  func aColumnOfSomethingElseIsNoSensor(rowsOfOne: Int) throws {
    let outcome = try Self.table("time,label,x,y,z") { row in
      "\(Double(row) / 100),\(row / rowsOfOne % 3),0.1,\(row % 7),9.8"
    }
    #expect(outcome.samples.count == Self.rows.count)
  }

  @Test func timesThatCannotBeReadAreShown() throws {
    let message = try Self.message("time,ax,ay,az") { "Fri Mar 14 09:26:\($0) 2025,0,0,9.8" }
    #expect(message.contains("the times in 'time' cannot be read: 'Fri Mar 14 09:26:0 2025'"))
    #expect(message.contains("--rate HZ"))
  }

  @Test func timesBeyondAnyClockAreNone() {
    #expect(!TimeText.matches("999999999999999999:12.34"))
    #expect(!TimeText.matches("0:60.5"))
    #expect(TimeText.matches("75:12.34"))
    #expect(!TimeText.matches("20241301T250000.5"))
    #expect(TimeText.matches("20240301T100000.5"))
  }

  /// Of a clock that is set wrong the rows are as far apart; of two centuries in one file one is
  /// believed.
  @Test(arguments: [1900, 1970, 2150])
  func datesOfOtherCenturiesAreReadAndNotMixed(year: Int) throws {
    let outcome = try Self.table("time,ax,ay,az") { row in
      let isOther = row % 10 == 9
      return "\(isOther ? 2190 - year + 1900 : year)-03-01T10:00:00.\(100 + row),0,0.\(row % 9),9.8"
    }
    #expect(outcome.samples.count >= 180)
    #expect(outcome.milliseconds[1] - outcome.milliseconds[0] == 1)
    #expect(outcome.metadata.clockStart == nil)
  }

  @Test(arguments: ["20240301T100000", "2024-03-01 10:00:00", "10:00:00"])
  func aTimeOfDayIsTheClockAndADateIsNone(time: String) throws {
    let outcome = try Self.table("date,stamp,ax,ay,az") { row in
      "2024-03-01,\(time).\(100 + row),0,0.\(row % 9),9.8"
    }
    #expect(outcome.milliseconds[2] - outcome.milliseconds[0] == 2)
    #expect(outcome.metadata.clockStart == (time.count == 15 ? nil : "2024-03-01T10:00:00"))
  }

  @Test(arguments: [(1_709_287_200_000, "ms", 10), (1_709_287_200_000_000_000, "ns", 10_000_000)])
  func aClockThatCountsFrom1970SaysWhenItWas(start: Int, unit: String, ticks: Int) throws {
    let outcome = try Self.table("time [\(unit)],ax,ay,az") { row in
      "\(start + row * ticks),0,0.\(row % 9),9.8"
    }
    #expect(outcome.metadata.clockStart == "2024-03-01T10:00:00Z")
  }

  @Test(
    arguments: [
      ("2024-03-01T10:00:00.5+02:00", "2024-03-01T10:00:00+02:00"),
      ("2024-03-01 10:00:00.5 UTC", "2024-03-01T10:00:00Z"), ("1/3/2024 10:00:00.5", nil),
      ("10.5", nil),
    ] as [(String, String?)])
  func aDayIsSaidWhereItIsCertain(time: String, recorded: String?) throws {
    let outcome = try Self.table("time,ax,ay,az") { row in
      "\(time.replacing(".5", with: ".\(500 + row)")),0,0.\(row % 9),9.8"
    }
    #expect(outcome.metadata.clockStart == recorded)
  }

  @Test func aTemperatureBesideTheTimeIsNoSecondTime() throws {
    let outcome = try Self.table("t [s],ax [g],ay [g],az [g],T(C)") { row in
      "\(Double(row) / 100),0,0.\(row % 9),1,36.5"
    }
    #expect(outcome.milliseconds.prefix(3) == [0, 10, 20])
  }

  @Test func aGyroscopeWithoutValuesIsTold() throws {
    let bytes = Array("t,ax,ay,az,gx,gy,gz\n0,0,0,9.8,nan,nan,nan\n0.01,0,0,9.8,,,\n".utf8)
    let head = TextHead(path: "x.csv", bytes: bytes.span, isWhole: true)
    let plan = try #require(try MotioncheckFormat.plan(for: head, options: ReadingOptions()))
    #expect(plan.doubts.contains { $0.hasPrefix("no gyroscope so far: 'gx', 'gy', 'gz'") })
  }

  @Test func aGyroscopesAxesAreNotInG() {
    #expect(HeaderField("gyro_gx").unit == nil)
    #expect(HeaderField("acc_gx").unit == "g")
  }

  @Test func aClockOfDaysIsNamedAndARateTakesItsPlace() throws {
    func row(_ row: Int) -> String { "\(45_730.25 + Double(row) / 8_640_000),0,0.\(row % 9),9.8" }
    #expect(try Self.message("time,ax,ay,az", row).contains("'time' counts days"))
    let outcome = try Self.table("time,ax,ay,az", options: ReadingOptions(rateHertz: 100), row)
    #expect(outcome.milliseconds.prefix(3) == [0, 10, 20])
  }

  @Test func aGyroscopeInCountsIsRead() throws {
    let options = ReadingOptions(rotationUnit: "65.5")
    let outcome = try Self.table("t [s],ax [g],ay [g],az [g],gx,gy,gz", options: options) {
      "\(Double($0) / 100),0,0.\($0 % 9),1,655,0,\($0 % 50)"
    }
    let rate = try #require(outcome.samples[1].angularRate)
    #expect(abs(rate.x / Units.radiansPerDegree - 10) < 1e-3)
  }

  @Test func columnsThatMayBeAGyroscopeAreNamed() throws {
    let bytes = Array("t,ax,ay,az,Gyro Roll,Gyro Pitch,Gyro Yaw\n0,0,0,9.8,1,2,3\n".utf8)
    let head = TextHead(path: "x.csv", bytes: bytes.span, isWhole: true)
    let plan = try GenericTable.plan(for: head, options: ReadingOptions())
    let doubts = try #require(plan).doubts
    #expect(
      doubts.contains { $0.hasPrefix("no gyroscope: 'Gyro Roll', 'Gyro Pitch', 'Gyro Yaw'") })
  }
}

@Suite struct ConversionTests {
  let directory: TemporaryDirectory
  let input: String
  var output: String { directory.path + "/out.csv" }

  init() throws {
    directory = try TemporaryDirectory()
    input = try directory.file(
      "in.csv",
      "# placement: wrist\nt [ms],ax [g],ay [g],az [g]\n0,0,0,1\n10,0,x,1\n20,0,0,1\n20,0,1,0\n"
        + "# marker 0.015 set-end\n5000,0.123456,0,1\n5010,0,0,1\n")
  }

  @Test func readingTheResultIsReadingTheOriginal() throws {
    let span = try Conversion(to: output).run(RecordingSource(path: input))
    let original = try RecordingSource(path: input)
    let result = try RecordingSource(path: output)
    #expect(try result.readAll() == original.readAll())
    #expect(result.metadata == original.metadata)
    #expect(result.notices.isEmpty && !original.notices.isEmpty)
    #expect(span.samples == 5)
    #expect(span.seconds == 5.01)
  }

  /// Fails when most of it is written already.
  private final class FailingSource: ReadingSource {
    let metadata = RecordingMetadata()
    let notices: [String] = []
    private var pieces = 40

    func next() throws(InputError) -> [MotionReading]? {
      pieces -= 1
      guard pieces > 0 else { throw .system(action: "read", path: "in.csv", code: EIO) }
      let first = Int64(40 - pieces) * 10_000
      return (0..<10_000).map {
        .sample(IMUSample(nanoseconds: (first + $0) * 10_000_000, specificForce: .zero))
      }
    }
  }

  @Test func nothingIsLeftOfAConversionThatFails() throws {
    #expect(throws: InputError.self) { try Conversion(to: output).run(FailingSource()) }
    #expect(throws: InputError.missing(path: output)) { try RecordingSource(path: output) }
  }

  @Test func keepsAFileThatExistsUnlessToldToReplaceIt() throws {
    let kept = try directory.file("out.csv", "precious")
    #expect(throws: InputError.outputExists(path: kept)) {
      try Conversion(to: kept).run(RecordingSource(path: input))
    }
    _ = try Conversion(to: kept, replacing: true).run(RecordingSource(path: input))
    #expect(try RecordingSource(path: kept).readAll().count == 6)
  }

  @Test func aRecordingCanReplaceItself() throws {
    let before = try RecordingSource(path: input).readAll()
    _ = try Conversion(to: input, replacing: true).run(RecordingSource(path: input))
    #expect(try RecordingSource(path: input).readAll() == before)
  }
}

@Suite struct RecordedSpanTests {
  @Test func countsSamplesTimeAndRate() {
    var span = RecordedSpan()
    #expect(span.rateHertz == nil)
    for index in 0..<11 {
      span.note([
        .sample(
          IMUSample(nanoseconds: 7_000_000_000 + Int64(index) * 20_000_000, specificForce: .zero))
      ])
    }
    #expect(span.samples == 11)
    #expect(span.seconds == 0.2)
    #expect(span.rateHertz == 50)
  }
}
