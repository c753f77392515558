/// Finds what a person may have meant by a word that is not known.
package enum Suggestion {
  /// A message that names the unknown word, the nearest known one and all that are allowed.
  package static func message(for word: String, what: String, allowed: [String]) -> String {
    let guess = nearest(to: word, in: allowed).map { "; did you mean '\($0)'?" } ?? "."
    return "unknown \(what) '\(word)'\(guess) Allowed: \(allowed.joined(separator: ", "))"
  }

  /// The known word with the fewest changed letters, if less than half of the word is changed.
  package static func nearest(to word: String, in known: [String]) -> String? {
    let distances = known.map { (word: $0, distance: distance(word, $0)) }
    guard let best = distances.min(by: { $0.distance < $1.distance }) else { return nil }
    return best.distance * 2 < max(word.count, best.word.count) ? best.word : nil
  }

  /// Letters to insert, delete or replace to turn one word into the other (Levenshtein 1966).
  private static func distance(_ a: String, _ b: String) -> Int {
    var row = Array(0...b.count)
    for (i, letter) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in b.enumerated() {
        let replaced = diagonal + (letter == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[b.count]
  }
}
