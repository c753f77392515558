// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
]

/// Nobody imports a program or its tests, so no module of theirs is made ahead: that would read all of
/// it a second time.
let unimported: [SwiftSetting] = strict + [.unsafeFlags(["-no-emit-module-separately-wmo"])]

/// Tests and trials are mostly read once by the compiler and run once: to optimise them, too, takes
/// longer than they run. What they test is optimised as it is for its users. They name every module
/// that they import, also those that others bring along: a target that does not name a module is not
/// compiled anew when that changes.
let unoptimised: [SwiftSetting] = unimported + [.unsafeFlags(["-Onone"])]

/// No program of ours asks another server of the web. FlyingFox could pass requests on to one, which
/// is never used, and for that libcurl and 26 libraries more would be loaded at each start: 7 MB and
/// half of the time. Whoever called it ends the program.
let noClient = [
  "easy_cleanup", "easy_getinfo", "easy_init", "easy_pause", "easy_setopt", "easy_strerror", "free",
  "global_init", "multi_add_handle", "multi_assign", "multi_cleanup", "multi_info_read",
  "multi_init", "multi_remove_handle", "multi_setopt", "multi_socket_action", "slist_append",
  "slist_free_all", "url", "url_get", "url_set", "version", "version_info",
].flatMap { ["-Xlinker", "--defsym=curl_\($0)=swift_deletedMethodError"] }

/// Swift's libraries lie inside the programs: they so start in a third of the time, and run where
/// there is no Swift. Only the linker is told, since SwiftPM's own `--static-swift-stdlib` would have
/// the tests, which cannot be linked so, compile every module a second time. Beside the libraries that
/// are imported stand those that they need.
let swiftInside: [LinkerSetting] = [
  .unsafeFlags(
    ["-static-stdlib", "-Xlinker", "--start-group"]
      + [
        "Foundation", "FoundationNetworking", "FoundationEssentials",
        "FoundationInternationalization", "CoreFoundation", "_CFURLSessionInterface",
        "_FoundationICU", "_FoundationCShims", "_FoundationCollections",
      ].map { "-l\($0)" } + ["-Xlinker", "--end-group"] + noClient,
    .when(platforms: [.linux]))
]

/// What the studio's page is made of; all of it is in the program.
let studioFront = [
  "studio.html", "studio.css", "actions.js", "api.js", "compare.js", "curveChart.js", "curves.js",
  "details.js", "detector.js", "dom.js", "editor.js", "figures.js", "gestures.js", "history.js",
  "keys.js", "labelLane.js", "labels.js", "lanes.js", "main.js", "marks.js", "panels.js",
  "player.js", "recordings.js", "score.js", "sensitivity.js", "store.js", "thresholds.js",
  "timeline.js", "toolbar.js", "tuning.js", "view.js",
]

