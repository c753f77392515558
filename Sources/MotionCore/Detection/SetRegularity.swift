import Glibc

/// Tells a set from movements that merely happen to be alike: a person who exercises goes on at an
/// even pace, while reaching for a cup, sitting down or pulling at the strap come when they come.
///
/// A set may go on faster or slower after a pause, so each time from one repetition to the next is
/// held against the time before; and every third repetition may be another one, so it is held
/// against the usual time as well. The limits were chosen between simulated and recorded sets
/// (variation under 0.15, rest under 2 in 95 %) and simulated everyday movement (variation over 0.2
/// and rest over 1 in most).
struct SetRegularity {
  /// Most that the time from one repetition to the next may vary (median difference of the
  /// logarithms), unless the repetitions are very much alike.
  static let largestVariation = 0.2
  /// From this median likeness on, and from `fewestAlike` repetitions on, the pace may be anything.
  static let irregularLikeness: Float = 0.87
  static let fewestAlike = 5
  /// Longest median rest between two repetitions, in lengths of one.
  static let longestRest = 2.5
  /// Up to so many movements variation says little, and more is asked in other respects.
  static let few = 3
  /// The limits for so few.
  static let largestVariationOfFew = 0.35
  static let smallestLikenessOfFew: Float = 0.7
  /// Two movements are always near their own mean, so more is asked of them.
  static let smallestLikenessOfTwo: Float = 0.85
  static let longestRestOfFew = 1.5

  private let count: Int
  /// Median difference of the logarithm of the time from start to start, to the time before or to
  /// the usual one.
  private let variation: Double
  /// Median rest between two movements, in median lengths.
  private let rest: Double
  private let likeness: Float

  /// - Parameter movements: all that are listed, in order of time; those that are the exercise
  ///   tell.
  init(_ movements: [JudgedMovement]) {
    let own = movements.indices.filter { movements[$0].isExercise }
    let starts = own.map { movements[$0].movement.start }
    let ends = own.map { movements[$0].movement.end }
    let periods = zip(starts.dropFirst(), starts).map { log(Double(max(1, $0 - $1))) }
    let length = zip(starts, ends).map { Double($1 - $0) }.median
    count = own.count
    let usual = periods.median
    variation = min(
      zip(periods.dropFirst(), periods).map { abs($0 - $1) }.median,
      periods.map { abs($0 - usual) }.median)
    rest = zip(starts.dropFirst(), ends).map { Double($0 - $1) }.median / max(1, length)
    likeness = own.map { movements[$0].likeness }.median
  }

  /// True when this can be a set.
  var isSet: Bool {
    if count <= Self.few {
      return variation < Self.largestVariationOfFew && rest < Self.longestRestOfFew
        && likeness > (count == 2 ? Self.smallestLikenessOfTwo : Self.smallestLikenessOfFew)
    }
    let isVeryAlike = count >= Self.fewestAlike && likeness >= Self.irregularLikeness
    return rest < Self.longestRest && (variation <= Self.largestVariation || isVeryAlike)
  }
}
