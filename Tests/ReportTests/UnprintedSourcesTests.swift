import Scene
import Testing

@testable import Report

/// Numbers of sentences in papers that do not list them.
@Suite struct UnprintedSourcesTests {
  private func reference(_ text: String, _ anchor: String) -> Inline { .reference([.text(text)], anchor: anchor) }

  @Test("marks go with what parts them; figures, other marks and other references stay")
  func textsLoseTheirMarks() {
    var source = ReportSource(title: "甲", language: .simplifiedChinese)
    let text: [Inline] = [
      .text("增长"), reference("5.4%", "source-6"), .text("。"), reference("[6", "source-6"), .text("、"), reference("17]", "source-17"),
      .text("见"), reference("[2]", "appendix"), .text("、"), reference("3", "source-99"),
    ]
    var card = Card(KPI(label: "茶叶产量", number: "3865", reference: "[6]"))
    var other = card
    other.figure.reference = "附录2"
    var listed = other
    listed.figure.reference = "[98]"
    source.chapters = [
      .init(
        title: "章",
        blocks: [
          .callout(title: nil, [.paragraph(text)]), .row(InfographicRow([6, 6], [.hero(card), .stack([other, listed])])),
          .table(ReportTable(title: nil, columns: [ReportTable.Column](), rows: [.init([text])])),
        ], isNumbered: true)
    ]
    let kept: [Inline] = [
      .text("增长"), reference("5.4%", "source-6"), .text("。"), .text("见"), reference("[2]", "appendix"), .text("、"),
      reference("3", "source-99"),
    ]
    card.figure.reference = nil
    card.figure.unprintedSource = "source-6"
    let result = source.withoutMarks(of: ["source-6", "source-17"]).chapters[0].blocks
    #expect(result[0] == .callout(title: nil, [.paragraph(kept)]))
    #expect(result[1] == .row(InfographicRow([6, 6], [.hero(card), .stack([other, listed])])))
    #expect(result[2] == .table(ReportTable(title: nil, columns: [ReportTable.Column](), rows: [.init([kept])])))
    #expect(source.withoutMarks(of: []).chapters[0].blocks == source.chapters[0].blocks)
  }
}
