import Articles
import Diagnostics
import Extraction

/// Reading and extracting a megabyte; sizes are bytes, so that size over time is the speed (bytes a millisecond are thousandths
/// of megabytes a second). `extract-short` is the same text as an article of some ten kilobytes, read again and again: the
/// others may take half as long again a byte.
func extractionBenchmarks(_ articles: [ExampleArticle], _ language: ChineseKnowledge) -> [Benchmark] {
  let body = bodies(of: articles)
  let megabyte = 1_000_000
  let long = repeated(body, toBytes: megabyte)
  let flat = String(String.UnicodeScalarView(long.unicodeScalars.filter { !"\r\n。！？；".unicodeScalars.contains($0) }))
  let short = Array(body.utf8)
  let rounds = megabyte / short.count
  let shapes =
    [("paragraphs", long), ("no-stop", "标题\n" + flat)]
    + [("一二三", "numerals"), ("增长9%、", "growths"), ("分别为5件、", "respectively"), ("、", "commas"), ("（一）", "brackets")].map { piece, name in
      (name, "标题\n" + repeated(piece, toBytes: megabyte))
    }
  return [
    Benchmark(name: "extract-short") {
      for _ in 0..<rounds { _ = try figures(in: short, language) }
      return rounds * short.count
    }
  ]
    + shapes.map { name, text in
      let bytes = Array(text.utf8)
      return Benchmark(name: "extract-" + name) {
        _ = try figures(in: bytes, language)
        return bytes.count
      }
    }
}

private func figures(in bytes: [UInt8], _ language: ChineseKnowledge) throws -> Int {
  observations(in: try readArticle(bytes: bytes, path: "benchmark.txt", language.articles).value, .chinese(language)).value.count
}

/// The articles without the furniture at their ends, so that all of a repeated text is body.
private func bodies(of articles: [ExampleArticle]) -> String {
  articles.map { article in
    let lines = String(decoding: article.bytes, as: UTF8.self).split(separator: "\n")
    return lines.filter { line in line.count > 30 && line.hasSuffix("。") }.joined(separator: "\n") + "\n"
  }.joined()
}

private func repeated(_ piece: String, toBytes count: Int) -> String {
  String(repeating: piece, count: count / max(1, piece.utf8.count) + 1)
}
