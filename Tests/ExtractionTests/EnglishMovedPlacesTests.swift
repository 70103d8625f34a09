import Indicators
import Testing

/// Places told with how far something moved there have its name, and none of their own.
@Suite struct EnglishMovedPlacesTests {
  static let texts: [(String, [String])] = [
    (
      "In 2023, registrations of new cars in the EU rose 13.9%, with Italy up 18.9% and Spain up 16.7%.",
      ["registrations of new cars EU 13.9", "registrations of new cars Italy 18.9", "registrations of new cars Spain 16.7"]
    ),
    (
      "Retail sales in the euro area rose 1.2% in 2024, with Germany falling 2.9%.",
      ["Retail sales euro area 1.2", "Retail sales Germany -2.9"]
    ),
    (
      "Industrial production in the euro area fell 2.0% in December 2024. The largest declines were in Belgium, down 6.8%, and Ireland, down 5.8%.",
      ["Industrial production euro area -2.0", "Industrial production Belgium -6.8", "Industrial production Ireland -5.8"]
    ),
    (
      "Hong Kong's total exports rose 8.7% in 2024. Exports to the Mainland of China grew by 12.9% and exports to Vietnam by 20.1%.",
      ["exports Hong Kong 8.7", "Exports to the Mainland of China Hong Kong 12.9", "exports to Vietnam Hong Kong 20.1"]
    ),
    ("Exports of the Mainland of China rose 5.9% in 2024.", ["Exports China 5.9"]),
    // A subject of its own takes no name of what was told before.
    (
      "Hotels in Spain recorded 350 million nights in 2023. Others accounted for 12% of the total.",
      ["nights Spain 350", "Others Spain 12"]
    ),
  ]

  @Test(arguments: texts)
  func theMeasureIsKept(text: String, told: [String]) throws {
    let found = try facts(text).map { figure in
      [figure.name, figure.area, figure.value.description].compactMap { $0 }.joined(separator: " ")
    }
    #expect(found == told)
  }
}
