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

  /// How a set stands.
  package enum Mark: Sendable, Hashable {
    case done, missed, present, coming
  }

  /// The exercise with its side.
  package var title = ""
  /// Which set of how many, and the time.
  package var place = ""
  /// The time alone.
  package var time = ""
  /// What is going on, in a word or two.
  package var phase = ""
  /// The mood of it.
  package var tone = Tone.calm
  /// The large figure: a count, or seconds; empty for none.
  package var figure = ""
  /// What the figure means, beside it.
  package var caption = ""
  /// How many are asked for, where the figure is a count; empty for none.
  package var goal = ""
  /// What is counted, beside figure and goal.
  package var unit = ""
  /// How each set stands, where several are led through.
  package var marks: [Mark] = []
  /// How much of a hold, or of the count, is done, from 0 to 1; nil for none.
  package var progress: Double?
  /// Tempo of the last repetition.
  package var tempo = ""
  /// What was said last, or how the exercise is done: sentences.
  package var message = ""
  /// For how long it has stood, in seconds.
  package var messageSeconds = 0.0
  /// A clock that runs, in seconds: what has no room at once is shown in turns.
  package var clock = 0.0
  /// A note on the sensor or the recording, beside the message; empty for none.
  package var note = ""
  /// The exercise that follows, with its side; empty for none.
  package var next = ""
  /// True while a figure for the pain is waited for.
  package var isAskingPain = false
  /// True while the session is to end unless the person goes on.
  package var isOfferingEnd = false
  /// True while pain can be undone.
  package var canUndo = false
  /// True while the message matters more than tempo and trace.
  package var isExplaining = false
  /// The course of the movement, newest last.
  package var trace: [Double] = []
  /// What the sensor does.
  package var sensor = ""
  /// True when the sensor needs attention.
  package var isSensorPoor = false
  /// The keys that can be pressed, each with what it does.
  package var keys: [String] = []

  /// An empty view.
  package init() {}
}
