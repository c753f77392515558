/// An experiment for phyphox with what the app's own ones have only one at a time: acceleration
/// with gravity and rotation.
package enum PhyphoxExperiment {
  /// The file, as the app reads it.
  package static var text: String {
    String(decoding: PackageResources.acceleration_and_gyroscope_phyphox, as: UTF8.self)
  }
}
