import MotionCore

/// What is shown at each moment.
extension LiveState {
  /// The view of a single exercise.
  package func view(_ phase: SoloControl.Phase, _ sensor: SensorState) -> LiveView {
    var view = basis(set: 0, at: last, sensor)
    view.place = Wording.clock(last)
    switch phase {
    case .counting: count(&view)
    case .askingPain(let question): ask(question, at: last, &view)
    case .advising(let advice): advise(advice, at: last, &view)
    case .finished: view.phase = "Over"
    }
    return alert(view, sensor)
  }

  private func count(_ view: inout LiveView) {
    show(count: 0, &view)
    view.tone = .active
    if let hold {
      view.phase = self.phase(of: hold, number: holdNumber, set: 0)
      show(hold, of: sets[0].target, &view)
    } else {
      view.phase = lastHold.map { Self.phase(of: $0) } ?? "Counting"
    }
  }

  /// The view of a guided session.
  package func view(_ guide: Guide, _ sensor: SensorState) -> LiveView {
    let set = guide.current ?? sets.count - 1
    var view = basis(set: set, at: guide.now, sensor)
    view.next = guide.route.next.map { Wording.sentenceStart(sets[$0].title) } ?? ""
    view.marks = marks(guide)
    switch guide.phase {
    case .starting: view.phase = "Waiting for the sensor"
    case .preparing(let until): prepare(until - guide.now, guide, &view)
    case .passingOver: view.phase = "Cannot be seen from here"
    case .movingStrap(let move):
      view.isExplaining = true
      view.phase = "Sensor to the \(move.arm.rawValue) arm"
    case .settling:
      view.phase = "Be still"
      show(count: set, &view)
    case .exercising(let effort): exercise(effort, set, &view)
    case .paused:
      (view.phase, view.tone) = ("Paused", .attention)
      show(count: set, &view)
    case .askingPain(let question): ask(question, at: guide.now, &view)
    case .advising(let advice): advise(advice, at: guide.now, &view)
    case .finished: view.phase = "Over"
    }
    return alert(view, sensor)
  }

  private func basis(set: Int, at time: Double, _ sensor: SensorState) -> LiveView {
    var view = LiveView()
    view.title = Wording.sentenceStart(sets[set].title)
    view.place = "\(set + 1) of \(sets.count)   \(Wording.clock(time))"
    view.time = Wording.clock(time)
    view.clock = now
    view.tempo = lastRep.map(tempo) ?? ""
    if let message = board.shown(at: now) {
      (view.message, view.messageSeconds) = (message.text, message.seconds)
    }
    view.note = notes.shown(at: now)?.text ?? ""
    view.trace = trace.degrees
    view.sensor = sensor.line
    view.keys = keys
    return view
  }

  private func marks(_ guide: Guide) -> [LiveView.Mark] {
    let coming = guide.route.order[min(guide.route.position, guide.route.order.count)...]
    return sets.indices.map { set in
      if set == guide.current { return .present }
      if sets[set].target?.isMet(by: guide.counts[set]) == true { return .done }
      return coming.contains(set) ? .coming : .missed
    }
  }

  /// Without a signal nothing else matters.
  private func alert(_ view: LiveView, _ sensor: SensorState) -> LiveView {
    var view = view
    view.isSensorPoor = sensor.isPoor
    if sensor.silentSeconds >= SensorState.longestSilenceSeconds { view.tone = .attention }
    return view
  }

  private func prepare(_ left: Double, _ guide: Guide, _ view: inout LiveView) {
    let seconds = max(0, Int(left.rounded(.up)))
    let isReady = Double(seconds) <= GuideTiming().readySeconds
    view.isExplaining = true
    view.phase = "\(isReady ? "Get ready" : "Next"): \(doseWords(guide.current ?? 0))"
    view.figure = "\(seconds)"
    view.caption = "s"
  }

