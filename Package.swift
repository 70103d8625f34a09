// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target is held to the same rules: explicit import visibility, and unsafe code only where it is marked.
let rules: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatWarning("StrictMemorySafety", as: .error),
]
let libm: [LinkerSetting] = [.linkedLibrary("m", .when(platforms: [.linux]))]

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let swiftCSV = Target.Dependency.product(name: "SwiftCSV", package: "SwiftCSV")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let flyingSocks = Target.Dependency.product(name: "FlyingSocks", package: "FlyingFox")
let systemPackage = Target.Dependency.product(name: "SystemPackage", package: "swift-system")

func stage(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: rules, linkerSettings: libm)
}

/// The house, from the ground up: a target may import only what it names here (Documentation/Architecture.md).
let stages: [Target] = [
  stage("Geometry", []),
  stage("AllCores", []),
  stage("Deflate", ["CDeflate"]),
  stage("Digest", []),
  stage("Diagnostics", []),
  stage("StructuredData", ["Diagnostics", yams, swiftCSV]),
  stage("Markdown", ["Diagnostics", "CMarkGFM"]),
  stage("PNG", ["Deflate", "Diagnostics", "CSPNG", "AllCores"]),
  stage("JPEG", ["Diagnostics", "CTurboJPEG"]),
  stage("SVGPictures", ["Diagnostics", "CCairo", "CLateLibraries"]),
  stage("Scene", ["Geometry", "Diagnostics"]),
  stage("Fonts", ["Scene", "Geometry", "Diagnostics", "CHarfBuzz"]),
  stage("Lingua", ["Assets", "StructuredData", "Diagnostics"]),
  stage("Scales", ["Lingua"]),
  stage("Articles", ["Lingua", "Markdown", "StructuredData", "Diagnostics"]),
  stage("Indicators", ["Lingua", "StructuredData", "Diagnostics"]),
  stage("Extraction", ["AllCores", "Articles", "Lingua", "Indicators", "Diagnostics"]),
  stage("Story", ["Indicators", "StructuredData", "Diagnostics"]),
  // Documents imports no Lingua, but holds its types within those of Articles: unnamed, a change of these would leave it stale.
  stage("Documents", ["Articles", "Lingua", "Scales", "Diagnostics", "CZip", "CXML", "CLateLibraries"]),
  stage("Tables", ["Extraction", "Articles", "Lingua", "Indicators", "Diagnostics"]),
  stage("Pictograms", ["Scales", "Geometry", "Diagnostics"]),
  stage("Dataflow", ["StructuredData", "Scales", "Diagnostics"]),
  stage("Grammar", ["Dataflow", "Scales", "Lingua", "StructuredData", "Diagnostics"]),
  stage("Typesetting", ["Lingua", "Fonts", "Scene", "Geometry", "Diagnostics", "CHyphen"]),
  stage(
    "Charts",
    [
      "Grammar", "Dataflow", "Lingua", "Pictograms", "Scales", "Typesetting", "Fonts", "Scene", "PNG", "StructuredData", "Geometry",
      "Diagnostics",
    ]),
  stage("PageLayout", ["Typesetting", "Fonts", "Scene", "Geometry", "Diagnostics"]),
  stage(
    "Report",
    [
      "PageLayout", "Charts", "Grammar", "Lingua", "Pictograms", "Story", "Typesetting", "Scales", "Indicators", "Articles", "Fonts",
      "Scene",
      "Markdown",
      "StructuredData", "Geometry", "Diagnostics", "AllCores",
    ]),
  stage("WorkbookExport", ["Report", "Charts", "Indicators", "Scene", "Diagnostics", "CXLSXWriter", "CLateLibraries"]),
  stage("OpenPackaging", ["Scene", "Geometry", "Diagnostics", "CZip", "CLateLibraries"]),
  stage("WordExport", ["OpenPackaging", "Report", "Charts", "Scene", "Geometry", "Diagnostics"]),
  stage("SlidesExport", ["OpenPackaging", "Report", "Charts", "Scene", "StructuredData", "Geometry", "Diagnostics"]),
  stage("PDFFile", ["Deflate", "Digest", "AllCores", "Diagnostics", "CQPDF", "CLateLibraries"]),
  stage("CairoExport", ["PDFFile", "AllCores", "Scene", "Fonts", "PNG", "Geometry", "Diagnostics", "CCairo"]),
  stage("SVGExport", ["Scene", "Fonts", "PNG", "Geometry", "Diagnostics"]),
  stage("GoldenImages", ["PNG", "Scene", "StructuredData", "Geometry", "Diagnostics", "AllCores"]),
  stage("GoldenImagesTesting", ["GoldenImages"]),
  stage(
    "WhitePaper",
    [
      "Assets", "Lingua", "Articles", "Extraction", "Documents", "Tables", "WorkbookExport", "WordExport", "SlidesExport", "OpenPackaging",
      "Indicators", "Story", "Report", "Pictograms", "Grammar", "Dataflow", "Charts",
      "PageLayout", "Typesetting", "Fonts", "Scales", "Scene", "CairoExport", "PDFFile", "SVGExport", "PNG", "JPEG", "SVGPictures",
      "Markdown",
      "StructuredData", "Geometry", "Digest", "Diagnostics", "AllCores",
    ]),
  stage(
    "PreviewServer", ["WhitePaper", "SVGExport", "Scene", "Geometry", "StructuredData", "Assets", "Diagnostics", flyingSocks]),
]

