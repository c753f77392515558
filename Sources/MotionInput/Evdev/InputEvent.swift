import CLibevdev
import Glibc

/// One event of an input device, as the kernel words it.
struct InputEvent: Hashable {
  /// Types and codes that matter here, from `linux/input-event-codes.h`.
  enum Code {
    static let synchronization = UInt16(EV_SYN)
    static let absolute = UInt16(EV_ABS)
    static let miscellaneous = UInt16(EV_MSC)
    static let report = UInt16(SYN_REPORT)
    static let dropped = UInt16(SYN_DROPPED)
    static let timestamp = UInt16(MSC_TIMESTAMP)
    static let x = UInt16(ABS_X)
    static let rotationX = UInt16(ABS_RX)
    static let key = UInt16(EV_KEY)
    static let hatX = UInt16(ABS_HAT0X)
    static let hatY = UInt16(ABS_HAT0Y)
    static let south = UInt16(BTN_SOUTH)
    static let east = UInt16(BTN_EAST)
    static let leftShoulder = UInt16(BTN_TL)
    static let rightShoulder = UInt16(BTN_TR)
    static let arrowUp = UInt16(BTN_DPAD_UP)
    static let arrowDown = UInt16(BTN_DPAD_DOWN)
    static let arrowLeft = UInt16(BTN_DPAD_LEFT)
    static let arrowRight = UInt16(BTN_DPAD_RIGHT)
  }

  var type: UInt16
  var code: UInt16
  var value: Int32
  /// Kernel time of the event, in nanoseconds.
  var nanoseconds: Int64

  /// What the kernel says when it had to give up events.
  static let dropped = InputEvent(
    type: Code.synchronization, code: Code.dropped, value: 0, nanoseconds: 0)

  /// True when it ends what belongs together.
  var isReport: Bool { type == Code.synchronization && code == Code.report }
}

extension InputEvent {
  init(_ event: input_event) {
    self.init(
      type: event.type, code: event.code, value: event.value,
      nanoseconds: Int64(event.time.tv_sec) * 1_000_000_000 + Int64(event.time.tv_usec) * 1000)
  }
}
