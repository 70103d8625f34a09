import Diagnostics
import Foundation
import Testing
import WhitePaper

/// What a chart's PNG says of itself, for those who do not see it and for who asks where its figures are from.
@Suite struct PictureTextTests {
  /// The international texts of a PNG file by keyword, read chunk by chunk.
  private func texts(_ file: [UInt8]) -> [String: String] {
    var found: [String: String] = [:]
    var place = 8
    while place + 8 <= file.count {
      let length = file[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
      let data = file[(place + 8)..<min(file.count, place + 8 + length)]
      if Array(file[(place + 4)..<(place + 8)]) == Array("iTXt".utf8), let end = data.firstIndex(of: 0) {
        found[String(decoding: data[..<end], as: UTF8.self)] = String(decoding: data[(end + 5)...], as: UTF8.self)
      }
      place += 12 + length
    }
    return found
  }

  private func picture(_ spec: String) throws -> [String: String] {
    let scratch = try Scratch()
    let path = try scratch.file("chart.yaml", Array(spec.utf8))
    let workshop = try shippedWorkshop()
    let document = try workshop.chart(path).value
    return texts(try workshop.bytes(of: document, as: .png, named: "chart.png")[0].bytes)
  }

  private let rows = """
    data: {values: [{a: 广东, b: 53.92}, {a: 北京, b: 47.8}]}
    mark: bar
    encoding: {x: {field: b, type: quantitative}, y: {field: a, type: nominal}}
    """

  @Test func aChartTellsItsTitleItsRowsAndItsSource() throws {
    let texts = try picture("title: 有效发明专利\nsource: 广东省知识产权局\n" + rows)
    #expect(texts["Title"] == "有效发明专利")
    #expect(texts["Source"]?.contains("广东省知识产权局") == true)
    #expect(texts["Description"]?.contains("53.92") == true && texts["Description"]?.contains("北京") == true)
    #expect(texts["Author"] == nil)
  }

  @Test func aWrittenAlternativeStandsInPlaceOfTheRows() throws {
    let texts = try picture("alt: 两地的专利\n" + rows)
    #expect(texts["Description"] == "两地的专利")
    #expect(texts["Source"] == nil)
  }
}
