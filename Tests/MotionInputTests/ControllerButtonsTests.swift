import CLibevdev
import MotionCore
import Testing

@testable import MotionInput

@Suite struct ControllerButtonsTests {
  private static func device(
    _ path: String, _ kind: DeviceKind, uniqueID: String, isReadable: Bool = true
  ) -> DeviceDescription {
    DeviceDescription(
      path: path, name: "Wireless Controller", vendor: 0x054C, product: 0x0CE6,
      uniqueID: uniqueID, physicalPath: "usb-1", kind: kind, hasGyroscope: false,
      isReadable: isReadable)
  }

  private static let sensor = device("/dev/input/event5", .motionSensor, uniqueID: "02:01")

  @Test func theButtonsAreThoseOfTheSameController() {
    let others = [
      Self.device("/dev/input/event1", .gameController, uniqueID: "02:02"),
      Self.device("/dev/input/event2", .touchSurface, uniqueID: "02:01"),
      Self.sensor,
      Self.device("/dev/input/event6", .gameController, uniqueID: "02:01"),
    ]
    #expect(
      ControllerButtons.node(of: Self.sensor, among: others)?.path == "/dev/input/event6")
    #expect(ControllerButtons.node(of: Self.sensor, among: Array(others.dropLast())) == nil)
  }

  @Test func buttonsThatMayNotBeReadAreNone() {
    let locked = Self.device(
      "/dev/input/event6", .gameController, uniqueID: "02:01", isReadable: false)
    #expect(ControllerButtons.node(of: Self.sensor, among: [locked]) == nil)
  }

  @Test(arguments: [
    (UInt16(BTN_SOUTH), GuideIntent.pause), (UInt16(BTN_EAST), GuideIntent.pain),
    (UInt16(BTN_TL), GuideIntent.back), (UInt16(BTN_TR), GuideIntent.next),
    (UInt16(BTN_DPAD_LEFT), GuideIntent.back), (UInt16(BTN_DPAD_RIGHT), GuideIntent.next),
    (UInt16(BTN_DPAD_UP), GuideIntent.pain),
    (UInt16(BTN_DPAD_DOWN), GuideIntent.pause),
  ])
  func eachButtonHasItsMeaningWhenItIsPressed(code: UInt16, intent: GuideIntent) {
    let event = { (value: Int32) in
      InputEvent(type: UInt16(EV_KEY), code: code, value: value, nanoseconds: 0)
    }
    #expect(ButtonMeaning.intent(of: event(1)) == intent)
    // released, and held down for long
    #expect(ButtonMeaning.intent(of: event(0)) == nil)
    #expect(ButtonMeaning.intent(of: event(2)) == nil)
  }

  @Test(arguments: [
    (UInt16(ABS_HAT0X), Int32(-1), GuideIntent.back),
    (UInt16(ABS_HAT0X), Int32(1), GuideIntent.next),
    (UInt16(ABS_HAT0Y), Int32(-1), GuideIntent.pain),
    (UInt16(ABS_HAT0Y), Int32(1), GuideIntent.pause),
  ])
  func soHaveArrowsThatAreAxes(code: UInt16, value: Int32, intent: GuideIntent) {
    let event = { (value: Int32) in
      InputEvent(type: UInt16(EV_ABS), code: code, value: value, nanoseconds: 0)
    }
    #expect(ButtonMeaning.intent(of: event(value)) == intent)
    #expect(ButtonMeaning.intent(of: event(0)) == nil)
  }

  @Test func everythingElseMeansNothing() {
    let others: [(Int, Int, Int32)] = [
      (Int(EV_KEY), Int(BTN_START), 1), (Int(EV_ABS), Int(ABS_X), 1),
      (Int(EV_SYN), Int(SYN_REPORT), 0),
    ]
    for (type, code, value) in others {
      let event = InputEvent(
        type: UInt16(type), code: UInt16(code), value: value, nanoseconds: 0)
      #expect(ButtonMeaning.intent(of: event) == nil)
    }
  }
}
