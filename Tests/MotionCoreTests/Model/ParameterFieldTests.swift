import Testing

@testable import MotionCore

@Suite struct ParameterFieldTests {
  /// What a threshold's name may end in.
  private static let units = ["Seconds", "Degrees", "Hertz", "Metres", "Ratio", "Fraction"]

  private static func keepsTheRules<Parameters: TunableParameters>(
    _ fields: [ParameterField<Parameters>], defaults: Parameters
  ) {
    #expect(!fields.isEmpty)
    #expect(Set(fields.map(\.name)).count == fields.count)
    for field in fields {
      #expect(field.allowed.contains(defaults[keyPath: field.keyPath]), "\(field.name)")
      #expect(units.contains { field.name.hasSuffix($0) }, "\(field.name)")
      #expect(!field.summary.isEmpty && !field.source.isEmpty, "\(field.name)")
    }
  }

  @Test func defaultsAreAllowedAndNamesCarryTheirUnit() {
    Self.keepsTheRules(CycleParameters.fields, defaults: CycleParameters())
    Self.keepsTheRules(HoldParameters.fields, defaults: HoldParameters())
  }

  @Test(arguments: Exercise.catalogue)
  func theCataloguesOwnThresholdsAreAllowed(exercise: Exercise) throws {
    var copy = exercise.parameters
    for (name, value) in exercise.parameters.values { try copy.set(name, to: value) }
    #expect(copy == exercise.parameters)
  }

  @Test(arguments: [DetectionParameters.cycle(.init()), .hold(.init())])
  func setChangesTheNamedThresholdAlone(defaults: DetectionParameters) throws {
    for (name, value) in defaults.values {
      var changed = defaults
      try changed.set(name, to: value * 0.99)
      #expect(changed.kind == defaults.kind)
      for (old, new) in zip(defaults.values, changed.values) {
        #expect(new.name == old.name)
        #expect(new.value == (new.name == name ? value * 0.99 : old.value))
      }
    }
  }

  @Test func bothEndsAreAllowedAndNothingBeyond() throws {
    var parameters = CycleParameters()
    for field in CycleParameters.fields {
      let (low, high) = (field.allowed.lowerBound, field.allowed.upperBound)
      for value in [low, high] {
        try parameters.set(field.name, to: value)
        #expect(parameters[keyPath: field.keyPath] == value)
      }
      for value in [low.nextDown, high.nextUp, .nan, .infinity, -1] {
        #expect(throws: ParameterError.self) { try parameters.set(field.name, to: value) }
        #expect(parameters[keyPath: field.keyPath] == high)
      }
    }
  }

  @Test func anUnknownNameIsAnsweredWithTheKnownOnes() {
    var parameters = DetectionParameters.hold(HoldParameters())
    let error = #expect(throws: ParameterError.self) {
      try parameters.set("minimumRepSeconds", to: 1)
    }
    #expect(
      error == .unknown(name: "minimumRepSeconds", known: HoldParameters.fields.map(\.name)))
    #expect(error?.description.contains("minimumHoldSeconds") == true)
    #expect(parameters == .hold(HoldParameters()))
  }

  @Test func aValueOutOfRangeIsAnsweredWithTheRange() {
    var parameters = HoldParameters()
    let error = #expect(throws: ParameterError.self) {
      try parameters.set("toleranceFraction", to: 0.75)
    }
    #expect(error == .outOfRange(name: "toleranceFraction", value: 0.75, allowed: 0...0.5))
    #expect(error?.description == "toleranceFraction is 0.75; allowed: 0.0 to 0.5")
    #expect(parameters == HoldParameters())
  }
}