let clibraries: [Target] = [
  .systemLibrary(name: "CCairo", pkgConfig: "cairo-ft", providers: [.apt(["libcairo2-dev"])]),
  .systemLibrary(name: "CHarfBuzz", pkgConfig: "harfbuzz", providers: [.apt(["libharfbuzz-dev"])]),
  .systemLibrary(name: "CQPDF", providers: [.apt(["libqpdf-dev"])]),
  .systemLibrary(name: "CSPNG", pkgConfig: "spng", providers: [.apt(["libspng-dev"])]),
  .systemLibrary(name: "CTurboJPEG", pkgConfig: "libturbojpeg", providers: [.apt(["libturbojpeg0-dev"])]),
  .systemLibrary(name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
  .systemLibrary(
    name: "CMarkGFM", pkgConfig: "libcmark-gfm", providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
  .systemLibrary(name: "CZip", providers: [.apt(["libzip-dev"])]),
  .systemLibrary(name: "CXML", providers: [.apt(["libxml2-dev"])]),
  .systemLibrary(name: "CXLSXWriter", providers: [.apt(["libxlsxwriter-dev"])]),
  .target(name: "CLateLibraries", dependencies: ["CQPDF", "CXML", "CZip", "CXLSXWriter"]),
  .systemLibrary(name: "CHyphen", providers: [.apt(["libhyphen-dev", "hyphen-en-us"])]),
]

/// Released programs carry Swift's libraries: they start in two thirds of the time. What the archives of Foundation call is named here,
/// because the modules that are compiled for the shared library do not say it. Those of their functions that a run calls lie beside one
/// another (Scripts/order-runtime): a quarter of the memory of one chart was the neighbours of functions called.
let released: [LinkerSetting] =
  [
    .unsafeFlags(
      [
        "-static-stdlib", "-use-ld=lld", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs",
        "-Xlinker", "--symbol-ordering-file=\(Context.packageDirectory)/Scripts/runtime-order.txt",
        "-Xlinker", "--no-warn-symbol-ordering",
      ],
      .when(platforms: [.linux], configuration: .release))
  ]
  + ["CoreFoundation", "_FoundationCShims", "_FoundationCollections", "_FoundationICU", "stdc++"].map {
    .linkedLibrary($0, .when(platforms: [.linux], configuration: .release))
  }

let programs: [Target] = [
  .executableTarget(
    name: "WhitePaperTool",
    dependencies: [
      "WhitePaper", "PreviewServer", "GoldenImages", "Scene", "Geometry", "Diagnostics", "AllCores", argumentParser, subprocess,
      systemPackage,
    ],
    swiftSettings: rules,
    linkerSettings: libm + released),
  .executableTarget(
    name: "Benchmarks",
    dependencies: [
      "ChartProof", "Charts", "Grammar", "Dataflow", "StructuredData", "WhitePaper", "Report", "Typesetting", "Fonts", "Extraction",
      "Articles", "Lingua", "Indicators", "CairoExport", "PDFFile", "GoldenImages", "SeededNumbers", "AllCores",
      "Scene", "Geometry", "Diagnostics", "Assets",
    ],
    path: "Benchmarks", swiftSettings: rules, linkerSettings: libm + released),
]

/// Test targets mirror the sources; `Goldens` and `Fixtures` folders are read by path, not bundled.
func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.init(stringLiteral: name)] + dependencies, exclude: exclude,
    swiftSettings: rules, linkerSettings: libm)
}
let testTargets: [Target] = [
  // What tests choose by chance, the same on every run.
  .target(name: "SeededNumbers", path: "Tests/SeededNumbers", swiftSettings: rules),
  // Random charts and the questions that are asked of each; shared by tests and measurements.
  .target(
    name: "ChartProof", dependencies: ["SeededNumbers", "StructuredData"], path: "Tests/ChartProof", swiftSettings: rules,
    linkerSettings: libm),
  tests("Geometry", []),
  tests("Diagnostics", []),
  tests("Assets", ["Diagnostics"]),
  tests("Scene", ["Geometry"]),
  tests("StructuredData", ["SeededNumbers", "Diagnostics"]),
  tests("Markdown", ["SeededNumbers", "Diagnostics"]),
  tests("PNG", ["Deflate", "Diagnostics"]),
  tests("JPEG", ["Diagnostics"]),
  tests("SVGPictures", ["Diagnostics"]),
  tests("Fonts", ["Scene", "Geometry", "Diagnostics", "Assets"]),
  tests("Lingua", ["Diagnostics", "Assets"]),
  tests("Articles", ["Lingua", "Diagnostics", "Assets"]),
  tests("Indicators", ["StructuredData", "Diagnostics"]),
  tests("Extraction", ["SeededNumbers", "Articles", "Lingua", "Indicators", "Diagnostics", "Assets"], exclude: ["Fixtures"]),
  tests("Story", ["Indicators", "StructuredData", "Diagnostics", "Assets"]),
  tests(
    "Tables", ["SeededNumbers", "Documents", "Extraction", "Articles", "Lingua", "Indicators", "Diagnostics", "Assets"],
    exclude: ["Fixtures", "Kinds"]),
  tests("Documents", ["Articles", "Lingua", "Diagnostics", "Assets"]),
  tests("Scales", [], exclude: ["Fixtures"]),
  tests("Pictograms", ["Geometry", "Diagnostics", "Assets", "Indicators"]),
  tests("Dataflow", ["Diagnostics", "Scales", "StructuredData"], exclude: ["Fixtures"]),
  tests(
    "Typesetting",
    ["SeededNumbers", "CairoExport", "GoldenImagesTesting", "Fonts", "Scene", "Geometry", "Diagnostics", "Assets", "StructuredData"],
    exclude: ["Fixtures", "Goldens"]),
  tests("Grammar", ["Dataflow", "StructuredData", "Diagnostics"]),
  tests(
    "Charts",
    ["ChartProof", "Grammar", "Dataflow", "Typesetting", "Fonts", "Scene", "StructuredData", "Geometry", "Diagnostics", "Assets"],
    exclude: ["Fixtures"]),
  tests(
    "PageLayout",
    ["CairoExport", "GoldenImagesTesting", "Typesetting", "Fonts", "Scene", "Geometry", "Diagnostics", "Assets"],
    exclude: ["Goldens"]),
  tests(
    "Report",
    [
      "Story", "PageLayout", "Charts", "Grammar", "Typesetting", "Fonts", "Indicators", "Articles", "Extraction", "Scene", "Geometry",
      "Diagnostics", "StructuredData", "Assets",
    ]),
  tests("CairoExport", ["SeededNumbers", "PDFFile", "Typesetting", "Fonts", "Scene", "PNG", "Geometry", "Diagnostics", "Assets"]),
  tests("SVGExport", ["Typesetting", "Fonts", "Scene", "Geometry", "Diagnostics", "Assets"]),
  tests("GoldenImages", ["GoldenImagesTesting", "PNG", "Scene", "Geometry", "Diagnostics"], exclude: ["Goldens"]),
  tests(
    "WhitePaper",
    [
      "SeededNumbers", "WhitePaperTool", "PreviewServer", "Documents", "PDFFile", "GoldenImages", "GoldenImagesTesting", "Scene",
      "Indicators", "Extraction",
      "Articles",
      "StructuredData", "Geometry", "Digest", "Diagnostics",
    ],
    exclude: ["Fixtures", "Goldens"]),
]

