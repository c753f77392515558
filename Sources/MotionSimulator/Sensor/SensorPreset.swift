import MotionCore

/// Sensors that people wear, with figures from their makers' data sheets and drivers.
///
/// A data sheet's offset is taken as two deviations. Random walk, scale error, time jitter, clock
/// error and radio losses are assumptions.
package enum SensorPreset: String, Sendable, CaseIterable {
  /// A game controller of the DualSense kind.
  case dualsense
  /// A game controller without gyroscope, with coarse steps.
  case dualshock3
  /// A phone in an arm strap.
  case phone
  /// A small Bluetooth sensor at its slowest useful rate.
  case metamotion
  /// A hobbyist's board as it wakes up: it clips at 2 g and 250 degrees a second.
  case mpu6050
  /// No error at all, for tests.
  case ideal

  /// The sensor's model.
  package var model: SensorModel {
    switch self {
    case .dualsense: Self.dualsenseModel
    case .dualshock3: Self.dualshock3Model
    case .phone: Self.phoneModel
    case .metamotion: Self.metamotionModel
    case .mpu6050: Self.mpu6050Model
    case .ideal: Self.idealModel
    }
  }

  private static let gravity = Units.standardGravity
  private static let degree = Units.radiansPerDegree

  /// Steps and limits of Linux' hid-playstation driver; noise of a part made for game controllers
  /// (TDK ICM-20600 data sheet: 100 ug/sqrt(Hz), 4 mdps/sqrt(Hz)), offsets as of the phone's.
  private static let dualsenseModel = SensorModel(
    name: "DualSense-like", rateHertz: 250, jitterSeconds: 0.000_3, clockErrorFraction: 5e-5,
    dropoutsPerMinute: 0, dropoutSeconds: 0.05...0.2,
    accelerometer: .init(
      noiseDensity: 100e-6 * gravity, bias: 0.01 * gravity, biasWalk: 2e-5 * gravity,
      scaleErrorFraction: 0.005, step: gravity / 8192, limit: 4 * gravity),
    gyroscope: .init(
      noiseDensity: 0.004 * degree, bias: 0.5 * degree, biasWalk: 0.002 * degree,
      scaleErrorFraction: 0.005, step: degree / 1024, limit: 2048 * degree))

  /// Steps of Linux' hid-sony driver, 113 to the g; the noise is assumed, below one step.
  private static let dualshock3Model = SensorModel(
    name: "DualShock 3-like", rateHertz: 100, jitterSeconds: 0.001, clockErrorFraction: 1e-4,
    dropoutsPerMinute: 0, dropoutSeconds: 0.05...0.2,
    accelerometer: .init(
      noiseDensity: 400e-6 * gravity, bias: 0.03 * gravity, biasWalk: 2e-5 * gravity,
      scaleErrorFraction: 0.01, step: gravity / 113, limit: 4 * gravity),
    gyroscope: nil)

  /// ST LSM6DSO data sheet: 70 ug/sqrt(Hz), 3.8 mdps/sqrt(Hz), offsets of 20 mg and 1 dps.
  private static let phoneModel = SensorModel(
    name: "phone-like", rateHertz: 100, jitterSeconds: 0.001, clockErrorFraction: 5e-5,
    dropoutsPerMinute: 0, dropoutSeconds: 0.05...0.2,
    accelerometer: .init(
      noiseDensity: 70e-6 * gravity, bias: 0.01 * gravity, biasWalk: 1e-5 * gravity,
      scaleErrorFraction: 0.005, step: 8 * gravity / 32768, limit: 8 * gravity),
    gyroscope: .init(
      noiseDensity: 0.0038 * degree, bias: 0.5 * degree, biasWalk: 0.001 * degree,
      scaleErrorFraction: 0.005, step: 2000 * degree / 32768, limit: 2000 * degree))

  /// Bosch BMI160 data sheet: 180 ug/sqrt(Hz), 7 mdps/sqrt(Hz), offsets of 40 mg and 3 dps.
  private static let metamotionModel = SensorModel(
    name: "MetaMotion-like", rateHertz: 12.5, jitterSeconds: 0.004, clockErrorFraction: 1e-4,
    dropoutsPerMinute: 0.5, dropoutSeconds: 0.1...0.3,
    accelerometer: .init(
      noiseDensity: 180e-6 * gravity, bias: 0.02 * gravity, biasWalk: 2e-5 * gravity,
      scaleErrorFraction: 0.005, step: 16 * gravity / 32768, limit: 16 * gravity),
    gyroscope: .init(
      noiseDensity: 0.007 * degree, bias: 1.5 * degree, biasWalk: 0.002 * degree,
      scaleErrorFraction: 0.01, step: 2000 * degree / 32768, limit: 2000 * degree))

  /// InvenSense MPU-6050 data sheet: 400 ug/sqrt(Hz), 5 mdps/sqrt(Hz), offsets of 50 mg; that of
  /// 20 dps is taken as trimmed to 2 dps, which the usual drivers do at the start.
  private static let mpu6050Model = SensorModel(
    name: "MPU-6050-like", rateHertz: 100, jitterSeconds: 0.001, clockErrorFraction: 1e-4,
    dropoutsPerMinute: 0, dropoutSeconds: 0.05...0.2,
    accelerometer: .init(
      noiseDensity: 400e-6 * gravity, bias: 0.025 * gravity, biasWalk: 2e-5 * gravity,
      scaleErrorFraction: 0.01, step: gravity / 16384, limit: 2 * gravity),
    gyroscope: .init(
      noiseDensity: 0.005 * degree, bias: 1 * degree, biasWalk: 0.002 * degree,
      scaleErrorFraction: 0.01, step: degree / 131, limit: 250 * degree))

  private static let perfect = SensorModel.Instrument(
    noiseDensity: 0, bias: 0, biasWalk: 0, scaleErrorFraction: 0, step: 0, limit: .infinity)

  private static let idealModel = SensorModel(
    name: "without error", rateHertz: 100, jitterSeconds: 0, clockErrorFraction: 0,
    dropoutsPerMinute: 0, dropoutSeconds: 0.05...0.2, accelerometer: perfect, gyroscope: perfect)
}
