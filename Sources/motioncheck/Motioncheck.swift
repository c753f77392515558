import ArgumentParser

@main
struct Motioncheck: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "motioncheck",
    abstract: "Checks a home exercise programme with one worn motion sensor.",
    version: "0.1.0",
    subcommands: [Simulate.self])
}
