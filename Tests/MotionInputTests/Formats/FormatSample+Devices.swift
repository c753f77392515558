@testable import MotionInput

extension FormatSample {
  /// Worn devices.
  static var devices: [FormatSample] {
    [metaBase, polar, empatica, garmin, axivity, axivityUnix, geneActiv, faros]
  }

  private static var geneActiv: FormatSample {
    let preamble =
      ["Device Type,GENEActiv", "Device Model,1.1", "Measurement Frequency,50.0 Hz", "Start Time,"]
      + Array(repeating: ",", count: 96)
    let rows = Table.motion.map { instant -> String in
      let time = Table.date(instant.seconds).replacing(".", with: ":")
      return "\(time),\(Table.join(instant.force.list.map { $0 / Table.g })),0,0,24.8"
    }
    return FormatSample(
      GENEActivFormat.self, (preamble + rows).joined(separator: "\n") + "\n", gyroscope: false)
  }

  private static var metaBase: FormatSample {
    func table(
      _ unit: String, _ list: [SampleMotion.Instant], _ value: (SampleMotion.Instant) -> [Double]
    ) -> String {
      let names =
        ["epoc (ms)", "timestamp (-0500)", "elapsed (s)"] + Table.axes("*-axis (\(unit))")
      return Table.text(names.joined(separator: ","), list) { instant in
        let time = 1_547_474_646_000 + Int((instant.seconds * 1000).rounded())
        let elapsed = instant.seconds - list[0].seconds
        return "\(time),2019-01-14T15:04:06.637,\(elapsed.text(3)),"
          + Table.join(value(instant), decimals: 3)
      }
    }
    return FormatSample(
      MetaBaseFormat.self,
      folder: [
        (
          "A_Accelerometer_50Hz.csv",
          table("g", Table.motion) { $0.force.list.map { $0 / Table.g } }
        ),
        (
          "A_Gyroscope_52Hz.csv",
          table("deg/s", Table.later) { $0.rate.list.map { $0 / Table.degree } }
        ),
      ], gyroscope: true)
  }

  private static var polar: FormatSample {
    func table(
      _ unit: String, _ list: [SampleMotion.Instant], _ value: (SampleMotion.Instant) -> [Double]
    ) -> String {
      let names = ["Phone timestamp", "sensor timestamp [ns]"] + Table.axes("* [\(unit)]", "XYZ")
      return Table.text(names.joined(separator: ";") + " ", list) { instant in
        let time = 599_630_400_000_000_000 + Int((instant.seconds * 1e9).rounded())
        return "2021-05-05T10:00:00.123;\(time);" + Table.join(value(instant), ";", decimals: 2)
      }
    }
    return FormatSample(
      PolarFormat.self,
      folder: [
        ("Polar_ACC.txt", table("mg", Table.motion) { $0.force.list.map { $0 / Table.g * 1000 } }),
        ("Polar_GYRO.txt", table("dps", Table.later) { $0.rate.list.map { $0 / Table.degree } }),
      ], gyroscope: true)
  }

  private static var empatica: FormatSample {
    let counts = Table.motion.map { instant in
      Table.join(instant.force.list.map { $0 / Table.g * 64 }, decimals: 0)
    }
    let head = ["1680686620.000000", "50.000000"].map {
      Array(repeating: $0, count: 3).joined(separator: ", ")
    }
    return FormatSample(
      EmpaticaFormat.self, name: "ACC.csv", (head + counts).joined(separator: "\n") + "\n")
  }

  private static var garmin: FormatSample {
    FormatSample(
      GarminFormat.self,
      Table.text(nil) { instant in
        Table.date(instant.seconds, separator: "T") + "+02:00;"
          + Table.join(instant.force.list.map { $0 / Table.g * 1000 }, ";", decimals: 0)
      })
  }

  private static var axivity: FormatSample {
    FormatSample(
      AxivityFormat.self, note: "dates",
      Table.text(nil, end: "\r\n") { instant in
        Table.date(instant.seconds) + "," + Table.join(instant.force.list.map { $0 / Table.g })
      })
  }

  private static var axivityUnix: FormatSample {
    FormatSample(
      AxivityFormat.self, note: "Unix seconds",
      Table.text(nil) { instant in
        (1_577_102_646 + instant.seconds).text(4) + ","
          + Table.join(instant.force.list.map { $0 / Table.g })
      })
  }

  private static var faros: FormatSample {
    FormatSample(
      FarosFormat.self,
      folder: [
        (
          "acc.csv",
          Table.text("X,Y,Z") { Table.join($0.force.list.map { $0 / Table.g * 1000 }, decimals: 0) }
        ),
        ("meta.json", #"{"start": "2020-01-01T10:00:00", "ecg_rate": 500, "acc_rate": 50}"#),
      ], gyroscope: false)
  }
}
