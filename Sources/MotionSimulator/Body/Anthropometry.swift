/// Lengths of a body's segments, from its height.
///
/// Proportions of Drillis & Contini (1966) as given by Winter (2009, Biomechanics and Motor Control
/// of Human Movement, 4th ed., figure 4.1, doi 10.1002/9780470549148).
package struct Anthropometry: Sendable, Hashable {
  /// Body height.
  package var heightMetres: Double

  /// A body of the given height.
  package init(heightMetres: Double) { self.heightMetres = heightMetres }

  /// From the hip joints to the height of the shoulder joints.
  var trunkMetres: Double { (0.818 - 0.530) * heightMetres }
  /// From the shoulder joint to the elbow.
  var upperArmMetres: Double { 0.186 * heightMetres }
  /// From the elbow to the wrist.
  var forearmMetres: Double { 0.146 * heightMetres }
  /// From the midline to the shoulder joint.
  var halfShoulderWidthMetres: Double { 0.129 * heightMetres }
  /// Height of the hip joints above the ground when standing.
  var standingHipMetres: Double { 0.530 * heightMetres }
  /// Height of the hip joints above the ground when kneeling upright.
  var kneelingHipMetres: Double { 0.245 * heightMetres + 0.05 }
  /// Height of the hip joints above the ground when sitting on a chair: the knee's.
  var seatedHipMetres: Double { 0.285 * heightMetres }
  /// From the midline to the sternoclavicular joint: half a manubrium's width.
  var sternoclavicularMetres: Double { 0.025 }
}
