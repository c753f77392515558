import Glibc
import MotionCore
import MotionInput

/// A game controller as its driver in the kernel knows it.
final class GameController: VirtualSensor {
  let device: DeviceDescription
  private let hardware: UHIDDevice
  private let model: ControllerModel
  private var report: [UInt8]
  private var samples: [IMUSample]

  /// Plugs a controller in; its address tells it from others of its kind.
  init(_ model: ControllerModel, address: UInt8) throws {
    guard model.drivers.contains(where: { access("/sys/bus/hid/drivers/\($0)", F_OK) == 0 }) else {
      throw Outcome.skipped("this kernel has no driver \(model.drivers.joined(separator: " or "))")
    }
    let bytes: [UInt8] = [address, 0, 0, 0x5E, 0xED, 0x02]
    let name = bytes.reversed().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
      .joined(separator: ":")
    let hardware = try UHIDDevice(
      .init(
        name: model.name, physicalPath: "kernel-cases", uniqueID: name, bus: model.bus,
        vendor: model.vendor, product: model.product, reportDescriptor: model.reportDescriptor),
      answers: model.answers(bytes))
    device = try DeviceDescription.appearing(
      serving: { try hardware.serve(until: MonotonicClock.now()) },
      where: { $0.uniqueID.lowercased() == name && $0.isMotionSensor })
    self.hardware = hardware
    self.model = model
    report = model.restingReport
    samples = []
  }

  /// Has a button be pressed from the next report on; nil lets go.
  func hold(_ button: ControllerButton?) {
    guard let offset = model.buttonsOffset else { return }
    report.write(button?.bytes ?? ControllerButton.none, at: offset)
  }

  func serve(until nanoseconds: Int64) throws { try hardware.serve(until: nanoseconds) }

  func send(_ sample: IMUSample) throws {
    samples.append(sample)
    guard samples.count == model.samplesPerReport else { return }
    model.fill(samples, &report)
    samples = []
    try hardware.send(report)
  }
}
