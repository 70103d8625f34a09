import CCairo
import Scene

/// Writes the document information. Dates are always set: cairo would write the clock.
func setMetadata(_ info: DocumentInfo, creator: String, on surface: borrowing PDFSurface) {
  surface.setMetadata(CAIRO_PDF_METADATA_TITLE, info.title)
  surface.setMetadata(CAIRO_PDF_METADATA_AUTHOR, info.author)
  surface.setMetadata(CAIRO_PDF_METADATA_SUBJECT, info.subject)
  surface.setMetadata(CAIRO_PDF_METADATA_KEYWORDS, info.keywords.joined(separator: ", "))
  surface.setMetadata(CAIRO_PDF_METADATA_CREATOR, creator)
  let date = timestamp(info.date ?? 0)
  surface.setMetadata(CAIRO_PDF_METADATA_CREATE_DATE, date)
  surface.setMetadata(CAIRO_PDF_METADATA_MOD_DATE, date)
}

/// `2026-03-04T05:06:07Z` for seconds since 1970; years 0 to 9999.
package func timestamp(_ seconds: Int) -> String {
  let (year, month, day, second) = civil(seconds)
  return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))T\(padded(second / 3600, 2)):"
    + "\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))Z"
}

/// The date in the proleptic Gregorian calendar, and the second of the day. Days are counted in eras of 400 years that begin
/// on 1 March, so that the leap day is the last of its year.
func civil(_ seconds: Int) -> (year: Int, month: Int, day: Int, second: Int) {
  let clamped = max(-62_167_219_200, min(253_402_300_799, seconds))
  let second = (clamped % 86_400 + 86_400) % 86_400
  let days = (clamped - second) / 86_400 + 719_468  // from 0000-03-01
  let era = days / 146_097
  let dayOfEra = days % 146_097
  let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
  let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
  let marchMonth = (5 * dayOfYear + 2) / 153
  let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
  let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day, second)
}

func padded(_ value: Int, _ width: Int) -> String {
  let digits = String(value)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
