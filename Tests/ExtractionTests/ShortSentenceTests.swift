import Articles
import Diagnostics
import Foundation
import Testing

@testable import Extraction

/// Every sentence of three pieces is read: what begins or ends with a bracket, a number, a joint or a verb, and where nothing stands beside it.
@Suite struct ShortSentenceTests {
  static let chinese = [
    "（", "）", "6.2%", "、", "为", "分别", "同比", "增长", "其中", "：", "，", "2024年", "广东", "120件", "占", "由", "至", "连续5年", "第3位", "春节假期",
  ]
  static let english = [
    "(", ")", "6.2%", ",", "and", "respectively", "rose", "of which", ":", "2024", "China", "exports", "120", "share", "from",
    "fifth consecutive",
    "year on year", "times", "ranked", "than",
  ]

  @Test(arguments: [(chinese, "", "。"), (english, " ", ".")])
  func everyOneIsRead(pieces: [String], joint: String, stop: String) throws {
    var text = ""
    for first in pieces {
      for second in pieces {
        for third in pieces { text += [first, second, third].joined(separator: joint) + stop + "\n\n" }
      }
    }
    let article = try readArticle(bytes: Array(text.utf8), path: "t.txt").value
    let found = try observations(in: article).value
    #expect(article.blocks.count > 7_000 && found.count > 500, "\(article.blocks.count) blocks, \(found.count) figures")
  }

  @Test(
    arguments: [
      "（6.2%）、乙（3%）价格上涨。", "（-6.2%）、（3%）。", "（5%）和（4%）占全部的份额。", "增长6.2%6.2%。", "（增长6.2%6.2%。", "下降6.2%、6.2%。", "为120件120件。",
    ])
  func nothingStandsBeforeTheFirst(sentence: String) throws {
    _ = try facts(sentence)
    let article = try readArticle(bytes: Array(sentence.utf8), path: "t.txt").value
    _ = try observations(in: article)
  }

  @Test func beyondARowStandsNothing() {
    let row = BoundedRow([1, 2, 3], beyond: 0)
    let found: [Int] = [-1, 0, 3, .max].map { row[$0] }
    #expect(found == [0, 1, 0, 0])
    let parts: [[Int]] = [-2..<2, 5..<9, 2..<9].map { Array(row[$0] as ArraySlice<Int>) }
    #expect(parts == [[1, 2], [], [3]])
  }
}
