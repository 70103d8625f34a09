import CairoExport
import Diagnostics
import Scene
import WhitePaper

/// The whole path on the example articles, fonts and concepts read anew as a process would: to the laid-out pages, and to the
/// bytes of a PDF without and with the pass for PDF/A and PDF/UA; sizes are pages and bytes.
func renderBenchmarks(_ articles: [ExampleArticle]) -> [Benchmark] {
  let paths = articles.map(\.file)
  func pdf(_ standard: PDFStandard) throws -> Int {
    let document = try Workshop().render(paths).value
    return try writePDF(document, options: PDFOptions(standard: standard)).count
  }
  return [
    Benchmark(name: "workshop") { try Workshop().fontNames.count },
    Benchmark(name: "render-pages") { try Workshop().render(paths).value.pages.count },
    Benchmark(name: "render-pdf") { try pdf(.none) },
    Benchmark(name: "render-pdf-a") { try pdf(.a2a) },
  ]
}
