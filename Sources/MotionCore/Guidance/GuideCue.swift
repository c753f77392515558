/// What a guided session tells the person; how it is worded is the reporter's business.
///
/// `set` is an index into the programme's sets.
public enum GuideCue: Sendable, Hashable {
  /// The exercise is named and explained; `arm` wears the sensor, where that matters.
  case introduced(set: Int, arm: Side?)
  /// A sensor at this place cannot see the exercise, which is passed over.
  case unseen(set: Int)
  /// What the signal of this sensor is not good enough for.
  case weakSignal(set: Int, WeakSignal)
  /// Rest before the next set.
  case rest(seconds: Double, next: Int)
  /// The set begins in so many seconds.
  case getReady(set: Int, secondsLeft: Int)
  /// The set begins as soon as the sensor is still.
  case holdStill(set: Int)
  /// The set begins.
  case go(set: Int)
  /// A repetition or hold was counted; it may be time to ask for slower ones.
  case counted(set: Int, count: Int, asksSlower: Bool)
  /// A movement was seen and not counted.
  case notCounted(set: Int, Verdict)
  /// What was counted before was classified anew.
  case corrected(set: Int, count: Int)
  /// A position is being held, the `number`th one of the set.
  case holdBegan(set: Int, number: Int)
  /// So many seconds remain of the hold that is asked for.
  case holdSecondsLeft(set: Int, Int)
  /// The hold has lasted as long as is asked for.
  case holdReached(set: Int, number: Int)
  /// The hold has lasted as long as it is meant to last at most.
  case holdLongest(set: Int, number: Int)
  /// A hold is over.
  case holdEnded(set: Int, EndedHold)
  /// Nothing was seen for a while.
  case nothingSeen(set: Int, count: Int)
  /// The set is over.
  case setEnded(set: Int, count: Int)
  /// The sensor is to be moved to this arm.
  case moveStrap(to: Side)
  /// There is no other side to change to.
  case noOtherSide(set: Int)
  /// The session waits.
  case paused
  /// The session goes on, with this set.
  case resumed(set: Int)
  /// The exercise was stopped for pain, and a figure from 0 to 10 is asked for.
  case painAsked(set: Int)
  /// The figure as it stands while it is chosen with two buttons.
  case painLevel(Int)
  /// Pain was noted, with a figure where one was given; severe pain ends the session unless the
  /// person says otherwise.
  case painNoted(set: Int, level: Int?, isSevere: Bool)
  /// It was no pain: the exercise goes on.
  case painUndone(set: Int)
  /// This set's exercise was stopped for pain; going back to it must be asked for twice.
  case returnAsked(set: Int)
  /// To finish must be asked for twice.
  case finishAsked
  /// The session is over.
  case finished
}

/// In what way a signal is not good enough for an exercise.
public enum WeakSignal: Sendable, Hashable {
  /// Too few samples a second.
  case slow(rateHertz: Double)
  /// Small movements need a gyroscope.
  case noGyroscope
}

/// What a person asks of a guided session, by a key or a button.
public enum GuideIntent: Sendable, Hashable {
  /// Pause, or go on.
  case pause
  /// Go on to what comes next: begin the set now, or end it.
  case next
  /// Go back: to the beginning of this set, or to the one before.
  case back
  /// Do the other side first.
  case switchSide
  /// Pain: ends the exercise at once.
  case pain
  /// How strong the pain is, from 0 to 10.
  case painLevel(Int)
  /// It was no pain.
  case undo
  /// End the session.
  case finish
}

/// What a guided session wants done.
public enum GuideAction: Sendable, Hashable {
  /// Tell the person.
  case cue(GuideCue)
  /// Note this in the stream, for the session and for the recording, now.
  case note(Marker.Kind)
  /// End the session.
  case end
}
