import Testing

@Suite struct HelpTests {
  static let subcommands = [
    "replay", "live", "record", "convert", "inspect", "formats", "devices", "exercises", "programs",
    "simulate", "evaluate", "label", "tune", "studio", "calibrate", "doctor",
  ]

  @Test(arguments: subcommands)
  func everySubcommandExplainsItself(name: String) throws {
    let help = try Motioncheck.run(name, "--help")
    #expect(help.status == 0)
    #expect(help.errors == "")
    // All in the imperative: "Check", not "Checks".
    #expect(help.output.prefixMatch(of: /OVERVIEW: \w+[^s]\s/) != nil)
    #expect(help.output.contains("USAGE: motioncheck \(name)"))
    // The argument parser does not break its usage line.
    let lines = help.output.split(separator: "\n").map(String.init)
    #expect(lines.allSatisfy { $0.count <= 80 || $0.hasPrefix("USAGE: ") })
    #expect(try Motioncheck.run("help", name).output == help.output)
  }

  @Test func theProgramListsItsSubcommandsAndExitStatuses() throws {
    let help = try Motioncheck.run("--help")
    #expect(help.status == 0)
    for word in Self.subcommands + ["Exit status: 0", "64 wrong"] {
      #expect(help.output.contains(word), "\(word)")
    }
  }

  @Test(arguments: [
    (
      "replay",
      [
        "--exercise", "--program", "--side", "--target", "--hold", "--placement", "--parameters",
        "--format", "--output", "--realtime", "--explain", "--plot", "--columns", "--units",
        "--rate", "--gyroscope", "--details", "--color", "--rows", "--patient", "--note",
        "--patient-reference", "--recorded-at",
      ]
    ),
    (
      "live",
      [
        "--device", "--source", "--exercise", "--program", "--side", "--target", "--hold",
        "--placement", "--parameters", "--record", "--no-record", "--resume", "--voice", "--bell",
        "--quiet", "--format", "--output", "--details", "--color", "--patient", "--note",
      ]
    ),
  ])
  func helpNamesEveryOption(command: String, options: [String]) throws {
    let help = try Motioncheck.run(command, "--help").output
    for option in options {
      #expect(help.contains("  \(option)"), "\(option)")
    }
  }

  @Test func theVersionIsPrinted() throws {
    let result = try Motioncheck.run("--version")
    #expect(result.status == 0)
    #expect(result.output == "0.1.0\n")
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func shellCompletionsCanBeGenerated(shell: String) throws {
    let script = try Motioncheck.run("--generate-completion-script", shell)
    #expect(script.status == 0)
    #expect(script.output.contains("motioncheck"))
  }
}
