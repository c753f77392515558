import Foundation
import Glibc

/// Runs one case inside the guest, or lists them: `kernel-cases [NAME]`.
@main struct KernelCases {
  static func main() {
    guard let name = CommandLine.arguments.dropFirst().first else {
      for (name, _) in cases { print(name) }
      return
    }
    guard let run = cases.first(where: { $0.name == name })?.run else {
      print("FAIL \(name): no such case")
      exit(64)
    }
    let start = Date()
    do {
      let measured = try run()
      print("PASS \(name): \(measured) (\(Int(Date().timeIntervalSince(start))) s)")
    } catch Outcome.skipped(let reason) {
      print("SKIP \(name): \(reason)")
    } catch Outcome.failed(let reason) {
      print("FAIL \(name): \(reason)")
      exit(1)
    } catch {
      print("FAIL \(name): \(error)")
      exit(1)
    }
  }

  /// All cases, by name.
  static var cases: [(name: String, run: () throws -> String)] {
    SessionCase.all.map { ($0.name, $0.session.run) } + CommandCase.all
      + [("buttons", ButtonCase.leads)]
  }
}
