import Dataflow
import Diagnostics
import Testing

@Suite struct TableTests {
  @Test func recordsBecomeColumns() {
    let table = Table(records: [["a": 1, "b": "x"], ["b": "y", "c": nil]])
    #expect(table.names == ["a", "b", "c"])
    #expect(table["a"]?.values == [1, .undefined])
    #expect(table["c"]?.values == [.undefined, .null])
    #expect(table.rowCount == 2)
  }
}

@Suite struct FieldPathTests {
  @Test(arguments: [
    ("a", ["a"]), ("a.b", ["a", "b"]), ("a[0].c", ["a", "0", "c"]), ("a['b.c']", ["a", "b.c"]), ("a\\.b", ["a.b"]),
    ("['x y']", ["x y"]), ("a[\"q\"]", ["a", "q"]), ("GDP (亿元)", ["GDP (亿元)"]), ("a[b", ["a[b"]), ("", [""]),
  ])
  func pathsAreSplit(text: String, steps: [String]) {
    #expect(FieldPath(text).steps == steps)
  }
}

@Suite struct TimeUnitTests {
  @Test func namesAreRead() throws {
    let unit = try TimeUnit(name: "binnedutcyearmonthdate")
    #expect(unit.units == [.year, .month, .date] && unit.isUTC && unit.isBinned)
    #expect(try TimeUnit(name: "dayofyear").units == [.dayofyear])
    #expect { try TimeUnit(name: "yearmonht") } throws: { ($0 as? Diagnostic)?.hint == "did you mean “yearmonth”?" }
    #expect { try TimeUnit(name: "monthyear") } throws: { ($0 as? Diagnostic)?.rule == "timeunit.unknown" }
  }

  @Test func labelsHaveFormats() throws {
    #expect(try TimeUnit(name: "yearmonth").formatSpecifier() == "%b %Y")
    #expect(try TimeUnit(name: "yearmonthdatehoursminutes").formatSpecifier() == "%b %d, %Y %H:%M")
    #expect(try TimeUnit(name: "yearquarter").formatSpecifier() == "%Y Q%q")
    #expect(try TimeUnit(name: "hours").formatSpecifier() == "%H:00")
  }

  @Test func binsFitTheData() throws {
    let day = 86_400_000.0
    #expect(TimeUnit.fitting(from: 0, to: 365 * day, maxbins: 12) == TimeUnit([.year, .month]))
    #expect(TimeUnit.fitting(from: 0, to: day, maxbins: 24) == TimeUnit([.year, .month, .date, .hours]))
    #expect(TimeUnit.fitting(from: 0, to: 36_500 * day, maxbins: 10) == TimeUnit([.year], step: 10))
  }
}
