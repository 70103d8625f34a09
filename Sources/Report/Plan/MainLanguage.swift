package import Articles
import Indicators
package import Scene

/// The language that most articles are written in, by their characters: English where letters outnumber ideographs four to one,
/// Traditional Chinese where characters that only it has outnumber those that only Simplified Chinese has.
package func mainLanguage(of articles: [Article]) -> Language {
  var votes: [Language: Int] = [:]
  for article in articles { votes[language(of: article), default: 0] += 1 }
  let order: [Language] = [.simplifiedChinese, .traditionalChinese, .english]
  return order.max { votes[$0, default: 0] < votes[$1, default: 0] } ?? .simplifiedChinese
}

private func language(of article: Article) -> Language {
  var letters = 0
  var ideographs = 0
  var traditional = 0
  var simplified = 0
  for block in article.blocks {
    for scalar in article.scalars[block.range.clamped(to: 0..<article.scalars.count)] {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A: letters += 1
      case 0x4E00...0x9FFF:
        ideographs += 1
        switch script(of: scalar) {
        case .traditional: traditional += 1
        case .simplified: simplified += 1
        case nil: break
        }
      default: break
      }
    }
  }
  if letters > ideographs * 4 { return .english }
  return traditional > simplified ? .traditionalChinese : .simplifiedChinese
}
