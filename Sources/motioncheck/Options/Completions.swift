import ArgumentParser
import Foundation
import MotionCore
import MotionInput

/// What the shell offers for values that only this program knows.
extension CompletionKind {
  /// The exercises of the catalogue.
  static var exercises: CompletionKind { .list(Exercise.catalogue.map(\.id)) }

  /// The built-in programmes, and files that may be programmes.
  static var programs: CompletionKind {
    .custom { _, _, typed in Program.builtIn.map(\.id) + files(typed, endings: [".yaml", ".yml"]) }
  }

  /// The motion sensors that are connected, by what tells them apart.
  static var devices: CompletionKind {
    .custom { _, _, _ in
      DeviceDirectory().devices().filter(\.isMotionSensor).flatMap { [$0.path, $0.identifier] }
    }
  }

  /// Folders, and files with these endings, in the folder that is being typed.
  private static func files(_ typed: String, endings: [String]) -> [String] {
    let folder = typed.lastIndex(of: "/").map { String(typed[...$0]) } ?? ""
    let place = folder.isEmpty ? "." : folder
    let names = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted().compactMap { name in
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: folder + name, isDirectory: &isFolder)
      if isFolder.boolValue { return folder + name + "/" }
      return endings.contains(where: name.hasSuffix) ? folder + name : nil
    }
  }
}
