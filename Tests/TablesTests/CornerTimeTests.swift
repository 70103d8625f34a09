import Articles
import Indicators
import Testing

@testable import Tables

/// A time over the heads of rows is that of figures whose own heads leave it open. All figures are invented.
@Suite("Times in the corner")
struct CornerTimeTests {
  private func facts(_ csv: String) throws -> [String] { factLines(try article(of: csv, name: "a.csv")) }

  @Test(
    "a year in the corner is that of the columns beside it",
    arguments: [
      ("2018,March 31,June 30", "2018-03", "2018-06"), ("2023年,一季度,上半年", "2023-01/2023-03", "2023-01/2023-06"),
      ("2021,Q1,Q2", "2021-01/2021-03", "2021-04/2021-06"), ("2022年,3月,1-3月", "2022-03", "2022-01/2022-03"),
      ("2019,January,July", "2019-01", "2019-07"), ("2020,First half,Full year", "2020-01/2020-06", "2020"),
    ])
  func years(head: String, first: String, second: String) throws {
    let found = try facts(head + "\nRevenues,3912,4006\nCosts,693,670\n")
    #expect(found.map { $0.split(separator: " ").last.map(String.init) } == [first, second, first, second], "\(found)")
  }

  @Test("blocks below each other, each with its year in the corner, go on with what stands above the first")
  func blocks() throws {
    let found = try facts(
      "Northwind Instruments Corporation,,\n\"(US dollars in millions, except per share data)\",,\n,Three Months Ended,\n2018,March 31,June 30\nRevenues,\"3,912\",\"4,006\"\nEarnings (loss) per share,0.89,(0.03)\n,Three Months Ended,\n2017,March 31,June 30\nRevenues,\"3,546\",\"3,670\"\nEarnings (loss) per share,0.92,0.80\n"
    )
    #expect(
      found == [
        "B5 level Revenues 3912millions of US dollars Northwind Instruments Corporation 2018-01/2018-03",
        "C5 level Revenues 4006millions of US dollars Northwind Instruments Corporation 2018-04/2018-06",
        "B6 level Earnings (loss) per share 0.89US dollars Northwind Instruments Corporation 2018-01/2018-03",
        "C6 level Earnings (loss) per share -0.03US dollars Northwind Instruments Corporation 2018-04/2018-06",
        "B9 level Revenues 3546millions of US dollars Northwind Instruments Corporation 2017-01/2017-03",
        "C9 level Revenues 3670millions of US dollars Northwind Instruments Corporation 2017-04/2017-06",
        "B10 level Earnings (loss) per share 0.92US dollars Northwind Instruments Corporation 2017-01/2017-03",
        "C10 level Earnings (loss) per share 0.80US dollars Northwind Instruments Corporation 2017-04/2017-06",
      ], "\(found)")
  }
}
