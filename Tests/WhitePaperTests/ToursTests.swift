import Foundation
import Testing
import WhitePaper

/// The tours of the documentation, run: `import WhitePaper` alone is enough for them.
@Suite("Tours")
struct ToursTests {
  @Test func aPaperOfAnArticle() throws {
    var workshop = try Workshop()
    workshop.files.inMemory["report.txt"] = Array("2022年，全省专利质押金额达970.24亿元，同比增长119.25%，占全国总量的19.93%。".utf8)

    let figures = try workshop.extract(["report.txt"])
    for figure in figures.value.observations { print(figure.kind, figure.name, figure.value, figure.unit.written) }
    #expect(figures.value.observations.map(\.value.description) == ["970.24", "119.25", "19.93"])

    var options = RenderOptions()
    options.layout = "brief"
    let paper = try workshop.render(["report.txt"], options: options)
    let pdf = try workshop.bytes(of: paper.value, as: .pdf, named: "report.pdf", options: options)
    #expect(paper.value.info.author == "资料来源：report.txt")
    #expect(pdf.map { String(decoding: $0.bytes.prefix(5), as: UTF8.self) } == ["%PDF-"])
  }

  @Test func aChartForAnArticle() throws {
    var workshop = try Workshop()
    workshop.files.inMemory["pledges.yaml"] = Array(
      """
      title: 广东质押登记金额居首
      source: 示例
      data: {values: [{省份: 广东, 金额: 897.25}, {省份: 浙江, 金额: 560.1}, {省份: 江苏, 金额: 401.7}]}
      mark: bar
      encoding: {y: {field: 省份, type: nominal, sort: -x}, x: {field: 金额, type: quantitative}}
      unit: 亿元
      """.utf8)
    let chart = try workshop.chart("pledges.yaml", size: Workshop.size("1200x675"))
    let png = try workshop.bytes(of: chart.value, as: .png, named: "pledges.png")
    #expect(chart.diagnostics.isEmpty)
    #expect(png.map(\.path) == ["pledges.png"])
  }

  @Test("the code of the tours is what runs here", arguments: ["MakeAPaper.md", "MakeAChart.md"])
  func printed(page: String) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let run = lines(try String(contentsOf: URL(filePath: #filePath), encoding: .utf8))
    let text = try String(contentsOf: root.appending(path: "Sources/WhitePaper/WhitePaper.docc/\(page)"), encoding: .utf8)
    let blocks = text.components(separatedBy: "```swift\n").dropFirst().compactMap { $0.components(separatedBy: "\n```").first }
    #expect(!blocks.isEmpty)
    for block in blocks {
      let printed = lines(block)
      #expect(run.indices.contains { run[$0...].starts(with: printed) }, "\(block)")
    }
  }

  private func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n").map { $0.drop { $0 == " " } }
  }
}
