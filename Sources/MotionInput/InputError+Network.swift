extension InputError {
  /// The message of an error about a sensor that sends over a network.
  var networkMessage: String {
    switch self {
    case .unreachable(let address, let reason):
      """
      \(address): cannot be reached (\(reason)); see that the app is open and sends, that it shows \
      this very address, and that phone and computer are in the same network (no guest network)
      """
    case .listener(let address, let reason):
      """
      \(address): cannot be listened at (\(reason)); name an address of this machine, or 0.0.0.0 \
      for all of them, and a port from 1024 to 65535 that no other program uses
      """
    case .phyphoxExperiment(let address, let buffers):
      """
      \(address): the experiment that is open has no acceleration (its buffers: \
      \(buffers.prefix(12).joined(separator: ", "))); open 'Acceleration with g', or the one that \
      'motioncheck devices --phyphox' prints, which has the gyroscope too
      """
    default: ""
    }
  }
}
