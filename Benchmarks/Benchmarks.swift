import Articles
import Assets
import Diagnostics
import Extraction
import Fonts
import FoundationEssentials
import Geometry
import Lingua
import Scene
import Typesetting

/// All benchmarks, in the order of the stages; each is one stage on the example articles.
func benchmarks() throws -> [Benchmark] {
  let assets = try Assets()
  let articles = try exampleArticles()
  let language = try chinese(assets)
  let text = articles.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
  return try [extractBenchmark(articles, language), fontBenchmark(assets), typesetBenchmark(assets, articles)]
    + typesettingBenchmarks(FontLibrary(directories: [assets.fonts]), text: text) + chartBenchmarks(assets)
    + renderBenchmarks(articles) + extractionBenchmarks(articles, language) + goldenBenchmarks(assets)
}

/// An article of the folder `Examples`.
struct ExampleArticle {
  /// As the benchmarks name it, and where it is.
  var path: String
  var file: String
  var bytes: [UInt8]
}

private func exampleArticles() throws -> [ExampleArticle] {
  let root = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
  return try ["guangdong-2022.txt", "guangxi-2022.txt"].map { name in
    let path = "/\(root)/Examples/\(name)"
    return ExampleArticle(path: "Examples/" + name, file: path, bytes: [UInt8](try Data(contentsOf: URL(filePath: path))))
  }
}

private func chinese(_ assets: Assets) throws -> ChineseKnowledge {
  func table(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(filePath: assets.language + "/" + name))) }
  return ChineseKnowledge(
    gazetteer: try Gazetteer(try table("places.table"), document: "places.table"),
    lexicon: try Lexicon(try table("words.table"), document: "words.table"),
    words: try LanguagePack(String(contentsOfFile: assets.language + "/zh-Hans.yaml", encoding: .utf8), document: "zh-Hans.yaml"),
    subjects: try SubjectWords.read(String(contentsOfFile: assets.language + "/subjects.yaml", encoding: .utf8), document: "subjects.yaml"))
}

/// Reading the articles and extracting their figures; its size is their number.
private func extractBenchmark(_ articles: [ExampleArticle], _ language: ChineseKnowledge) -> Benchmark {
  Benchmark(name: "extract") {
    try articles.reduce(0) { count, article in
      let read = try readArticle(bytes: article.bytes, path: article.path, language.articles)
      return count + observations(in: read.value, .chinese(language)).value.count
    }
  }
}

/// Scanning the folder of fonts and loading the body face.
private func fontBenchmark(_ assets: Assets) -> Benchmark {
  Benchmark(name: "fonts") {
    let fonts = try FontLibrary(directories: [assets.fonts])
    guard let body = fonts.font(named: "serif-regular") else { return 0 }
    _ = fonts.typeface(body)
    return fonts.resources.count
  }
}

/// Setting every paragraph of the articles to lines; its size is the number of lines.
private func typesetBenchmark(_ assets: Assets, _ articles: [ExampleArticle]) throws -> Benchmark {
  let fonts = try FontLibrary(directories: [assets.fonts])
  guard let body = fonts.font(named: "serif-regular") else {
    throw Diagnostic.error("font.missing", "no serif-regular in \(assets.fonts)")
  }
  let typesetter = Typesetter(fonts: fonts)
  let text = TextStyle(font: body, size: .pt(10.5))
  let style = ParagraphStyle(leading: .pt(18), firstLineIndent: Em(2))
  let paragraphs = articles.flatMap { article in
    String(decoding: article.bytes, as: UTF8.self).split(separator: "\n").map { StyledText(String($0), text) }
  }
  return Benchmark(name: "typeset") {
    paragraphs.reduce(0) { $0 + typesetter.paragraph($1, style: style, width: .mm(160)).value.count }
  }
}
