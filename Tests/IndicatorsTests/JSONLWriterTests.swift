import Indicators
import Testing

@Suite struct JSONLWriterTests {
  @Test func fieldsAndTheirOrder() {
    let sentence = "质押金额达970.24亿元。"
    let set = IndicatorSet(observations: [
      level("g1", "专利和商标质押金额", "970.24", "亿元", source: source("970.24亿元", in: sentence, at: 388)),
      level("d1", "专利和商标质押金额", "442.5", "亿元", period: "2021", status: .derived),
    ])
    #expect(
      jsonLines(set) == """
        {"kind": "level", "name": "专利和商标质押金额", "value": "970.24", "unit": "亿元", "qualifier": "=", "area": "广东", \
        "period": "2022", "scope": null, "of": null, "basis": null, "status": "fact", "start": 393, "end": 401, "text": "970.24亿元"}

        """)
  }

  @Test func severalDocumentsAreNamed() {
    let set = IndicatorSet(
      documents: [SourceDocument(id: "a \"1\".txt"), SourceDocument(id: "b.txt")],
      observations: [level("g1", "n\n", "1", "", area: nil, source: source("1", in: "1", document: "a \"1\".txt"))])
    #expect(
      jsonLines(set) == """
        {"document": "a \\"1\\".txt", "kind": "level", "name": "n\\n", "value": "1", "unit": "", "qualifier": "=", "area": null, \
        "period": "2022", "scope": null, "of": null, "basis": null, "status": "fact", "start": 0, "end": 1, "text": "1"}

        """)
  }
}
