import Foundation
import Testing

/// What may use what: the way of the data is seen in the folders, and nothing points back.
@Suite struct ArrowTests {
  /// Folders of MotionCore in the order of the data: each may use those before it.
  private static let folders = [
    "Model", "Conditioning", "Segmentation", "Grouping", "Selection", "Session", "Guidance",
  ]
  /// What each module may import beside the standard library.
  private static let imports: [String: Set<String>] = [
    "MotionCore": ["Glibc"],
    "MotionInput": [
      "CArchive", "CLibevdev", "Dispatch", "FlyingFox", "FlyingSocks", "Foundation", "Glibc",
      "MotionCore", "Synchronization", "Yams",
    ],
    "MotionReport": ["Foundation", "MotionCore"],
    "MotionTuning": ["Dispatch", "Glibc", "MotionCore", "MotionReport", "Synchronization"],
    "MotionStudio": [
      "Dispatch", "FlyingFox", "Foundation", "Glibc", "MotionCore", "MotionInput", "MotionReport",
      "MotionTuning", "Synchronization",
    ],
    "MotionSimulator": ["Glibc", "MotionCore"],
  ]

  @Test func everySourceOfTheCoreLiesInAFolderOfTheWay() throws {
    let core = try SourceFile.all(in: "MotionCore")
    #expect(core.count > 50)
    #expect(Set(core.map(\.folder)) == Set(Self.folders))
  }

  @Test func noFolderUsesALaterOne() throws {
    let core = try SourceFile.all(in: "MotionCore")
    let owners = Dictionary(
      core.flatMap { file in file.types.map { ($0, file.folder) } }, uniquingKeysWith: { a, _ in a }
    )
    var back: Set<String> = []
    for file in core {
      for name in file.words {
        guard let owner = owners[name], !file.types.contains(name),
          let used = Self.folders.firstIndex(of: owner),
          let user = Self.folders.firstIndex(of: file.folder), used > user
        else { continue }
        back.insert("\(file.folder) -> \(owner): \(name)")
      }
    }
    #expect(back.isEmpty)
  }

  @Test(arguments: imports.keys.sorted())
  func aModuleImportsOnlyWhatLiesBelowIt(module: String) throws {
    let allowed = try #require(Self.imports[module])
    for file in try SourceFile.all(in: module) {
      let unexpected = file.imports.subtracting(allowed)
      #expect(unexpected.isEmpty, "\(file.path) imports \(unexpected.sorted())")
    }
  }

  @Test func whatIsNoCodeNamesNothing() {
    let file = SourceFile(
      path: "x", folder: "Model",
      text: #"""
        // Movement and "Session"
        struct A { let b = "a Guide, \"Guide\""; let c = """
          Guide
          """
          let d: Pace }
        """#)
    #expect(file.types == ["A"])
    #expect(file.words.isSuperset(of: ["struct", "A", "b", "d", "Pace"]))
    #expect(file.words.isDisjoint(with: ["Movement", "Session", "Guide"]))
  }
}

/// A file of Swift, as far as names tell what it uses.
private struct SourceFile {
  let path: String
  /// The folder of its module in which it lies; empty for none.
  let folder: String
  /// Every word of its code.
  let words: Set<String>
  /// Types that it declares at its top level.
  let types: Set<String>
  /// Modules that it imports.
  let imports: Set<String>

  init(path: String, folder: String, text: String) {
    self.path = path
    self.folder = folder
    let code = Self.code(of: text)
    words = Self.words(of: code)
    let lines = code.split(separator: "\n")
    types = Set(lines.compactMap { Self.name(declaredIn: $0, by: Self.typeKeywords) })
    imports = Set(lines.compactMap { Self.name(declaredIn: $0, by: ["import"]) })
  }

  /// Every Swift file of a module.
  static func all(in module: String) throws -> [SourceFile] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../../Sources/\(module)"
    ).standardizedFileURL.path
    let names = try FileManager.default.subpathsOfDirectory(atPath: root)
    return try names.filter { $0.hasSuffix(".swift") }.map { name in
      let text = try String(contentsOfFile: "\(root)/\(name)", encoding: .utf8)
      let folders = name.split(separator: "/").dropLast()
      return SourceFile(path: name, folder: folders.first.map(String.init) ?? "", text: text)
    }
  }

  private static let typeKeywords: Set<Substring> = [
    "actor", "class", "enum", "protocol", "struct", "typealias",
  ]
  private static let modifiers: Set<Substring> = [
    "fileprivate", "final", "indirect", "internal", "package", "private", "public",
  ]

  private static func name(declaredIn line: Substring, by keywords: Set<Substring>) -> String? {
    let words = line.split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != " " }.first?
      .split(separator: " ").drop { modifiers.contains($0) }
    guard let words, line.first != " ", words.count > 1, let keyword = words.first,
      keywords.contains(keyword)
    else { return nil }
    return words.dropFirst().first.map(String.init)
  }

  private static func words(of code: String) -> Set<String> {
    Set(code.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init))
  }

  /// The text without comments and strings; words within an interpolation are lost with it.
  private static func code(of text: String) -> String {
    var code = ""
    var isText = false
    for (place, part) in text.components(separatedBy: #"""""#).enumerated() where place % 2 == 0 {
      for line in part.split(separator: "\n", omittingEmptySubsequences: false) {
        isText = false
        var previous: Character = " "
        for character in line {
          if character == "\"", previous != "\\" { isText.toggle() }
          if !isText, character == "/", previous == "/" { break }
          if !isText { code.append(character) }
          previous = character
        }
        code.append("\n")
      }
    }
    return code
  }
}
