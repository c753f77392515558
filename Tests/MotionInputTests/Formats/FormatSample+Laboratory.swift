@testable import MotionInput

extension FormatSample {
  /// Sensors of laboratories and clinics.
  static var laboratory: [FormatSample] {
    [actiGraph, xsensDOT, xsensMT, shimmer, xio, gyroflow, bids]
  }

  private static var actiGraph: FormatSample {
    let preamble = [
      "------------ Data File Created By ActiGraph GT3X+ ActiLife v6.13.4 Firmware v3.2.1 date "
        + "format M/d/yyyy at 50 Hz  Filter Normal -----------",
      "Serial Number: TEST", "Start Time 10:00:00", "Start Date 3/1/2024",
      "Epoch Period (hh:mm:ss) 00:00:00", "Download Time 12:00:00", "Download Date 3/1/2024",
      "Current Memory Address: 0", "Current Battery Voltage: 4.1     Mode = 12",
      "--------------------------------------------------",
    ].joined(separator: "\n")
    let table = Table.text(Table.axes("Accelerometer *", "XYZ").joined(separator: ",")) {
      Table.join($0.force.list.map { $0 / Table.g }, decimals: 3)
    }
    return FormatSample(ActiGraphFormat.self, preamble + "\n" + table)
  }

  private static var xsensDOT: FormatSample {
    let preamble = [
      "sep=,", "DeviceTag:,Sensor", "FirmwareVersion:,2.0.0", "AppVersion:,2021.0",
      "OutputRate:,50Hz",
      "MeasurementMode:,Custom Mode 5", "Note:,", "A line of copyright", "",
    ].joined(separator: "\n")
    let names =
      ["PacketCounter", "SampleTimeFine"] + Table.axes("Acc_*", "XYZ") + Table.axes("Gyr_*", "XYZ")
    let table = Table.text(names.joined(separator: ",")) { instant in
      // The clock of 32 bits is full in the second repetition.
      let time = (4_287_000_000 + Int((instant.seconds * 1e6).rounded())) % (1 << 32)
      return "1,\(time),"
        + Table.join(instant.force.list + instant.rate.list.map { $0 / Table.degree })
    }
    return FormatSample(XsensDOTFormat.self, preamble + "\n" + table, gyroscope: true)
  }

  private static var xsensMT: FormatSample {
    let preamble = "// General information:\r\n//  Update Rate: 50.0Hz\r\n"
    let names =
      ["PacketCounter", "SampleTimeFine", "Year"] + Table.axes("Acc_*", "XYZ")
      + Table.axes("Gyr_*", "XYZ")
    let table = Table.text(names.joined(separator: "\t"), end: "\r\n") { instant in
      let count = (65_000 + Int((instant.seconds * 50).rounded())) % 65_536
      return "\(count)\t\tNaN\t" + Table.join(instant.force.list + instant.rate.list, "\t")
    }
    return FormatSample(XsensMTFormat.self, name: "a.txt", preamble + table, gyroscope: true)
  }

  private static var shimmer: FormatSample {
    let names =
      ["Timestamp_Unix_CAL"] + Table.axes("Accel_LN_*_CAL", "XYZ")
      + Table.axes("Accel_WR_*_CAL", "XYZ")
      + Table.axes("Gyro_*_CAL", "XYZ")
    let units =
      ["ms"] + Array(repeating: "m/(s^2)", count: 6) + Array(repeating: "deg/s", count: 3)
    let header =
      names.map { "Shimmer_40AC_\($0);" }.joined() + "\r\n" + units.map { "\($0);" }.joined()
    let table = Table.text(header, end: "\r\n") { instant in
      let rough = instant.force.list.map { $0 * 0.98 }
      let rates = instant.rate.list.map { $0 / Table.degree }
      return "\((1.595933810034 + instant.seconds / 1e9).text(15))E12;"
        + Table.join(instant.force.list + rough + rates, ";") + ";"
    }
    return FormatSample(ShimmerFormat.self, "\"sep=;\"\r\n" + table, gyroscope: true)
  }

  private static var xio: FormatSample {
    let names =
      ["Time (s)"] + Table.axes("Gyroscope * (deg/s)", "XYZ")
      + Table.axes("Accelerometer * (g)", "XYZ")
    let rows = Table.motion.flatMap { instant in
      let numbers =
        [instant.seconds] + instant.rate.list.map { $0 / Table.degree }
        + instant.force.list.map { $0 / Table.g }
      // It writes its rows twice.
      return Array(repeating: Table.join(numbers), count: 2)
    }
    return FormatSample(
      XIOFormat.self, ([names.joined(separator: ",")] + rows).joined(separator: "\n") + "\n",
      gyroscope: true)
  }

  private static var gyroflow: FormatSample {
    let head =
      "CAMERA IMU LOG\nversion:1.3\nid,test\norientation,xyz\ntscale,0.000001\ngscale,0.0005\n"
      + "ascale,0.00048828125\n"
    let table = Table.text("t,gx,gy,gz,ax,ay,az") { instant in
      let numbers =
        [instant.seconds * 1e6] + instant.rate.list.map { $0 / 0.0005 }
        + instant.force.list.map { $0 / Table.g / 0.00048828125 }
      return Table.join(numbers, decimals: 0)
    }
    return FormatSample(GyroflowFormat.self, name: "a.gcsv", head + table, gyroscope: true)
  }

  private static var bids: FormatSample {
    let stem = "sub-01/motion/sub-01_task-arm_tracksys-imu"
    let channels = [("ACCEL", "m/s^2"), ("GYRO", "rad/s")].flatMap { type, unit in
      ["x", "y", "z"].map { "arm_\(type)_\($0)\t\($0)\t\(type)\tarm\t\(unit)" }
    }
    return FormatSample(
      BIDSMotionFormat.self,
      folder: [
        (stem + "_motion.tsv", Table.text(nil) { Table.join($0.force.list + $0.rate.list, "\t") }),
        (
          stem + "_channels.tsv",
          (["name\tcomponent\ttype\ttracked_point\tunits"] + channels).joined(separator: "\n")
            + "\n"
        ), (stem + "_motion.json", #"{"TaskName": "arm", "SamplingFrequency": 50}"#),
      ], gyroscope: true)
  }
}
