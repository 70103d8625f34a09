import Articles
import Extraction
import Foundation
import Indicators
import Testing

@Suite("Numerals")
struct NumeralTests {
  private func first(_ text: String) -> Numeral? { numerals(in: text).first }

  @Test(
    "values keep their digits and leave the multiplier to the unit",
    arguments: [
      ("53.92万", "53.92", 4), ("12,345", "12345", 0), ("２０．５", "20.5", 0), ("2.4万亿", "2.4", 12), ("二十三点六", "23.6", 0), ("一万三", "13000", 0),
      ("三千五百万", "3500", 4), ("两千余", "2000", 0), ("四百五", "450", 0), ("壹仟贰佰", "1200", 0), ("一千多万", "1000", 4), ("负三十二", "-32", 0),
      ("五億", "5", 8),
    ])
  func values(text: String, number: String, power: Int) {
    let numeral = first(text)
    #expect(numeral?.number.description == number)
    #expect(numeral?.power == power)
  }

  @Test("fractions", arguments: [("三分之一", "1/3"), ("五分之二", "2/5"), ("一又二分之一", "3/2"), ("3/5", "3/5")])
  func fractions(text: String, number: String) { #expect(first(text)?.number.description == number) }

  @Test func hundredthsAreOfTheirPower() {
    #expect(first("百分之十五")?.form == .perPower(2))
    #expect(first("百分之十五")?.number == ExactNumber(15))
    #expect(first("千分之三")?.form == .perPower(3))
  }

  @Test("words that only look like numbers", arguments: ["一切", "四川", "陆地", "这个人很放肆", "五角大楼", "二三十家", "万"])
  func noNumbers(text: String) { #expect(first(text) == nil) }

  @Test func openNumbersSayMore() {
    #expect(first("500余万")?.isOpen == true)
    #expect(first("二十几万")?.isOpen == true)
    #expect(first("500万")?.isOpen == false)
  }

  @Test func hugeNumbersAreRefusedNotOverflowed() {
    #expect(first(String(repeating: "9", count: 400)) == nil)
    #expect(first("9" + String(repeating: "万亿", count: 60)) == nil)
  }
}

@Suite("Numerals of others")
struct NumeralConformanceTests {
  struct Case: Decodable {
    struct Result: Decodable {
      var value: String
      var start: Int
      var end: Int
    }
    var kind: String
    var input: String
    var spansOnly: Bool
    var results: [Result]
  }

  @Test("at least 95 of 100 cases have every span and value right")
  func cases() throws {
    let data = try Data(contentsOf: testFolder.appending(path: "Fixtures/numbers.json"))
    let cases = try JSONDecoder().decode([Case].self, from: data)
    var right = 0
    var wrong: [String] = []
    for item in cases {
      if isRight(item) { right += 1 } else { wrong.append(item.input) }
    }
    #expect(cases.count > 500)
    #expect(Double(right) >= 0.95 * Double(cases.count), "\(right) of \(cases.count): \(wrong)")
  }

  private func isRight(_ item: Case) -> Bool {
    let text = item.input.unicodeScalars.map(\.halfWidth.simplified)
    let found = numerals(in: item.input).compactMap { span(of: $0, item.kind, text) }
    if item.kind == "unit" {
      return item.results.allSatisfy { result in
        found.contains { $0.range.lowerBound >= result.start && $0.range.upperBound <= result.end + 1 && equal($0.value, result.value) }
      }
    }
    return found.count == item.results.count
      && zip(found, item.results).allSatisfy { found, result in
        found.range == result.start..<(result.end + 1) && (item.spansOnly || equal(found.value, result.value))
      }
  }

  private func equal(_ value: Double, _ expected: String) -> Bool {
    guard let expected = Double(expected) else { return false }
    return abs(value - expected) <= abs(expected) * 1e-9 + 1e-12
  }

  /// The span as the case's kind counts it: with 百分之 and the percent sign, or without.
  private func span(of numeral: Numeral, _ kind: String, _ text: [Unicode.Scalar]) -> (range: Range<Int>, value: Double)? {
    var range = numeral.range
    var value = numeral.doubleValue
    if kind == "ordinal" {
      if range.lowerBound > 0, text[range.lowerBound - 1] == "第" { range = (range.lowerBound - 1)..<range.upperBound }
      return (range, value)
    }
    if case .perPower(let power) = numeral.form {
      if kind == "percent" { return (range, value * 100) }
      var start = range.lowerBound
      while text[start] != "之" { start += 1 }
      start += 1
      while text[start].isBlank { start += 1 }
      for _ in 0..<power { value *= 10 }
      return (start..<range.upperBound, value)
    }
    let unit = unitEnd(text, after: range.upperBound)
    if kind == "percent" { return unit.map { (range.lowerBound..<$0, value) } }
    return kind == "number" && range.upperBound < text.count && text[range.upperBound] == "%" ? nil : (range, value)
  }

  private func unitEnd(_ text: [Unicode.Scalar], after start: Int) -> Int? {
    var index = start
    var rest = Array("个百分点".unicodeScalars)
    while index < text.count {
      if text[index].isBlank {
        index += 1
      } else if rest.count == 4, text[index] == "%" {
        return index + 1
      } else if text[index] == rest.first {
        rest.removeFirst()
        index += 1
        if rest.isEmpty { return index }
      } else {
        return nil
      }
    }
    return nil
  }
}
