import Glibc

/// Which change is active, from the environment: the number of its site twice, plus one for the
/// second change of that site. None of them without.
let activeMutant = getenv("MOTIONCHECK_MUTANT").flatMap { Int(String(cString: $0)) } ?? -1

/// Where the environment asks for it: for each site whether it was reached, and what it compared.
nonisolated(unsafe) let reachedSites: UnsafeMutablePointer<UInt8>? = {
  guard getenv("MOTIONCHECK_REACHED") != nil else { return nil }
  let sites = UnsafeMutablePointer<UInt8>.allocate(capacity: 1024)
  sites.initialize(repeating: UInt8(ascii: "-"), count: 1024)
  atexit {
    guard let sites = reachedSites, let file = fopen(getenv("MOTIONCHECK_REACHED"), "w") else {
      return
    }
    fwrite(sites, 1, 1024, file)
    fclose(file)
  }
  return sites
}()

/// Notes that a site was reached: with whole numbers, where equality happens, or with others.
@inline(__always) private func note<T>(_ site: Int, _ type: T.Type) {
  guard let reachedSites else { return }
  reachedSites[site] = UInt8(ascii: T.self is any BinaryInteger.Type ? "i" : "f")
}

@inline(__always) func compared<T: Comparable>(
  _ site: Int, _ a: T, _ b: T, _ isRight: (T, T) -> Bool, _ atTheBoundary: (T, T) -> Bool
) -> Bool {
  note(site, T.self)
  if activeMutant == 2 * site { return !isRight(a, b) }
  if activeMutant == 2 * site + 1 { return atTheBoundary(a, b) }
  return isRight(a, b)
}

@inline(__always) func equated(_ site: Int, _ isRight: Bool) -> Bool {
  note(site, Int.self)
  return activeMutant == 2 * site ? !isRight : isRight
}

@inline(__always) func joined(
  _ site: Int, _ a: Bool, _ b: () throws -> Bool, isAnd: Bool
) rethrows -> Bool {
  note(site, Int.self)
  return try isAnd != (activeMutant == 2 * site) ? a && b() : a || b()
}

func changed<T: BinaryFloatingPoint>(_ site: Int, _ value: T, halvedFirst: Bool) -> T {
  note(site, Int.self)
  let factors: (T, T) = halvedFirst ? (0.5, 1) : (2, 0.5)
  return activeMutant == 2 * site
    ? value * factors.0 : activeMutant == 2 * site + 1 ? value * factors.1 : value
}

func changed<T: BinaryInteger>(_ site: Int, _ value: T, halvedFirst: Bool) -> T {
  T(changed(site, Double(value), halvedFirst: halvedFirst))
}