/// `Assets` bundles the data folders, which stand at the top, so its path is the package itself and everything else
/// there is excluded: the folders by name, the other targets from the list above.
let assets = Target.target(
  name: "Assets", dependencies: ["Diagnostics"], path: ".",
  exclude: [
    "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", "Tests", "Examples", "Scripts", "Documentation", "Benchmarks", "findings",
    "out",
  ] + (stages + clibraries + programs).map(\.name).filter { $0 != "Benchmarks" }.map { "Sources/" + $0 },
  sources: ["Sources/Assets"],
  resources: [.copy("fonts"), .copy("layouts"), .copy("concepts"), .copy("language"), .copy("icons")],
  swiftSettings: rules)

let package = Package(
  name: "WhitePaper",
  products: [
    .library(name: "WhitePaper", targets: ["WhitePaper"]),
    .library(name: "GoldenImages", targets: ["GoldenImages"]),
    .library(name: "GoldenImagesTesting", targets: ["GoldenImagesTesting"]),
    .executable(name: "whitepaper", targets: ["WhitePaperTool"]),
  ],
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/swiftcsv/SwiftCSV", exact: "0.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2"),
    .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
    .package(url: "https://github.com/swhitty/FlyingFox", exact: "0.27.1"),
  ],
  targets: [assets] + stages + clibraries + programs + testTargets,
  swiftLanguageModes: [.v6]
)
