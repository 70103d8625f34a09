/// What an HTML element means for the reading of an article.
enum HTMLElement {
  /// Stands on lines of its own.
  case block(Article.Block.Kind?, level: Int)
  /// A row of a table; its cells are parted.
  case row
  case cell
  case table
  /// Ends a line, or within a row is a blank.
  case lineBreak
  /// No part of the article, with everything in it.
  case dropped(BoilerplateReason)
  /// Its content is no HTML.
  case raw(BoilerplateReason)

  /// Elements without content.
  static let areVoid: Set<String> = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]

  /// nil for inline elements and unknown ones.
  ///
  /// - Parameter name: lower case.
  init?(_ name: String) {
    switch name {
    case "h1": self = .block(.heading, level: 1)
    case "title": self = .block(.heading, level: 0)
    case "h2", "h3", "h4", "h5", "h6": self = .block(.heading, level: 2)
    case "li": self = .block(.listItem, level: 0)
    case "figcaption", "caption": self = .block(.caption, level: 0)
    case "p", "div", "ul", "ol", "section", "article", "header", "body", "html", "head", "blockquote", "figure", "dl", "dt",
      "dd", "form", "main", "option", "hr", "pre", "center", "address", "fieldset", "details", "summary":
      self = .block(nil, level: 0)
    case "tr": self = .row
    case "td", "th": self = .cell
    case "table", "tbody", "thead", "tfoot": self = .table
    case "br": self = .lineBreak
    case "nav", "aside", "menu": self = .dropped(.navigation)
    case "footer": self = .dropped(.footer)
    case "script", "style", "noscript", "template", "svg", "iframe", "object", "canvas", "select", "textarea", "button": self = .raw(.code)
    default: return nil
    }
  }
}
