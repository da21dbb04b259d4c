// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "zicha",
    products: [
        .executable(name: "zicha", targets: ["zicha"]),
        .library(name: "Surveys", targets: ["Surveys"]),
        .library(name: "Statistics", targets: ["Statistics"]),
        .library(name: "Workbooks", targets: ["Workbooks"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        // Ground: C libraries as they are, and the rooms that know nothing of one another.
        .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter"),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib"),
        // The C mathematics library, for programs that use Statistics without Foundation, which would bring it.
        .target(name: "CNumerics", linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),
        .target(name: "Digests"),
        .target(name: "Surveys"),
        .target(name: "Statistics", dependencies: ["CNumerics"]),
        .target(name: "Workbooks", dependencies: ["CXlsxWriter", "CZlib", "Digests"]),

        // Middle: ways in, counting, judging.
        .target(name: "Forms", dependencies: ["Surveys", "Statistics", "Workbooks", "Digests"]),
        .target(
            name: "Storage",
            dependencies: [
                "Surveys", "Statistics", "Digests",
                .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        .target(name: "Scoring", dependencies: ["Surveys", "Statistics"]),

        // Upper: what may be shown, and how it is told.
        .target(name: "Disclosure", dependencies: ["Scoring"]),
        .target(name: "Reports", dependencies: ["Disclosure", "Scoring", "Statistics", "Surveys", "Workbooks"]),

        // The door.
        .executableTarget(
            name: "zicha",
            dependencies: [
                "Surveys", "Statistics", "Workbooks", "Digests", "Forms", "Storage", "Scoring", "Disclosure", "Reports",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),

        // How many typos are noticed: given surveys, it counts and fails below its thresholds.
        .executableTarget(name: "MutationGate", dependencies: ["Surveys", "TestSupport"], path: "Tests/MutationGate"),

        // The golden values of the statistics, computed anew: given their folder, it compares and fails on a difference.
        .executableTarget(name: "GoldenGate", dependencies: ["Statistics"], path: "Tests/GoldenGate"),

        // Everything that reports tell of random small rounds, as sums over their people: for scripts/leaks --sums.
        .executableTarget(
            name: "Oracle",
            dependencies: ["Disclosure", "Scoring", "Statistics", "Storage", "Surveys", "TestSupport"],
            path: "Tests/Oracle"),

        .target(name: "TestSupport", dependencies: ["Surveys", "Workbooks"], path: "Tests/TestSupport"),
        .target(name: "FuzzProperties", dependencies: ["Surveys"], path: "Tests/Fuzz/Properties"),
        .testTarget(name: "SurveysTests", dependencies: ["Surveys", "TestSupport", "FuzzProperties"]),
        .testTarget(name: "StatisticsTests", dependencies: ["Statistics"]),
        .testTarget(name: "DigestsTests", dependencies: ["Digests"]),
        .testTarget(name: "WorkbooksTests", dependencies: ["Workbooks", "TestSupport"]),
        .testTarget(name: "FormsTests", dependencies: ["Forms", "Surveys", "Workbooks", "TestSupport"]),
        .testTarget(
            name: "StorageTests",
            dependencies: [
                "Storage", "Surveys", "Statistics", "TestSupport", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            // Stores as released, one a format version; the tests read them where they lie.
            exclude: ["Stores"]),
        .testTarget(
            name: "ScoringTests", dependencies: ["Scoring", "Storage", "Surveys", "Statistics", "TestSupport"]),
        .testTarget(
            name: "DisclosureTests",
            dependencies: ["Disclosure", "Scoring", "Storage", "Surveys", "Statistics", "TestSupport"]),
        .testTarget(
            name: "ReportsTests",
            dependencies: [
                "Reports", "Disclosure", "Scoring", "Storage", "Surveys", "Statistics", "Workbooks", "TestSupport",
            ]),
        .testTarget(name: "ZichaTests", dependencies: ["zicha", "Storage", "Surveys", "Workbooks", "TestSupport"]),
    ],
    cxxLanguageStandard: .cxx17
)

// What scripts/fuzz and scripts/growth build; an ordinary build never sees it.
if Context.environment["ZICHA_FUZZ"] == "1" {
    for name in ["FuzzSurvey", "FuzzCondition"] {
        package.targets.append(
            .executableTarget(
                name: name, dependencies: ["FuzzProperties"], path: "Tests/Fuzz/\(name)",
                // libFuzzer brings its own main; a file that is not called main must not become one.
                swiftSettings: [.unsafeFlags(["-parse-as-library"])]))
    }
    package.targets.append(.executableTarget(name: "Growth", dependencies: ["Surveys"], path: "Tests/Fuzz/Growth"))
}

// What measures the store and the forms; here and not in Benchmarks' own package because neither is a library product.
if Context.environment["ZICHA_BENCH"] == "1" {
    package.targets.append(
        .executableTarget(
            name: "store", dependencies: ["Statistics", "Storage", "Surveys"], path: "Benchmarks/Sources/store"))
    package.targets.append(
        .executableTarget(
            name: "forms", dependencies: ["Digests", "Forms", "Surveys"], path: "Benchmarks/Sources/forms"))
}

for target in package.targets where ![.system, .plugin, .macro].contains(target.type) {
    guard target.name != "CNumerics" else { continue }
    target.swiftSettings =
        (target.swiftSettings ?? []) + [
            // Data races are compile errors.
            .swiftLanguageMode(.v6),
            // A warning nobody fixes hides the one that matters.
            .treatAllWarnings(as: .error),
            // The few lines that touch raw memory carry the word `unsafe` and are read twice.
            .strictMemorySafety(),
            // `any` shows where a call goes through a box.
            .enableUpcomingFeature("ExistentialAny"),
            // A room's imports stay its own unless a type shows in its API.
            .enableUpcomingFeature("InternalImportsByDefault"),
            // A member comes from a module that the file names.
            .enableUpcomingFeature("MemberImportVisibility"),
            // An async function stays with its caller unless it says otherwise.
            .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        ]
}
