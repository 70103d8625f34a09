import Dataflow
import Diagnostics
import StructuredData
import Testing

@Suite struct ExpressionTests {
  @Test func expressionsGiveWhatVegaGives() throws {
    let fixture = try Fixture.read("expressions")
    let mapping = try #require(fixture.mapping)
    guard case .object(let datum) = DataValue(try #require(mapping["datum"])) else { return }
    let cases = try #require(mapping["cases"]?.sequence)
    #expect(cases.count > 140)
    for row in cases {
      let parts = try #require(row.sequence)
      let (text, expected) = (try #require(parts[0].string), try #require(parts[1].string))
      do {
        let value = try Expression(text).value(of: datum)
        #expect(Fixture.same(Fixture.tagged(value), expected), "\(text): \(Fixture.tagged(value)), not \(expected)")
      } catch {
        Issue.record("\(text): \(error)")
      }
    }
  }

  @Test(arguments: [
    ("datum.", "expression.syntax"), ("1 +", "expression.syntax"), ("(1", "expression.syntax"), ("'a", "expression.syntax"),
    ("1 2", "expression.syntax"), ("a b", "expression.syntax"), ("{a}", "expression.syntax"), ("", "expression.syntax"),
    ("/[/", "expression.syntax"), ("datum.a = 1", "expression.syntax"), ("fromat(1)", "expression.function"),
    ("now()", "expression.function"), ("scale('x', 1)", "expression.function"), ("pow(1)", "expression.syntax"),
    ("'\\u12'", "expression.syntax"), ("1e", "expression.syntax"), ("#", "expression.syntax"),
  ])
  func whatIsNoExpressionIsSaid(text: String, rule: String) {
    #expect { try Expression(text) } throws: { ($0 as? Diagnostic)?.rule == rule }
  }

  @Test func nearNamesAreOffered() throws {
    #expect { try Expression("fromat(1)") } throws: { ($0 as? Diagnostic)?.hint == "did you mean “format”?" }
    #expect { try Expression("heihgt * 2").value(params: ["height": 3]) } throws: {
      ($0 as? Diagnostic)?.hint == "did you mean “height”?"
    }
    #expect(try Expression("height * 2").value(params: ["height": 3]) == 6)
  }

  @Test func depthAndLengthAreBounded() {
    let brackets = String(repeating: "(", count: 5000) + "1" + String(repeating: ")", count: 5000)
    #expect { try Expression(brackets) } throws: { ($0 as? Diagnostic)?.rule == "expression.depth" }
    let sum = Array(repeating: "1", count: 5000).joined(separator: "+")
    #expect { try Expression(sum) } throws: { ($0 as? Diagnostic)?.rule == "expression.depth" }
    #expect { try Expression(String(repeating: "!", count: 9000) + "1") } throws: {
      ($0 as? Diagnostic)?.rule == "expression.depth"
    }
    #expect { try Expression(String(repeating: " ", count: 30_000) + "1") } throws: {
      ($0 as? Diagnostic)?.rule == "expression.length"
    }
  }

  @Test func fieldsAndParamsAreKnown() throws {
    let expression = try Expression("datum.a + datum['b c'] * width + PI + datum.a")
    #expect(expression.fields == ["a", "b c"])
    #expect(expression.params == ["width"])
  }

  @Test func patternsAndFormatsAreCheckedBeforeTheFirstRow() throws {
    #expect { try Expression("test(/(/, datum.a)").values(on: Table(["a": Column(["x"])])) } throws: {
      ($0 as? Diagnostic)?.rule == "expression.pattern"
    }
    #expect { try Expression("format(1, '..')").value() } throws: { ($0 as? Diagnostic)?.rule == "expression.format" }
    #expect { try Expression("format(1, '>1000d')").value() } throws: { ($0 as? Diagnostic)?.rule == "format.width" }
  }

  /// What a row asks for and cannot be done is no empty value.
  @Test(
    arguments: [
      ("format(1, datum.bad)", "expression.format"), ("format(1, datum.wide)", "format.width"),
      ("timeFormat(0, '%!')", "expression.format"),
      ("utcFormat(0, datum.q)", "expression.format"), ("timeParse('2020', datum.q)", "expression.format"),
      ("timeOffset('moth', 0)", "expression.unit"), ("timeSequence(datum.bad, 0, 1)", "expression.unit"),
      ("utcSequence('milliseconds', 0, 20000)", "data.rows"), ("sequence(20000)", "data.rows"), ("sequence(0, 1, 0)", "transform.sequence"),
      ("pad('a', 20000)", "expression.padding"), ("test(datum.open, 'a')", "expression.pattern"),
      ("replace('a', regexp(datum.open), '')", "expression.pattern"), ("split('a', regexp(datum.open))", "expression.pattern"),
    ])
  func whatARowCannotHaveIsAFault(text: String, rule: String) throws {
    let table = Table([
      "bad": Column(["..", ".."]), "wide": Column([">1000d", ">1000d"]), "q": Column(["%!", "%!"]), "open": Column(["(", "("]),
    ])
    #expect { try Expression(text).values(on: table) } throws: { ($0 as? Diagnostic)?.rule == rule }
  }

  /// As `String.prototype.split` of ECMAScript parts them.
  @Test(
    arguments: [
      ("split('a1b22c', /[0-9]+/)", ["a", "b", "c"]), ("split('a1b2c', /[0-9]/, 2)", ["a", "b"]), ("split('a-b', /(-)/)", ["a", "-", "b"]),
      ("split('abc', /x*/)", ["a", "b", "c"]), ("split('2022、2023，2024', /[、，]/)", ["2022", "2023", "2024"]), ("split('a', /b/)", ["a"]),
      ("split('ab', regexp('b'))", ["a", ""]), ("split('a, b', ', ')", ["a", "b"]),
    ])
  func aTextIsPartedByAPattern(text: String, pieces: [String]) throws {
    #expect(try Expression(text).value() == .list(pieces.map { .text($0) }))
  }

  /// They try a text in more ways than there is time for.
  @Test(
    arguments: [
      "test(/(x+)+y/, datum.x)", "test(/^(?:x*y?)*$/, datum.x + '!')", "test(/^(x|xx)+$/, datum.x + '!')",
      "replace(datum.x, /((x{1,9}){2,}b)/, '')",
      "test('(\\\\w+\\\\s?)*!$', datum.x)", "test(regexp('([a-z]+)*!$'), datum.x)", "test(/((x|X)x?)+!/i, datum.x)",
      "test(/.*.*.*.*y/, datum.x + datum.x)", "replace(datum.x + datum.x, /x*x*x*x*!/g, '')", "test(/(?=(x+)+y)x/, datum.x)",
      "test(/(x*)*\\1y/, datum.x)",
      "test(/x{0,90}x{0,90}x{0,90}x{0,90}!/, datum.x)",
    ])
  func patternsHaveABudget(text: String) throws {
    let table = Table(["x": Column([.text(String(repeating: "x", count: 100))])])
    let start = ContinuousClock.now
    #expect { try Expression(text).values(on: table) } throws: { ($0 as? Diagnostic)?.rule == "expression.pattern-steps" }
    #expect(ContinuousClock.now - start < .seconds(10))
  }

  /// On texts as charts have them the same patterns are no trouble.
  @Test func aBudgetIsForAllRows() throws {
    let table = Table(["x": Column((0..<3_000).map { DataValue.text("New Town \($0) (north)") })])
    let names = try Expression(#"replace(datum.x, /^(.+?)\s+\((.+)\)$/, '$2 $1')"#).values(on: table)
    #expect(names[17] == .text("north New Town 17"))
  }

  /// What ECMAScript gives (ECMA-262, 22.2).
  @Test(
    arguments: [
      (#"replace('abcabc', /b/g, '[$&]')"#, "a[b]ca[b]c"), (#"replace('2024-05-06', /(\d+)-(\d+)-(\d+)/, '$3.$2.$1')"#, "06.05.2024"),
      (#"replace('aaa', /a*?/g, '-')"#, "-a-a-a-"), (#"replace('aXbxc', /x/gi, '')"#, "abc"), (#"replace('甲乙1', /[^0-9]+/, '')"#, "1"),
      (#"replace('one two', /\b(\w)/g, '<$1>')"#, "<o>ne <t>wo"), (#"replace('abab', /(ab)\1/, 'x')"#, "x"),
      (#"replace('foobar foo', /foo(?!bar)/, 'x')"#, "foobar x"), (#"replace('price 12', /(?<n>\d+)/, '$1$$')"#, "price 12$"),
      (#"replace('a.b', /[.]/, ',')"#, "a,b"), (#"replace('aab', /a{2}|b/g, 'x')"#, "xx"), (#"replace('x\ny', /^y/m, 'z')"#, "x\nz"),
      (#"replace('ab', /(a)|(b)/g, '[$1|$2]')"#, "[a|][|b]"), (#"replace('a+b', /\+/, '-')"#, "a-b"),
      (#"replace('aaaa', /a{1,3}/, 'x')"#, "xa"),
      (#"replace('aaaa', /a{1,3}?/, 'x')"#, "xaaa"), (#"replace('(a)', /\((.)\)/, '$1')"#, "a"), (#"replace('汉a', /\p{Han}/, '')"#, "a"),
      (#"replace('', /^$/, 'x')"#, "x"), (#"replace('abc', /(?:)/g, '-')"#, "-a-b-c-"), (#"replace('aBc', /[A-Z]/, '_')"#, "a_c"),
    ])
  func patternsMatchAsInECMAScript(text: String, result: String) throws {
    #expect(try Expression(text).value() == .text(result))
  }

  @Test(
    arguments: [
      ("test(/^[a+*]+$/, 'a+a')", true), ("test(/^\\d{1,3}(,\\d{3})*$/, '12,345,678')", true), ("test(/^(cat|dog)+$/, 'catdog')", true),
      ("test(/^(\\w+)\\s(\\w+)$/, 'New Town')", true), ("test(/^(Q[1-4])?(20\\d\\d)+$/, 'Q22024')", true),
      ("test(/^(a+){2}$/, 'aaa')", true),
      ("test(/\\(x+\\)+$/, '(xx))')", true), ("test(/^(ab)+$/, 'aba')", false),
    ])
  func otherRepetitionsAreTaken(text: String, matches: Bool) throws {
    #expect(try Expression(text).value() == .boolean(matches))
  }
}
