/// The direction in which a movement signal varies most, and by how much.
struct PrincipalAxis: Sendable {
  /// Unit vector. Its sign carries no meaning.
  var direction: MovementVector
  /// Standard deviation along it, in the signal's unit.
  var deviation: Float
}

/// Running sums from which the principal axis is computed.
struct Covariance: Sendable {
  private typealias Column = InlineArray<5, Double>
  private typealias Columns = InlineArray<5, Column>
  private static let channels = 5
  private var count = 0.0
  private var sums = (low: SIMD4<Double>.zero, last: 0.0)
  /// Each product of two channels once: of all with the first, of all with the last, and the others
  /// row by row.
  private var products = InlineArray<4, SIMD4<Double>>(repeating: .zero)

  /// Adds one observation.
  mutating func add(_ vector: MovementVector) {
    let v = SIMD4<Double>(vector.lowHalf)
    let last = Double(vector[4])
    count += 1
    sums.low += v
    sums.last += last
    products[0] += v * v[0]
    products[1] += v * last
    products[2] += SIMD4(v[1], v[1], v[1], v[2]) * SIMD4(v[1], v[2], v[3], v[2])
    products[3] += SIMD4(v[2], v[3], last, 0) * SIMD4(v[3], v[3], last, 0)
  }

  /// The sum of the products of two channels.
  private func product(_ a: Int, _ b: Int) -> Double {
    switch (min(a, b), max(a, b)) {
    case (let channel, 4) where channel < 4: products[1][channel]
    case (0, let channel): products[0][channel]
    case (1, let channel): products[2][channel - 1]
    case (2, 2): products[2][3]
    case (2, _): products[3][0]
    case (3, _): products[3][1]
    default: products[3][2]
    }
  }

  /// The principal axis of what was added; nil with fewer than two observations.
  ///
  /// - Parameter isCentred: true takes the mean away first; false when the caller has already
  ///   taken each observation relative to its own baseline.
  func principalAxis(isCentred: Bool = true) -> PrincipalAxis? {
    guard count >= 2 else { return nil }
    let low = sums.low / count
    let mean: Column = [low[0], low[1], low[2], low[3], sums.last / count]
    // Both matrices by columns; the first is symmetric.
    var matrix = Columns { column in
      Column { row in
        product(row, column) / count - (isCentred ? mean[row] * mean[column] : 0)
      }
    }
    let vectors = Self.diagonalize(&matrix)
    let best = (0..<Self.channels).max { matrix[$0][$0] < matrix[$1][$1] } ?? 0
    var direction = MovementVector.zero
    for channel in 0..<Self.channels { direction[channel] = Float(vectors[best][channel]) }
    return PrincipalAxis(
      direction: direction, deviation: Float(max(0, matrix[best][best]).squareRoot()))
  }

  /// Cyclic Jacobi rotations (Golub and Van Loan, Matrix Computations, 1996, section 8.4): turns a
  /// small symmetric matrix into its eigenvalues and gives the eigenvectors as columns.
  private static func diagonalize(_ a: inout Columns) -> Columns {
    var v = Columns { column in
      var unit = Column(repeating: 0)
      unit[column] = 1
      return unit
    }
    for _ in 0..<sweeps {
      for p in 0..<channels - 1 {
        for q in p + 1..<channels where abs(a[q][p]) > Double.leastNormalMagnitude {
          let theta = (a[q][q] - a[p][p]) / (2 * a[q][p])
          let sign = theta >= 0 ? 1.0 : -1.0
          let t = sign / (abs(theta) + (theta * theta + 1).squareRoot())
          let c = 1 / (t * t + 1).squareRoot()
          rotate(&a, &v, p, q, cosine: c, sine: t * c)
        }
      }
    }
    return v
  }

  private static let sweeps = 8

  private static func rotate(
    _ a: inout Columns, _ v: inout Columns, _ p: Int, _ q: Int, cosine c: Double, sine s: Double
  ) {
    for k in 0..<channels {
      (a[p][k], a[q][k]) = (c * a[p][k] - s * a[q][k], s * a[p][k] + c * a[q][k])
      (v[p][k], v[q][k]) = (c * v[p][k] - s * v[q][k], s * v[p][k] + c * v[q][k])
    }
    for k in 0..<channels {
      (a[k][p], a[k][q]) = (c * a[k][p] - s * a[k][q], s * a[k][p] + c * a[k][q])
    }
  }
}
