public import Diagnostics
import Fonts
import Geometry
import Grammar
import Indicators
import Report
public import Scene
import StructuredData
import Typesetting

extension Workshop {
  /// The lines a text is set in, one paragraph for each input line: text, TAB, ratio, TAB, width in points.
  ///
  /// Lengths have `pt`, `mm`, `em` or `px`; the path `-` is standard input.
  public func inspectLines(
    _ path: String, width: String, font: String?, size: String?, language: Language, level: String?, alignment: String?
  ) throws(Diagnostics) -> Warned<String> {
    try Diagnostics.several { () throws(Diagnostic) in
      let text = try files.text(path)
      let size = try size.map { value throws(Diagnostic) in try length(value, em: .pt(10.5)) } ?? .pt(10.5)
      let width = try length(width, em: size)
      let name = font ?? "serif-regular"
      guard let id = fonts.font(named: name) ?? fonts.font(family: name, weight: 400)
      else {
        throw Diagnostic.error(
          "font.missing", "there is no font “\(name)”",
          hint: nearestName(to: name, among: fonts.names).map { "did you mean “\($0)”?" })
      }
      let style = TextStyle(font: id, size: size, language: language)
      var paragraph = ParagraphStyle(leading: size * (18 / 10.5))
      if let level { paragraph.prohibition = try choice(level, "level") }
      if let alignment {
        paragraph.alignment = alignment == "justify" ? .justified : try choice(alignment, "alignment")
      }
      return Typesetting.inspectLines(
        text, typesetter: Typesetter(fonts: fonts), style: style, paragraph: paragraph, width: width)
    }
  }

  /// The text with ÷ at each break opportunity of untailored UAX #14 and × elsewhere.
  public func inspectBreaks(_ path: String, hex: Bool) throws(Diagnostics) -> String {
    do { return try Typesetting.inspectBreaks(files.text(path), hex: hex) } catch { throw Diagnostics(error) }
  }

  /// The concepts at hand, a line each: id, Chinese and English name.
  public func inspectConcepts() throws(Diagnostics) -> [String] {
    try concepts.concepts.map { "\($0.id)\t\($0.label(in: .simplifiedChinese))\t\($0.label(in: .english))" }
  }

  /// The JSON Schema of a kind of file, for editors: chart, indicators, corrections, concepts, layout or theme.
  public static func inspectSchema(_ name: String) throws(Diagnostic) -> String {
    switch name {
    case "chart": return chartSchema().json(pretty: true) + "\n"
    case "indicators": return indicatorSchema() + "\n"
    case "corrections": return correctionSchema() + "\n"
    case "concepts": return conceptSchema() + "\n"
    case "layout": return Layout.shape.jsonSchema(title: "Layout").json(pretty: true) + "\n"
    case "job": return Job.shape.jsonSchema(title: "Job").json(pretty: true) + "\n"
    case "theme": return Theme.shape.jsonSchema(title: "Theme").json(pretty: true) + "\n"
    default:
      let names = ["chart", "indicators", "corrections", "concepts", "layout", "theme", "job"]
      throw .error(
        "schema.unknown", "there is no schema “\(name)”",
        hint: nearestName(to: name, among: names).map { "did you mean “\($0)”?" } ?? "one of \(names.joined(separator: ", "))")
    }
  }

  private func length(_ text: String, em: Length) throws(Diagnostic) -> Length {
    let problem = Diagnostic.error("length.invalid", "“\(text)” is no length", hint: "write a number with pt, mm, em or px")
    if text.hasSuffix("em") {
      guard let number = Double(text.dropLast(2)), number.isFinite, number > 0, number < 10_000 else { throw problem }
      return em * number
    }
    guard let length = Length(text: text), length > .zero else { throw problem }
    return length
  }

  private func choice<Value: RawRepresentable & CaseIterable>(_ text: String, _ what: String) throws(Diagnostic) -> Value
  where Value.RawValue == String {
    if let value = Value(rawValue: text) { return value }
    let names = Value.allCases.map(\.rawValue)
    throw .error(
      "\(what).unknown", "unknown \(what) “\(text)”",
      hint: nearestName(to: text, among: names).map { "did you mean “\($0)”?" } ?? "one of \(names.joined(separator: ", "))")
  }
}