let package = Package(
  name: "motioncheck",
  products: [
    .library(name: "MotionCore", targets: ["MotionCore"]),
    .executable(name: "motioncheck", targets: ["motioncheck"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibevdev", pkgConfig: "libevdev", providers: [.apt(["libevdev-dev"])]),
    .systemLibrary(
      name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .target(name: "MotionCore", swiftSettings: strict),
    .target(
      name: "MotionInput",
      dependencies: [
        "MotionCore", "CArchive", "CLibevdev", "Yams", "FlyingFox",
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
      resources: [.embedInCode("Network/acceleration-and-gyroscope.phyphox")],
      swiftSettings: strict),
    .target(
      name: "MotionHistory", dependencies: ["CSQLite", "MotionCore"], swiftSettings: strict),
    .target(
      name: "MotionReport", dependencies: ["MotionCore"],
      resources: [
        .embedInCode("Page/page.html"), .embedInCode("Page/report.html"),
        .embedInCode("Page/page.css"), .embedInCode("Plot/plot.css"),
      ],
      swiftSettings: strict),
    .target(
      name: "MotionTuning", dependencies: ["MotionCore", "MotionReport"], swiftSettings: strict),
    .target(
      name: "MotionStudio",
      dependencies: ["FlyingFox", "MotionCore", "MotionInput", "MotionReport", "MotionTuning"],
      resources: studioFront.map { .embedInCode("Front/\($0)") },
      swiftSettings: strict),
    .target(name: "MotionSimulator", dependencies: ["MotionCore"], swiftSettings: strict),
    .executableTarget(
      name: "motioncheck",
      dependencies: [
        "MotionCore", "MotionHistory", "MotionInput", "MotionReport", "MotionSimulator",
        "MotionStudio", "MotionTuning", "FlyingFox",
        .product(name: "FlyingSocks", package: "FlyingFox"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: unimported, linkerSettings: swiftInside),
    // What Tools/kernel-test runs inside its guest; no part of the product.
    .executableTarget(
      name: "kernel-cases", dependencies: ["MotionCore", "MotionInput", "CLibevdev"],
      path: "Tools/kernel/cases", swiftSettings: unimported,
      linkerSettings: swiftInside),
    // What Tools/live-trials measures with; no part of the product.
    .executableTarget(
      name: "live-trials",
      dependencies: [
        "MotionCore", "MotionInput", "MotionReport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Tools/trials", swiftSettings: unoptimised,
      linkerSettings: swiftInside),
    // What Tools/accuracy-trials measures with; no part of the product.
    .executableTarget(
      name: "accuracy-trials",
      dependencies: [
        "MotionCore", "MotionInput", "MotionReport", "MotionSimulator", "MotionTuning",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Tools/accuracy", swiftSettings: unoptimised,
      linkerSettings: swiftInside),
    // How fast the detector is; no part of the product.
    .executableTarget(
      name: "detector-benchmark", dependencies: ["MotionCore", "MotionInput"],
      path: "Tools/benchmark/detector", swiftSettings: unimported,
      linkerSettings: swiftInside),
    // What Tools/fit-set-model fits the set model with; no part of the product.
    .executableTarget(
      name: "set-model-fit",
      dependencies: [
        "MotionCore", "MotionInput", "MotionTuning",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Tools/fit", swiftSettings: unoptimised,
      linkerSettings: swiftInside),
    .testTarget(
      name: "MotionCoreTests", dependencies: ["MotionCore", "MotionSimulator"],
      swiftSettings: unoptimised),
    .testTarget(
      name: "MotionHistoryTests", dependencies: ["CSQLite", "MotionCore", "MotionHistory"],
      swiftSettings: unoptimised),
    .testTarget(
      name: "MotionInputTests",
      dependencies: ["CArchive", "CLibevdev", "FlyingFox", "MotionCore", "MotionInput"],
      swiftSettings: unoptimised),
    .testTarget(
      name: "MotionReportTests", dependencies: ["MotionCore", "MotionReport"],
      swiftSettings: unoptimised),
    .testTarget(
      name: "MotionSimulatorTests", dependencies: ["MotionCore", "MotionSimulator"],
      swiftSettings: unoptimised),
    .testTarget(
      name: "MotionTuningTests",
      dependencies: ["MotionCore", "MotionReport", "MotionSimulator", "MotionTuning"],
      swiftSettings: unoptimised),
    .testTarget(
      name: "MotionStudioTests",
      dependencies: ["MotionCore", "MotionInput", "MotionReport", "MotionStudio"],
      swiftSettings: unoptimised),
    .testTarget(
      name: "motioncheckTests", dependencies: ["MotionCore", "MotionInput", "MotionSimulator"],
      swiftSettings: unoptimised),
  ]
)

// What Tools/fuzz tries every reader with. Only with the fuzzer's runtime does it link, so nothing
// else builds it.
if Context.environment["MOTIONCHECK_FUZZING"] != nil {
  package.targets.append(
    .executableTarget(
      name: "fuzz-targets", dependencies: ["MotionCore", "MotionHistory", "MotionInput"],
      path: "Tools/fuzzing/targets", swiftSettings: strict))
}
