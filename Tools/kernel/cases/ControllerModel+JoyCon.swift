import CLibevdev
import MotionCore

extension ControllerModel {
  /// Three samples every 15 ms, and on several kernels a clock that runs twice too fast. Its driver
  /// asks it things by output reports.
  static let joyCon = ControllerModel(
    name: "Joy-Con (R)", bus: BUS_BLUETOOTH, vendor: 0x057E, product: 0x2007,
    drivers: ["nintendo"], axisUsages: [],
    inputReports: [0x21, 0x30],
    restingReport: report([(0, [0x30]), (2, [0x60])], bytes: 49), samplesPerReport: 3,
    fill: { samples, report in
      // Scales that the driver states; its calibration is the identity.
      let bytes = samples.flatMap { sample in
        sample.axes(unitsPerG: 4096, unitsPerDegreePerSecond: 14.247)
          .flatMap { Int16(clamping: $0).bytes }
      }
      report.write(bytes, at: 13)
    },
    answers: { address in .init(reply: { reply(to: $0, address) }) })

  /// The answer to a subcommand, behind the battery's state and the sticks.
  private static func reply(to output: [UInt8], _ address: [UInt8]) -> [UInt8]? {
    guard output.count > 10, output[0] == 0x01 else { return nil }
    let (subcommand, argument) = (output[10], Array(output[11...]))
    let data: [UInt8] =
      switch subcommand {
      case Subcommand.identify: [0x04, 0x06, 0x02, 0x02] + address.reversed()
      case Subcommand.readMemory: argument.prefix(5) + memory(at: argument)
      default: []
      }
    return report([(0, [0x21]), (2, [0x60]), (13, [0x80, subcommand]), (15, data)], bytes: 49)
  }

  private enum Subcommand {
    static let identify: UInt8 = 0x02
    static let readMemory: UInt8 = 0x10
  }

  /// What its memory holds: no calibration by its user, that of its maker for the sensor.
  private static func memory(at address: [UInt8]) -> [UInt8] {
    guard address.prefix(2) == [0x20, 0x60] else { return [] }
    let scales: [Int16] = [0, 0, 0, 16384, 16384, 16384, 0, 0, 0, 13371, 13371, 13371]
    return scales.flatMap(\.bytes)
  }
}
