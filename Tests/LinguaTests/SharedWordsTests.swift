import Diagnostics
import Lingua
import Testing

@Suite struct SharedWordsTests {
  @Test func everyUnitIsToldOnce() {
    let units = UnitList.shared
    let names = units.entries.flatMap(\.names)
    #expect(names.count == Set(names).count)
    let read = units.entries.flatMap(\.read) + units.reading.flatMap(\.words)
    #expect(read.count == Set(read).count)
    // What a unit is counted in is a unit itself, of the same dimension.
    for entry in units.entries {
      #expect(units.entries.contains { $0.names.first == entry.base && $0.dimension == entry.dimension }, "\(entry.names)")
    }
  }

  @Test func unitsHaveScalesAndNames() throws {
    let units = try UnitList.read(
      "measures:\n  area: 平方米, 公顷 | hectares = 10000 平方米, 亩 = 2000/3 平方米\nin-english: 平方米 square metres", document: "units.yaml")
    #expect(units.entries.map(\.base) == ["平方米", "平方米", "平方米"])
    #expect(units.entries[1].names == ["公顷", "hectares"] && units.entries[1].read == ["公顷"])
    #expect(units.entries[2].scale == (2000, 3))
    #expect(units.inEnglish["平方米"] == "square metres")
  }

  @Test(arguments: ["公顷 = 平方米", "亩 = 2000/0 平方米", "公里 = 1000 米 = 1 里", "|", "公顷 | hectares | ha"])
  func unitsThatTellNothingAreErrors(_ unit: String) throws {
    do throws(Diagnostics) {
      _ = try UnitList.read("measures:\n  area: \"\(unit)\"", document: "units.yaml")
      Issue.record("\(unit) was read")
    } catch {
      #expect(error.all.map(\.rule) == ["language.unit"])
    }
  }

  @Test(arguments: [PrintWords.simplifiedChinese, .traditionalChinese, .english])
  func whatIsPrintedIsThereInEachLanguage(_ words: PrintWords) {
    #expect(!words.pages.contents.isEmpty && !words.figures.unit.isEmpty)
    #expect(words.pages.columns.count == 25 && words.pages.kinds.count == 5 && words.pages.statuses.count == 7)
  }

  @Test func namesOfProvincesAreWithoutTheirEndings() {
    let names = FigureNameWords.shared
    #expect(names.provinces.count == 34)
    #expect(!names.provinces.contains { name in names.placeEndings.contains { name.hasSuffix($0) } })
  }

  @Test func noTimeIsToldInTwoWays() {
    let said = SaidTimes.shared
    let lists = [
      said.thisYear, said.lastYear, said.twoYearsBefore, said.nextYear, said.sameOfLastYear, said.periodBefore, said.now, said.samePeriod,
      said.reportingPeriod, said.vague, said.wholeYear, said.yearThatHolds, said.periodEnd, said.yearEnd, said.threeMonthsBefore,
      said.lastMonth, said.thisMonth,
    ]
    let words = lists.flatMap(\.self)
    #expect(words.count == Set(words).count && lists.allSatisfy { !$0.isEmpty })
  }

  @Test func noCueOfBoilerplateStandsTwice() {
    let words = BoilerplateWords.shared.cues.flatMap(\.words)
    #expect(words.count == Set(words).count && words.count > 150)
  }

  @Test func placesOfATextAreFilled() {
    #expect("共{count}篇，列{shown}篇".filled(["count": "12", "shown": "5"]) == "共12篇，列5篇")
    // A brace of what is filled in opens no place, and what has no value stays.
    #expect("{a}-{b}-{".filled(["a": "{b}"]) == "{b}-{b}-{")
  }
}
