import Foundation
import Scales
import Testing

@Suite struct ScaleTests {
  @Test func datesAreReadAndCounted() throws {
    let day = try #require(CivilDate("2022-12-08"))
    #expect(day.dayNumber == 19334)
    #expect(CivilDate(time: day.time) == day)
    #expect(CivilDate("2022")?.time == 1_640_995_200_000)
    #expect(CivilDate("20x2") == nil)
    #expect(CivilDate("2022-13") == nil)
  }

  @Test func classesAreCutEvenly() {
    let scale = QuantizeScale(domain: (0, 9), values: ["a", "b", "c"])
    #expect(scale.thresholds == [3, 6])
    #expect(scale(2.9) == "a" && scale(3) == "b" && scale(9) == "c")
    #expect(OrdinalScale(["x", "y", "z"], values: [1, 2])("z") == 1)
  }
}
