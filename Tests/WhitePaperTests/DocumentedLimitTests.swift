import Foundation
import Testing

/// `Documentation/Security.md` names every limit that an input can meet, as the sources have it.
@Suite struct DocumentedLimitTests {
  private struct Limit: Sendable {
    /// Of the file below `Sources`, and what stands there.
    var file: String
    var written: String
    /// As the documentation has it.
    var told: String
    var rule: String
  }
  private static let limits: [Limit] = [
    Limit(file: "WhitePaper/ReportFolder.swift", written: "dataLimit = 64 << 20", told: "64 MiB", rule: "input.too-large"),
    Limit(file: "WhitePaper/ReportFolder.swift", written: "pictureLimit = 32 << 20", told: "32 MiB", rule: "input.too-large"),
    Limit(file: "WhitePaper/Pictures.swift", written: "pixels = 40_000_000", told: "40,000,000 pixels", rule: "png.too-large"),
    Limit(file: "WhitePaper/Pictures.swift", written: "side = 16_384", told: "16,384 a side", rule: "jpeg.too-large"),
    Limit(file: "PNG/CarriedFiles.swift", written: "limit = 256 << 20", told: "256 MiB together", rule: "png.carried"),
    Limit(file: "Documents/ZipArchive.swift", written: "mostParts = 10_000", told: "10,000; ", rule: "document.limit"),
    Limit(file: "Documents/ZipArchive.swift", written: "largestPart = 256 << 20", told: "256 MiB each", rule: "document.limit"),
    Limit(file: "Documents/ZipArchive.swift", written: "largestTotal = 512 << 20", told: "512 MiB together", rule: "document.limit"),
    Limit(file: "Documents/WorkbookReader.swift", written: "mostCells = 2_000_000", told: "2,000,000", rule: "document.limit"),
    Limit(file: "Tables/TableGrid.swift", written: "mostPlaces = 4_000_000", told: "4,000,000", rule: "table.size"),
    Limit(file: "StructuredData/ParseJSON.swift", written: "maximumDepth = 256", told: "256", rule: "json.depth"),
    Limit(file: "StructuredData/ParseYAML.swift", written: "maximumDepth = 256", told: "256", rule: "yaml.depth"),
    Limit(file: "StructuredData/ParseYAML.swift", written: "maximumExpansion = 100_000", told: "100,000", rule: "yaml.alias"),
    Limit(file: "Markdown/BlockBuilder.swift", written: "maximumDepth = 100", told: "100", rule: "markdown.depth"),
    Limit(file: "Dataflow/Transforms/Environment.swift", written: "rows: Int = 1_000_000", told: "1,000,000 and", rule: "data.rows"),
    Limit(file: "Dataflow/Transforms/Environment.swift", written: "cells: Int = 6_000_000", told: "6,000,000", rule: "data.rows"),
    Limit(file: "Dataflow/Expressions/Expression.swift", written: "length = 20_000", told: "20,000 characters", rule: "expression.length"),
    Limit(file: "Dataflow/Expressions/Expression.swift", written: "depth = 200", told: "200 deep", rule: "expression.depth"),
    Limit(
      file: "Dataflow/Expressions/TextPattern.swift", written: "source.utf8.count <= 1000", told: "1,000 bytes", rule: "expression.pattern"),
    Limit(
      file: "Dataflow/Expressions/EvaluationWork.swift", written: "5_000_000 + 2_000 *", told: "5,000,000 and 2,000 a row",
      rule: "expression.pattern-steps"),
    Limit(
      file: "Dataflow/Expressions/Functions/ExpressionFunction.swift", written: "items = 10_000", told: "10,000 items", rule: "data.rows"),
    Limit(
      file: "Dataflow/Expressions/Functions/ExpressionFunction.swift", written: "padding = 10_000", told: "10,000 characters",
      rule: "expression.padding"),
    Limit(file: "Scales/NumberFormat.swift", written: "mostWidth = 100", told: "100", rule: "format.width"),
    Limit(file: "Charts/Compile/FacetCells.swift", written: "at most 1000 are drawn", told: "1000", rule: "facet.cells"),
    Limit(file: "Charts/Compile/ChartCompilation.swift", written: "at most 20000 a side", told: "20000 pixels a side", rule: "chart.size"),
    Limit(file: "Report/Source/ReportLimits.swift", written: "columns = 100", told: "100 columns", rule: "report.table-size"),
    Limit(file: "Report/Source/ReportLimits.swift", written: "cells = 20_000", told: "20,000 cells", rule: "report.table-size"),
    Limit(file: "Report/Source/ReportLimits.swift", written: "cards = 1_000", told: "1,000", rule: "report.cards"),
    Limit(file: "Report/Source/ReportLimits.swift", written: "notes = 5_000", told: "5,000", rule: "report.notes"),
    Limit(file: "Report/Source/ReportLimits.swift", written: "definitions = 20_000", told: "20,000", rule: "report.definitions"),
    Limit(file: "CairoExport/PDF/PDFWriter.swift", written: "largestSide = Length.pt(14_400)", told: "14400 points", rule: "pdf.page-size"),
    Limit(file: "CairoExport/Pixels/PixelRenderer.swift", written: "pixels <= 32_767", told: "32767 pixels", rule: "image.too-large"),
    Limit(
      file: "CairoExport/Pixels/PixelRenderer.swift", written: "mostPixels = 200_000_000", told: "200 million", rule: "image.too-large"),
    Limit(file: "WhitePaper/Jobs/BatchManifest.swift", written: "mostJobs = 1_000_000", told: "1,000,000", rule: "batch.too-many"),
  ]

  private static func text(_ path: String) throws -> String { try String(contentsOfFile: project + "/" + path, encoding: .utf8) }

  @Test(arguments: limits) private func isToldAsItIs(limit: Limit) throws {
    #expect(try Self.text("Sources/" + limit.file).contains(limit.written), "\(limit.file)")
    let row = try Self.text("Documentation/Security.md").split(separator: "\n").contains {
      $0.hasPrefix("|") && $0.contains("`\(limit.rule)`") && $0.contains(limit.told)
    }
    #expect(row, "\(limit.told), \(limit.rule)")
  }

  /// A further finding about what is too much has its row too.
  @Test func everyFindingOfALimitIsTold() throws {
    let documentation = try Self.text("Documentation/Security.md")
    // Of pages that are set, not of what is read.
    let ofPages: Set = ["table.span-too-high", "line.too-loose", "line.too-wide", "table.too-narrow"]
    var found: Set<String> = []
    let files = try #require(FileManager.default.enumerator(atPath: project + "/Sources"))
    for case let file as String in files where file.hasSuffix(".swift") {
      let text = try Self.text("Sources/" + file)
      for match in text.matches(of: #/"(?<rule>[a-z]+\.(?:too-[a-z]+|limit|depth|length|pattern-steps))"/#) {
        found.insert(String(match.rule))
      }
    }
    #expect(found.count > 10)
    for rule in found.subtracting(ofPages).sorted() { #expect(documentation.contains("`\(rule)`"), "\(rule)") }
  }
}
