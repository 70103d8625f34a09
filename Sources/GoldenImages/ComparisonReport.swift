#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A page that shows compared pictures and dumps, for looking at in a browser; one file without links to others.
///
/// Pictures that differ are shown side by side, as a difference, blinking, or under a slider; entries can be searched and
/// filtered, and walked through by keyboard.
public struct ComparisonReport: Sendable {
  /// One compared pair, or a file without a partner.
  public struct Entry: Sendable {
    /// How the pair stands.
    public enum Status: String, Hashable, Sendable, CaseIterable {
      /// Both files are there and are not alike.
      case differs
      /// Expected, and not made.
      case missing
      /// Made, and not expected.
      case extra
      /// A file that cannot be read.
      case damaged
      /// As expected.
      case matches

      /// `3 differ`, `1 missing`.
      var words: String { self == .differs ? "differ" : self == .matches ? "match" : rawValue }
    }

    /// As the file is named in its folder.
    public var name: String
    /// How it stands.
    public var status: Status
    /// What was found, in plain text; may have several lines.
    public var summary: String
    /// What is shown of it; nothing for a pair that matches.
    public var pictures: [Shown]

    /// Whether it is as expected.
    public var matches: Bool { status == .matches }

    /// An entry of one's own.
    public init(name: String, status: Status, summary: String, pictures: [Shown] = []) {
      self.name = name
      self.status = status
      self.summary = summary
      self.pictures = pictures
    }

    /// The expected picture, the actual one and the difference, where they differ.
    public init(name: String, _ comparison: ImageComparison) {
      self.init(
        name: name, status: comparison.matches ? .matches : .differs, summary: comparison.summary,
        pictures: comparison.matches ? [] : ComparisonReport.shown(comparison))
    }

    /// The differences of two dumps, a line each.
    public init(name: String, _ comparison: DumpComparison) {
      self.init(
        name: name, status: comparison.matches ? .matches : .differs, summary: comparison.summary(limit: 1000))
    }
  }

  /// A picture with its caption, such as expected, actual and difference. Three in this order, of one name before the
  /// last word, are shown as one.
  public struct Shown: Sendable {
    /// Over the picture.
    public var caption: String
    /// The picture as a PNG file.
    public var png: [UInt8]
    /// In pixels.
    public var width: Int
    /// In pixels.
    public var height: Int

    /// The caption without its last word.
    var group: Substring { caption.lastIndex(of: " ").map { caption[..<$0] } ?? "" }

    /// A picture under its caption.
    public init(_ caption: String, _ picture: Picture) {
      self.caption = caption
      png = picture.png()
      (width, height) = (picture.width, picture.height)
    }
  }

  static func shown(_ comparison: ImageComparison, before: String = "") -> [Shown] {
    [
      Shown(before + "expected", comparison.expected), Shown(before + "actual", comparison.actual),
      Shown(before + "difference", comparison.differencePicture()),
    ]
  }

  /// Over the page.
  public var title: String
  /// In any order; ``html()`` puts those that differ first.
  public var entries: [Entry]

  /// A report, to which entries may be added.
  public init(title: String, entries: [Entry] = []) {
    self.title = title
    self.entries = entries
  }

  /// The report as HTML; entries that do not match come first, each group in the order given.
  public func html() -> String {
    let differing = entries.filter { !$0.matches }
    let count = entries.count == 1 ? "1 comparison" : "\(entries.count) comparisons"
    var out = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>\(escaped(title))</title>
      <style>
      \(reportStyle)
      </style>
      </head>
      <body>
      <header>
      <h1>\(escaped(title))</h1>
      <p>\(count), \(differing.count) to look at.</p>
      <form role="search"><input type="search" id="search" placeholder="Search (/)" aria-label="Search names and findings">

      """
    for status in Entry.Status.allCases {
      let number = entries.count { $0.status == status }
      if number == 0 { continue }
      out += "<label><input type=\"checkbox\" name=\"status\" value=\"\(status.rawValue)\""
      out += "\(status == .matches && !differing.isEmpty ? "" : " checked")> \(number) \(status.words)</label>\n"
    }
    out += """
      <output id="shown" aria-live="polite"></output></form>
      <p class="keys">j, k next and previous · 1 side by side · 2 difference · 3 blink · 4 slider · / search</p>
      </header>
      <main>

      """
    for entry in differing + entries.filter(\.matches) { out += section(entry) }
    return out + "</main>\n<script>\n\(reportScript)\n</script>\n</body>\n</html>\n"
  }

  private func section(_ entry: Entry) -> String {
    var out = "<section class=\"\(entry.status.rawValue)\" data-status=\"\(entry.status.rawValue)\" tabindex=\"-1\">\n"
    out += "<h2>\(escaped(entry.name))</h2>\n<pre>\(escaped(entry.summary))</pre>\n"
    var at = 0
    while at < entry.pictures.count {
      let name = entry.pictures[at].group
      let group = entry.pictures[at...].prefix(3).prefix { $0.group == name }
      out += "<div class=\"pictures\" data-mode=\"side\">\n"
      for shown in group {
        let small = shown.width <= 200 ? " class=\"small\"" : ""
        out += "<figure><figcaption>\(escaped(shown.caption)), \(shown.width) × \(shown.height)</figcaption>"
        out += "<img\(small) alt=\"\(escaped(shown.caption))\" width=\"\(shown.width)\" height=\"\(shown.height)\""
        out += " src=\"data:image/png;base64,\(Data(shown.png).base64EncodedString())\"></figure>\n"
      }
      out += "</div>\n"
      at += group.count
    }
    return out + "</section>\n"
  }
}

private func escaped(_ text: String) -> String {
  var out = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": out += "&amp;"
    case "<": out += "&lt;"
    case ">": out += "&gt;"
    case "\"": out += "&quot;"
    default: out.unicodeScalars.append(scalar)
    }
  }
  return out
}
