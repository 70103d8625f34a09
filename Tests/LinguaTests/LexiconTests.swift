import Diagnostics
import Testing

@testable import Lingua

struct LexiconTests {
  let lexicon: Lexicon
  init() throws { lexicon = try Shipped.lexicon.get() }

  private func cut(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    return lexicon.words(in: scalars, range: 0..<scalars.count).map { String(String.UnicodeScalarView(scalars[$0.range])) }
      .joined(separator: "/")
  }

  @Test(arguments: [
    ("专利授权量同比增长", "专利/授权量/同比增长"), ("查处侵权案件", "查处/侵权/案件"),
    ("城镇居民人均可支配收入", "城镇居民/人均/可支配收入"), ("规模以上工业增加值", "规模以上/工业增加值"),
    ("知识产权质押融资金额", "知识产权/质押融资/金额"), ("研究生命的起源", "研究/生命/的/起源"),
    ("达970.24亿元", "达/970/./24/亿元"), ("GDP总量", "GDP/总量"), ("PCT国际专利申请", "PCT/国际/专利/申请"), ("", ""),
  ])
  func textIsCutIntoWords(text: String, expected: String) { #expect(cut(text) == expected) }

  @Test(arguments: [
    ("企业", PartOfSpeech.noun), ("增速", .noun), ("审结", .verb), ("投资", .verbalNoun), ("分别", .adverb),
    ("万件", .measure), ("法院", .noun), ("的", .particle), ("大型", .attributive), ("今年", .time),
  ])
  func wordsHaveAPartOfSpeech(word: String, expected: PartOfSpeech) { #expect(lexicon.partOfSpeech(of: word) == expected) }

  @Test func whatIsNoWordHasNone() {
    #expect(lexicon.partOfSpeech(of: "件专") == nil)
    #expect(lexicon.partOfSpeech(of: "") == nil)
    #expect(lexicon.partOfSpeech(of: "x") == nil)
  }

  @Test func wordsCoverTheTextOnceWhateverItHolds() {
    let scalars = Array("2022年，\u{20BB7}野家ＡＢＣ１２３𝒳\u{0}\u{FEFF}的的的\r\n".unicodeScalars)
    for range in [0..<scalars.count, 3..<7, 5..<5] {
      let words = lexicon.words(in: scalars, range: range)
      #expect(words.map(\.range.count).reduce(0, +) == range.count)
      var next = range.lowerBound
      for word in words {
        #expect(word.range.lowerBound == next && !word.range.isEmpty)
        next = word.range.upperBound
      }
    }
  }

  @Test func aTableOfAnotherKindIsRefused() throws {
    #expect(throws: Diagnostic.self) { try Lexicon(Shipped.bytes("places.table"), document: "places.table") }
  }
}
