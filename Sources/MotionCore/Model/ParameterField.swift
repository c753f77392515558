/// The description of one threshold: what it is called, in which unit, what is allowed and where
/// its default comes from. Help texts, parameter files and tuning all read it.
public struct ParameterField<Parameters: Sendable>: Sendable {
  /// Name in parameter files and messages; ends in the unit, in Ratio or in Fraction.
  public var name: String
  /// What it does, for a person.
  public var summary: String
  /// Values that make sense.
  public var allowed: ClosedRange<Double>
  /// Where the default comes from: a paper, or the recordings on which it was chosen.
  public var source: String
  /// The unit, as the end of the name says it: `degrees`, `s`, or empty for a share.
  public var unit: String {
    if name.hasSuffix("Degrees") { return "degrees" }
    return name.hasSuffix("Seconds") ? "s" : ""
  }
  /// The field itself.
  public var keyPath: WritableKeyPath<Parameters, Double> & Sendable

  init(
    _ name: String, _ keyPath: WritableKeyPath<Parameters, Double> & Sendable,
    _ allowed: ClosedRange<Double>, _ summary: String, source: String
  ) {
    self.name = name
    self.keyPath = keyPath
    self.allowed = allowed
    self.summary = summary
    self.source = source
  }
}

/// A set of thresholds that can be listed and changed by name.
public protocol TunableParameters: Sendable, Hashable {
  /// Every threshold, in the order in which a person should read them.
  static var fields: [ParameterField<Self>] { get }
}

/// A threshold that cannot be set as asked.
public enum ParameterError: Error, Sendable, Hashable {
  /// There is no threshold of this name; `known` lists those that exist.
  case unknown(name: String, known: [String])
  /// The value lies outside of what makes sense.
  case outOfRange(name: String, value: Double, allowed: ClosedRange<Double>)
}

extension ParameterError: CustomStringConvertible {
  /// One sentence that names what was found and what is allowed.
  public var description: String {
    switch self {
    case .unknown(let name, let known):
      "unknown parameter '\(name)'; allowed: \(known.joined(separator: ", "))"
    case .outOfRange(let name, let value, let allowed):
      "\(name) is \(value); allowed: \(allowed.lowerBound) to \(allowed.upperBound)"
    }
  }
}

extension TunableParameters {
  /// Sets one threshold by its name.
  ///
  /// - Throws: `ParameterError` when there is no such threshold or the value is not allowed;
  ///   nothing is changed then.
  public mutating func set(_ name: String, to value: Double) throws(ParameterError) {
    guard let field = Self.fields.first(where: { $0.name == name }) else {
      throw .unknown(name: name, known: Self.fields.map(\.name))
    }
    guard field.allowed.contains(value) else {
      throw .outOfRange(name: name, value: value, allowed: field.allowed)
    }
    self[keyPath: field.keyPath] = value
  }

  /// Every threshold with its value, in the order of `fields`.
  public var values: [(name: String, value: Double)] {
    Self.fields.map { ($0.name, self[keyPath: $0.keyPath]) }
  }
}

/// A threshold as it stands: what its field says, and its value.
public struct ParameterValue: Sendable, Hashable {
  /// Name in parameter files and messages.
  public var name: String
  /// The unit: `degrees`, `s`, or empty for a share.
  public var unit: String
  /// What it does, for a person.
  public var summary: String
  /// Values that make sense.
  public var allowed: ClosedRange<Double>
  /// The value, in the unit.
  public var value: Double
}

extension TunableParameters {
  /// Every threshold with all that is known of it, in the order of `fields`.
  public var described: [ParameterValue] {
    Self.fields.map {
      ParameterValue(
        name: $0.name, unit: $0.unit, summary: $0.summary, allowed: $0.allowed,
        value: self[keyPath: $0.keyPath])
    }
  }
}

extension DetectionParameters {
  /// Every threshold with all that is known of it, in the order in which a person should read them.
  public var described: [ParameterValue] {
    switch self {
    case .cycle(let parameters): parameters.described
    case .hold(let parameters): parameters.described
    }
  }

  /// Sets one threshold of whichever kind these are, by its name.
  ///
  /// - Throws: `ParameterError`; nothing is changed then.
  public mutating func set(_ name: String, to value: Double) throws(ParameterError) {
    switch self {
    case .cycle(var parameters):
      try parameters.set(name, to: value)
      self = .cycle(parameters)
    case .hold(var parameters):
      try parameters.set(name, to: value)
      self = .hold(parameters)
    }
  }

  /// Every threshold with its value.
  public var values: [(name: String, value: Double)] {
    switch self {
    case .cycle(let parameters): parameters.values
    case .hold(let parameters): parameters.values
    }
  }

  /// The value of a threshold; nil where there is none of this name.
  public subscript(name: String) -> Double? { values.first { $0.name == name }?.value }
}