  private func doseWords(_ set: Int) -> String {
    sets[set].target.map { $0.dose(of: sets[set].exercise.kind) } ?? sets[set].title
  }

  private func exercise(_ effort: Effort, _ set: Int, _ view: inout LiveView) {
    view.tone = .active
    show(count: set, &view)
    if let hold = effort.hold {
      view.phase = phase(of: hold.timing, number: hold.number, set: set)
      show(hold.timing, of: sets[set].target, &view)
    } else {
      view.phase = effort.lastHold.map { Self.phase(of: $0) } ?? "Go, slowly"
    }
  }

  private func ask(_ question: PainQuestion, at time: Double, _ view: inout LiveView) {
    view.title = Wording.sentenceStart(sets[question.set].title)
    (view.isAskingPain, view.isExplaining) = (true, true)
    view.canUndo = question.isUndoable(at: time)
    (view.phase, view.tone) = ("Stopped. How strong is the pain?", .attention)
    view.figure = question.level.map(String.init) ?? "-"
    view.caption = "from 0 to 10"
    view.keys = view.canUndo ? Self.painKeys : Self.painKeys.dropLast()
  }

  private func advise(_ advice: PainAdvice, at time: Double, _ view: inout LiveView) {
    view.title = Wording.sentenceStart(sets[advice.set].title)
    view.isExplaining = true
    (view.phase, view.tone) = (advice.isSevere ? "Stop for today?" : "Stopped for pain", .attention)
    view.isOfferingEnd = advice.isSevere
    guard advice.isSevere else { return }
    view.figure = "\(max(0, Int((advice.until - time).rounded(.up))))"
    view.caption = "s to the end"
    view.keys = ["space finish", "n go on"]
  }

  private func show(count set: Int, _ view: inout LiveView) {
    let target = sets[set].target
    let noun = sets[set].exercise.kind == .cycle ? "rep" : "hold"
    let (count, isUnsure) = counts[set].value(at: now)
    view.figure = "\(count)"
    view.goal = target?.reps.map { "\($0)" } ?? ""
    view.unit = isUnsure ? "not sure" : "\(noun)s"
    view.caption = target?.reps.map { "of \(Wording.count($0, noun))" } ?? "\(noun)s"
    view.progress = target?.reps.map { Double(count) / Double(max(1, $0)) }
  }

  /// Counts down to what is asked for, and up from there. What was left before is no longer shown;
  /// what was long enough stays until it enters the count.
  private func show(_ hold: LiveHold, of target: Target?, _ view: inout LiveView) {
    let held = hold.seconds(at: last)
    let asked = target?.holdSeconds ?? 0
    guard hold.leftAt == nil || held >= asked else { return }
    (view.goal, view.unit) = ("", "")
    guard held < asked else {
      view.figure = "\(Int(held))"
      view.caption = "s held"
      view.progress = target?.holdSecondsMax.map { held / $0 }
      return
    }
    view.figure = "\(Int((asked - held).rounded(.up)))"
    view.caption = "s to hold"
    view.progress = held / asked
  }

  private func phase(of hold: LiveHold, number: Int, set: Int) -> String {
    guard hold.leftAt == nil else { return "Hold \(number): \(Int(hold.seconds(at: last))) s" }
    let target = sets[set].target
    guard let asked = target?.holdSeconds, hold.seconds(at: last) >= asked else {
      return "Hold \(number)" + (target?.reps.map { " of \($0)" } ?? "")
    }
    return target?.holdSecondsMax == nil ? "Let go" : "Long enough"
  }

  private static func phase(of hold: EndedHold) -> String {
    "Hold \(hold.number): \(Int(hold.seconds)) s"
  }

  private func tempo(_ repetition: Repetition) -> String {
    let parts = zip(["out", "turn", "back"], repetition.tempo).compactMap { name, seconds in
      seconds.map { "\(name) \(Wording.seconds($0))" }
    }
    return "last: " + parts.joined(separator: "  ")
  }
}
