extension Score: Encodable {
  private enum CodingKeys: String, CodingKey {
    case sets, exact, withinOne, movementsWithinOne, meanAbsoluteError, bias
    case labelledEvents, precision, recall, f1, boundaryErrorSeconds
    case partialLabelled, partialFlagged, countedRightly
    case holdsFound, holdErrorSeconds, latencySeconds
  }

  /// Writes the figures; those of which there are none are null.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(sets, forKey: .sets)
    try values.encode(exact.fraction, forKey: .exact)
    try values.encode(withinOne.fraction, forKey: .withinOne)
    try values.encode(movementsWithinOne.fraction, forKey: .movementsWithinOne)
    try values.encode(meanAbsoluteError, forKey: .meanAbsoluteError)
    try values.encode(bias, forKey: .bias)
    try values.encode(recalled.total, forKey: .labelledEvents)
    try values.encode(precise.fraction, forKey: .precision)
    try values.encode(recalled.fraction, forKey: .recall)
    try values.encode(f1, forKey: .f1)
    try values.encode(boundaryErrorSeconds, forKey: .boundaryErrorSeconds)
    try values.encode(partialFlagged.total, forKey: .partialLabelled)
    try values.encode(partialFlagged.fraction, forKey: .partialFlagged)
    try values.encode(countedRightly.fraction, forKey: .countedRightly)
    try values.encode(holdErrorSeconds.count, forKey: .holdsFound)
    try values.encode(holdErrorSeconds, forKey: .holdErrorSeconds)
    try values.encode(latencySeconds, forKey: .latencySeconds)
  }
}

extension Distribution: Encodable {
  private enum CodingKeys: String, CodingKey {
    case mean, median, percentile95, largest
  }

  /// Writes the figures; they are null where there are no values.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(mean, forKey: .mean)
    try values.encode(median, forKey: .median)
    try values.encode(percentile(95), forKey: .percentile95)
    try values.encode(largest, forKey: .largest)
  }
}
