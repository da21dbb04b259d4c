// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Benchmarks",
    dependencies: [.package(name: "zicha", path: "..")],
    targets: [
        .executableTarget(name: "speed", dependencies: [.product(name: "Surveys", package: "zicha")]),
        .executableTarget(name: "workbook", dependencies: [.product(name: "Workbooks", package: "zicha")]),
        .executableTarget(name: "tally", dependencies: [.product(name: "Statistics", package: "zicha")]),
    ]
)

for target in package.targets {
    target.swiftSettings = [
        .swiftLanguageMode(.v6), .treatAllWarnings(as: .error), .strictMemorySafety(),
        .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ]
}
