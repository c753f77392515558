/// Everything that a live screen shows at one moment, apart from how it is laid out.
package struct LiveView: Sendable, Hashable {
  /// What the mood of the moment is, for its colour.
  package enum Tone: String, Sendable, Hashable {
    /// Rest and preparation.
    case calm
    /// Exercise.
    case active
    /// Something needs the person: pain, a pause, no signal.
    case attention
  }

  /// The exercise with its side.
  package var title = ""
  /// Which set of how many, and the time.
  package var place = ""
  /// What is going on, in a word or two.
  package var phase = ""
  /// The mood of it.
  package var tone = Tone.calm
  /// The large figure: a count, or seconds; empty for none.
  package var figure = ""
  /// What the figure means, beside it.
  package var caption = ""
  /// How much of a hold, or of the count, is done, from 0 to 1; nil for none.
  package var progress: Double?
  /// Tempo of the last repetition.
  package var tempo = ""
  /// What was said last, or how the exercise is done: sentences.
  package var message = ""
  /// A note on the sensor or the recording, beside the message; empty for none.
  package var note = ""
  /// The exercise that follows, with its side; empty for none.
  package var next = ""
  /// True while a figure for the pain is waited for.
  package var isAskingPain = false
  /// True while the message matters more than tempo and trace.
  package var isExplaining = false
  /// The course of the movement, newest last.
  package var trace: [Double] = []
  /// What the sensor does.
  package var sensor = ""
  /// True when the sensor needs attention.
  package var isSensorPoor = false
  /// The keys that can be pressed.
  package var keys = ""

  /// An empty view.
  package init() {}
}
