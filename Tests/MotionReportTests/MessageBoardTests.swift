import Testing

@testable import MotionReport

@Suite struct MessageBoardTests {
  private typealias Message = MessageBoard.Message

  private static func board(_ messages: (Message, at: Double)...) -> MessageBoard {
    var board = MessageBoard()
    for (message, time) in messages { board.add(message, at: time) }
    return board
  }

  private static let step = Message("step", .step, leastSeconds: 4)
  private static let other = Message("other", .step, leastSeconds: 4)
  private static let hint = Message("hint", .hint, leastSeconds: 2, longestSeconds: 6)
  private static let alarm = Message("alarm", .alarm, leastSeconds: 4, longestSeconds: 8)

  private static func shown(_ board: MessageBoard, _ times: [Double]) -> [String] {
    times.map { board.shown(at: $0)?.text ?? "" }
  }

  @Test func aMessageStandsForItsTimeBeforeAnotherAsImportant() {
    let board = Self.board((Self.step, at: 0), (Self.other, at: 1))
    #expect(Self.shown(board, [0, 1, 3.9, 4, 60]) == ["step", "step", "step", "other", "other"])
  }

  @Test func whatIsMoreImportantComesAtOnce() {
    let board = Self.board((Self.step, at: 0), (Self.alarm, at: 1))
    #expect(Self.shown(board, [0.9, 1, 8.9]) == ["step", "alarm", "alarm"])
    // what is still true is there again behind it
    #expect(Self.shown(board, [9]) == ["step"])
  }

  @Test func whatIsLessImportantWaitsAndMayComeTooLate() {
    let board = Self.board((Self.alarm, at: 0), (Self.hint, at: 1))
    #expect(Self.shown(board, [1, 3.9, 4, 6.9]) == ["alarm", "alarm", "hint", "hint"])
    let late = Self.board((Message("long", .alarm, leastSeconds: 9), at: 0), (Self.hint, at: 1))
    #expect(Self.shown(late, [5, 9, 20]) == ["long", "long", "long"])
  }

  @Test func nothingOutlivesItsMeaning() {
    var board = Self.board((Self.hint, at: 0))
    #expect(Self.shown(board, [5.9, 6]) == ["hint", ""])
    board.add(Self.step, at: 7)
    board.clear()
    #expect(board.shown(at: 7) == nil)
  }

  @Test func itIsKnownForHowLongItStands() {
    let board = Self.board((Self.step, at: 2))
    #expect(board.shown(at: 5)?.seconds == 3)
  }
}

@Suite struct ShownCountTests {
  /// The count that is shown, with a question mark where it is not sure.
  private static func shown(_ count: ShownCount, _ now: Double) -> String {
    let value = count.value(at: now)
    return "\(value.count)\(value.isUnsure ? "?" : "")"
  }

  @Test func aCountNeverGoesToNothingAndBack() {
    var count = ShownCount()
    count.take(count: 3, at: 1)
    count.take(count: 0, at: 2)
    #expect(Self.shown(count, 2) == "3?")
    #expect(Self.shown(count, 30) == "3?")
    count.take(count: 4, at: 31)
    #expect(Self.shown(count, 31) == "4")
  }

  @Test func aLowerCountIsShownOnceItHasStood() {
    var count = ShownCount()
    count.take(count: 3, at: 1)
    count.take(count: 2, at: 2)
    #expect(Self.shown(count, 3.9) == "3?")
    #expect(Self.shown(count, 4) == "2")
  }

  /// The first hold is seen long before it is counted.
  @Test func whatWasTimedIsShownUntilItIsCounted() {
    var count = ShownCount()
    count.take(presumed: 1, at: 10)
    #expect(Self.shown(count, 10) == "1")
    count.take(count: 1, at: 30)
    count.take(count: 2, at: 30)
    #expect(Self.shown(count, 30) == "2")
    count.take(presumed: 5, at: 40)
    #expect(Self.shown(count, 40) == "2")
  }
}
