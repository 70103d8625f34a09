package import Scene

extension OfficePackage {
  /// Title, author, subject, language and date of the document (ECMA-376 Part 2, 11) and the program that made it.
  ///
  /// - Parameter program: its name and version.
  package mutating func addProperties(_ info: DocumentInfo, program: (name: String, version: String)) {
    var core = "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
    core += " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\""
    core += " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
    core += "<dc:title>\(escaped(info.title))</dc:title>"
    if let subject = info.subject { core += "<dc:subject>\(escaped(subject))</dc:subject>" }
    if let author = info.author { core += "<dc:creator>\(escaped(author))</dc:creator>" }
    if !info.keywords.isEmpty { core += "<cp:keywords>\(escaped(info.keywords.joined(separator: ", ")))</cp:keywords>" }
    core += "<dc:language>\(info.language.tag)</dc:language>"
    if let date = info.date.flatMap(isoInstant) {
      for name in ["created", "modified"] { core += "<dcterms:\(name) xsi:type=\"dcterms:W3CDTF\">\(date)</dcterms:\(name)>" }
    }
    core += "</cp:coreProperties>"
    add("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", core)
    _ = relate("", to: "docProps/core.xml", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties")
    let app =
      "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
      + "<Application>\(escaped(program.name))</Application></Properties>"
    add("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml", app)
    _ = relate("", to: "docProps/app.xml", "extended-properties")
  }
}

/// `2023-04-24T00:00:00Z`; nil before 1970 and after 9999.
private func isoInstant(_ seconds: Int) -> String? {
  guard (0...253_402_300_799).contains(seconds) else { return nil }
  // Days to a civil date: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
  let days = seconds / 86_400 + 719_468
  let era = days / 146_097
  let dayOfEra = days - era * 146_097
  let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
  let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
  let shifted = (5 * dayOfYear + 2) / 153
  let day = dayOfYear - (153 * shifted + 2) / 5 + 1
  let month = shifted < 10 ? shifted + 3 : shifted - 9
  let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  let rest = seconds % 86_400
  let written = String(year)
  return String(repeating: "0", count: 4 - written.count) + written
    + "-\(two(month))-\(two(day))T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
}
