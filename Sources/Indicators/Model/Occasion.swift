/// A festival, holiday or rush of the calendar, whose days a figure is of: 春节假期, 春运, the Golden Week. Which days they are in a year is
/// not told, so nothing of it is of the whole year, nor of another occasion.
public enum Occasion: String, Hashable, Sendable, CaseIterable {
  /// 元旦, the days about 1 January.
  case newYear = "new-year"
  /// 春节, the Lunar New Year.
  case springFestival = "spring-festival"
  /// 春运, the forty days of travel round it.
  case springTravel = "spring-travel"
  /// 元宵节.
  case lanternFestival = "lantern-festival"
  /// 清明节.
  case tombSweeping = "tomb-sweeping"
  /// Easter.
  case easter
  /// 五一, Labour Day.
  case labourDay = "labour-day"
  /// 端午节.
  case dragonBoat = "dragon-boat"
  /// 618, the sales of June.
  case midYearSales = "mid-year-sales"
  /// 暑运, 暑期: summer travel and holidays.
  case summer = "summer-holiday"
  /// 七夕.
  case doubleSeventh = "double-seventh"
  /// 中秋节.
  case midAutumn = "mid-autumn"
  /// 国庆节, the National Day of China.
  case nationalDay = "national-day"
  /// 国庆中秋, where both fall into one holiday.
  case nationalDayAndMidAutumn = "national-day-and-mid-autumn"
  /// A Golden Week that is not named further.
  case goldenWeek = "golden-week"
  /// 双11, the sales of November.
  case singlesDay = "singles-day"
  /// 双12, the sales of December.
  case doubleTwelve = "double-twelve"
  /// Thanksgiving.
  case thanksgiving
  /// Black Friday and the days behind it.
  case blackFriday = "black-friday"
  /// Christmas.
  case christmas
  /// 寒假: the holidays of winter.
  case winter = "winter-holiday"
}
