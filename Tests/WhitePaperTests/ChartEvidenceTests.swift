import Foundation
import Scene
import StructuredData
import Testing
import WhitePaper

/// What the charts of planned papers print leads to the sentences that state it.
@Suite struct ChartEvidenceTests {
  private static let sets = ["county", "court", "company", "month", "english", "five-areas", "five-years", "traditional", "vehicles"]

  /// A number at a mark, and the place that it leads to.
  private struct Label {
    var text: String
    var place: String?
  }

  private func labels(of document: PagedDocument) throws -> [Label] {
    let dump = try parseJSON(document.dump(), document: "dump")
    var found: [Label] = []
    func box(_ item: Node) -> [Double] { ["x", "y", "w", "h"].map { item[$0]?.double ?? 0 } }
    func read(_ node: Node) {
      let items = node["items"]?.sequence ?? []
      let links = items.filter { $0["type"]?.string == "link" }
      for item in items {
        if item["role"]?.string == "value-label", let text = item["text"]?.string, text.contains(where: \.isNumber) {
          let own = box(item)
          let (x, y) = (own[0] + own[2] / 2, own[1] + own[3] / 2)
          let link = links.first { link in
            let area = box(link)
            return area[0] <= x && x <= area[0] + area[2] && area[1] <= y && y <= area[1] + area[3]
          }
          found.append(Label(text: text, place: link?["anchor"]?.string ?? link?["unprinted"]?.string))
        }
        read(item)
      }
    }
    for page in dump["pages"]?.sequence ?? [] { read(page) }
    return found
  }

  @Test(arguments: sets) func whatChartsPrintLeadsToItsSentence(set: String) throws {
    let folder = project + "/Tests/ArticleSets/" + set
    let articles = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".txt") }.sorted()
    let workshop = try shippedWorkshop()
    let sentences = try sentences(of: articles.map { folder + "/" + $0 }, workshop)
    for layout in ["annual", "slides", "card", "square"] {
      var options = RenderOptions()
      options.layout = layout
      let labels = try labels(of: try workshop.render(articles.map { folder + "/" + $0 }, options: options).value)
      #expect(labels.count > 1, "\(layout)")
      for label in labels {
        guard let place = label.place else {
          // Of many sentences: the mean of places.
          #expect(label.text.contains("推算") || label.text.contains("derived"), "\(layout): \(label.text)")
          continue
        }
        let sentence = try #require(sentences[place], "\(layout): \(place)")
        if label.text.contains("推算") || label.text.contains("derived") { continue }
        // The share of a part is reckoned from its amount where no sentence states it.
        if label.text.hasSuffix("%"), !sentences.values.contains(where: { $0.contains(label.text) }) { continue }
        let digits = label.text.filter { $0.isNumber || $0 == "." }
        // 11.81亿元 stands as 1181万 in a chart of 万元: the digits are those of the sentence.
        let plain = digits.filter { $0 != "." }.drop { $0 == "0" }.reversed().drop { $0 == "0" }.reversed()
        let told = sentence.filter { $0.isNumber }
        #expect(told.contains(String(plain)) || plain.isEmpty, "\(layout): \(label.text) leads to “\(sentence)”")
      }
    }
  }

  /// As the papers number them: by their places in the articles.
  private func sentences(of articles: [String], _ workshop: Workshop) throws -> [String: String] {
    let sources = try workshop.extract(articles).value
    let order = Dictionary(sources.documents.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    struct Place: Hashable {
      var document: Int
      var start: Int
    }
    var texts: [Place: String] = [:]
    for source in sources.observations.compactMap(\.source).flatMap({ [$0] + $0.repeats }) {
      texts[Place(document: order[source.document] ?? .max, start: source.sentenceRange.lowerBound)] = source.sentence
    }
    let sorted = texts.keys.sorted { ($0.document, $0.start) < ($1.document, $1.start) }
    return Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ("source-\($0 + 1)", texts[$1] ?? "") })
  }
}
