import CLibevdev
import MotionCore

/// What tells one kind of controller from another, as the drivers' sources have it.
struct ControllerModel {
  var name: String
  var bus = BUS_USB
  var vendor: UInt32 = 0x054C
  var product: UInt32
  /// Drivers that know it, any of which will do.
  var drivers: [String]
  /// Axes that its report descriptor tells of, by their usage; the rest only its driver knows.
  var axisUsages: [UInt8]
  /// Numbers of its input reports.
  var inputReports: [UInt8] = [1]
  /// An input report in which nothing is pressed.
  var restingReport: [UInt8]
  var samplesPerReport = 1
  /// Where an input report says which buttons are pressed; nil where they are not imitated.
  var buttonsOffset: Int?
  /// Writes samples into an input report.
  var fill: @Sendable ([IMUSample], inout [UInt8]) -> Void
  /// What a controller with this address answers its driver.
  var answers: @Sendable (_ address: [UInt8]) -> UHIDDevice.Answers
}

extension ControllerModel {
  /// Its clock counts thirds of a microsecond.
  static let dualSense = ControllerModel(
    name: "Sony Interactive Entertainment DualSense Wireless Controller", product: 0x0CE6,
    drivers: ["playstation"],
    axisUsages: [],
    restingReport: report([(1, [0x80, 0x80, 0x80, 0x80]), (8, [8]), (53, [7])], bytes: 64),
    buttonsOffset: 8,
    fill: { samples, report in
      fillMotion(samples[0], &report, at: 16)
      report.write(UInt32(truncatingIfNeeded: samples[0].nanoseconds * 3 / 1000).bytes, at: 28)
    },
    answers: { address in
      .init(features: [
        0x05: report([(0, [0x05]), (1, calibration)], bytes: 41),
        0x09: report([(0, [0x09]), (1, address)], bytes: 20),
        0x20: report([(0, [0x20])], bytes: 64),
      ])
    })

  /// Its clock counts 16/3 microseconds in 16 bits, and so wraps every 349 ms.
  static let dualShock4 = ControllerModel(
    name: "Sony Interactive Entertainment Wireless Controller", product: 0x09CC,
    drivers: ["sony", "playstation"],
    axisUsages: [0x30, 0x31, 0x32, 0x35],
    restingReport: report([(1, [0x80, 0x80, 0x80, 0x80, 8]), (30, [7])], bytes: 64),
    fill: { samples, report in
      fillMotion(samples[0], &report, at: 13)
      report.write(UInt16(truncatingIfNeeded: samples[0].nanoseconds * 3 / 16000).bytes, at: 10)
    },
    answers: { address in
      .init(features: [
        0x02: report([(0, [0x02]), (1, calibration)], bytes: 37),
        0x12: report([(0, [0x12]), (1, address)], bytes: 16),
        0x81: report([(0, [0x81]), (1, address)], bytes: 7),
        0xA3: report([(0, [0xA3])], bytes: 49),
      ])
    })

  /// Coarse, without a clock or a gyroscope, its axes in another order.
  static let dualShock3 = ControllerModel(
    name: "Sony PLAYSTATION(R)3 Controller", product: 0x0268, drivers: ["sony"], axisUsages: [],
    restingReport: report([(6, [0x80, 0x80, 0x80, 0x80]), (29, [2, 5])], bytes: 49),
    fill: { samples, report in
      let axes = samples[0].axes(unitsPerG: 113, unitsPerDegreePerSecond: 0)
      let levels = [511 + axes[0], 511 - axes[2], 511 - axes[1]]
      report.write(levels.flatMap { UInt16(clamping: $0).bytes.reversed() }, at: 41)
    },
    answers: { address in
      .init(features: [
        0xF2: report([(0, [0xF2]), (4, address.reversed())], bytes: 17),
        0xF5: report([(0, [0x01])], bytes: 8),
      ])
    })

  /// What the calibration makes of 1 g and of 1 deg/s in a report.
  private static let (unitsPerG, unitsPerDegreePerSecond) = (8192.0, 16.0)

  /// No offset on any axis; a turn of 540 deg/s reads 8640 either way.
  private static let calibration: [UInt8] = {
    let (turn, speed, gravity) = (Int16(8640), Int16(540), Int16(unitsPerG))
    let values =
      [0, 0, 0, turn, -turn, turn, -turn, turn, -turn, speed, speed]
      + [gravity, -gravity, gravity, -gravity, gravity, -gravity]
    return values.flatMap { $0.bytes }
  }()

  /// In a report the gyroscope comes first.
  private static func fillMotion(_ sample: IMUSample, _ report: inout [UInt8], at offset: Int) {
    let axes = sample.axes(
      unitsPerG: unitsPerG, unitsPerDegreePerSecond: unitsPerDegreePerSecond)
    report.write((axes[3...] + axes[..<3]).flatMap { Int16(clamping: $0).bytes }, at: offset)
  }

  /// A report of so many bytes, with these parts at their offsets; an input report is number 1.
  static func report(_ parts: [(offset: Int, bytes: [UInt8])], bytes: Int) -> [UInt8] {
    var report = [UInt8](repeating: 0, count: bytes)
    report[0] = 1
    for part in parts { report.write(part.bytes, at: part.offset) }
    return report
  }

  /// A game pad with input reports of this length.
  var reportDescriptor: [UInt8] {
    let usages: [UInt8] = axisUsages.flatMap { [0x09, $0] }
    let axes = axisUsages.isEmpty ? [] : usages + [0x95, UInt8(axisUsages.count), 0x81, 0x02]
    let others = UInt8(restingReport.count - 1 - axisUsages.count)
    let reports: [UInt8] = inputReports.flatMap { number in
      [0x85, number, 0x05, 0x01] + axes + [0x06, 0x00, 0xFF, 0x09, 0x20, 0x95, others, 0x81, 0x02]
    }
    return [0x05, 0x01, 0x09, 0x05, 0xA1, 0x01, 0x15, 0x00, 0x26, 0xFF, 0x00, 0x75, 0x08]
      + reports + [0xC0]
  }
}

extension [UInt8] {
  /// Puts bytes in place of those from `offset` on.
  mutating func write(_ bytes: [UInt8], at offset: Int) {
    replaceSubrange(offset..<offset + bytes.count, with: bytes)
  }
}
