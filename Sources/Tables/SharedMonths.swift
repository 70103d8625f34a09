import Articles
import Extraction
import Indicators

/// Months that a title names once for several years: first half of 2023 and 2024; January–June 2022, 2023 and 2024.
struct SharedMonths: Hashable {
  let months: ClosedRange<Int>
  /// Nil for those of all heads, where no year stands beside the months: 第三季度主要指标.
  let years: Set<Int>?

  /// - Parameter time: what was read of the title.
  init?(_ title: String, _ time: HeadTime?) {
    guard let time, let months = time.months, months.upperBound <= 12, months != 1...12 else { return nil }
    if time.year == .inherited, !time.isStock, !time.isCumulative, time.offset == nil, !time.keepsMonths {
      (self.months, years) = (months, nil)
      return
    }
    guard let last = title.lastIndex(where: \.isNumber) else { return nil }
    // Years and what joins them, back from the last.
    let words = title[...last].split { !$0.isLetter && !$0.isNumber }
    let run = words.reversed().prefix { word in
      word == "and" || word == "or" || word.count == 4 && Int(word).map { (1900...2100).contains($0) } ?? false
    }
    let years = Set(run.compactMap { Int($0) })
    guard years.count > 1, run.last.map({ Int($0) != nil }) ?? false else { return nil }
    (self.months, self.years) = (months, years)
  }

  /// 2023 as the months of that year.
  func placed(_ time: HeadTime?) -> HeadTime? {
    guard var time, case .absolute(let year) = time.year, years?.contains(year) ?? true, time.months == nil, time.endYear == nil,
      !time.isCumulative,
      !time.isStock, time.offset == nil
    else { return time }
    time.months = months
    return time
  }
}
