#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A page that shows compared pictures and dumps side by side, for looking at in a browser; one file without links to
/// others.
public struct ComparisonReport: Sendable {
  public struct Entry: Sendable {
    public var name: String
    public var matches: Bool
    /// What was found, in plain text; may have several lines.
    public var summary: String
    /// Pictures with their captions, such as expected, actual and difference.
    public var pictures: [(caption: String, picture: Picture)]

    public init(name: String, matches: Bool, summary: String, pictures: [(caption: String, picture: Picture)] = []) {
      self.name = name
      self.matches = matches
      self.summary = summary
      self.pictures = pictures
    }

    /// The expected and the actual picture, and the difference where there is one.
    public init(name: String, _ comparison: ImageComparison) {
      var pictures = [("expected", comparison.expected), ("actual", comparison.actual)]
      if !comparison.matches { pictures.append(("difference", comparison.differencePicture())) }
      self.init(name: name, matches: comparison.matches, summary: comparison.summary, pictures: pictures)
    }

    public init(name: String, _ comparison: DumpComparison) {
      self.init(name: name, matches: comparison.matches, summary: comparison.summary(limit: 1000))
    }
  }

  public var title: String
  public var entries: [Entry]

  public init(title: String, entries: [Entry] = []) {
    self.title = title
    self.entries = entries
  }

  /// The report as HTML; differing entries come first, each group in the order given.
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
      body { font: 15px/1.5 system-ui, sans-serif; margin: 2em; color: #1d2430; background: #f4f5f7; }
      h1 { font-size: 1.4em; } h2 { font-size: 1.1em; margin: 0 0 .4em; }
      section { background: #fff; border-left: 5px solid #2e8b57; padding: 1em 1.2em; margin: 1em 0; }
      section.differs { border-color: #d02030; }
      pre { white-space: pre-wrap; margin: 0 0 .8em; font: 13px/1.5 ui-monospace, monospace; }
      .pictures { display: flex; flex-wrap: wrap; gap: 1em; align-items: flex-start; }
      figure { margin: 0; flex: 1 1 20em; min-width: 0; } figcaption { color: #5b6472; font-size: .9em; }
      img { max-width: 100%; border: 1px solid #c9ced6; background: repeating-conic-gradient(#e6e8ec 0 25%, #fff 0 50%) 0 0/16px 16px; }
      img.small { width: 100%; max-width: 28em; image-rendering: pixelated; }
      </style>
      </head>
      <body>
      <h1>\(escaped(title))</h1>
      <p>\(count), \(differing.count) differ\(differing.count == 1 ? "s" : "").</p>

      """
    for entry in differing + entries.filter(\.matches) { out += section(entry) }
    return out + "</body>\n</html>\n"
  }

  private func section(_ entry: Entry) -> String {
    var out = "<section\(entry.matches ? "" : " class=\"differs\"")>\n<h2>\(escaped(entry.name))</h2>\n"
    out += "<pre>\(escaped(entry.summary))</pre>\n"
    if !entry.pictures.isEmpty {
      out += "<div class=\"pictures\">\n"
      for (caption, picture) in entry.pictures {
        let size = "\(picture.width) × \(picture.height)"
        let small = picture.width <= 200 ? " class=\"small\"" : ""
        out += "<figure><figcaption>\(escaped(caption)), \(size)</figcaption>"
        out +=
          "<img\(small) alt=\"\(escaped(caption))\" src=\"data:image/png;base64,\(Data(picture.png()).base64EncodedString())\"></figure>\n"
      }
      out += "</div>\n"
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
