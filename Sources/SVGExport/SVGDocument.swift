import Geometry
package import Scene

/// What a page needs to know of its document to stand alone as an SVG file.
package struct SVGOptions {
  package var title = ""
  package var language = Language.simplifiedChinese
  /// Put before every `id`, so that several pictures can stand in one web page.
  package var idPrefix = ""
  /// The file that holds an ``Scene/Item/anchor(_:)``, empty for the page itself; nil leaves the link out. Pages become
  /// separate files, so a link to another page needs that page's name.
  package var file: (String) -> String?

  package init(
    title: String = "", language: Language = .simplifiedChinese, idPrefix: String = "",
    file: @escaping (String) -> String? = { _ in "" }
  ) {
    self.title = title
    self.language = language
    self.idPrefix = idPrefix
    self.file = file
  }

  /// The reference to an anchor.
  func address(of anchor: String) -> String? {
    file(anchor).map { percentEncoded($0) + "#" + idPrefix + xmlID(anchor) }
  }
}

/// A page as an SVG 1.1 document: text stays text, figures carry their descriptions. The same page gives the same bytes.
///
/// One unit is one point; a page designed in pixels is as many CSS pixels wide, any other as many points.
package func svg(
  _ page: Page, fonts: [FontResource], images: [ImageResource] = [], options: SVGOptions = SVGOptions()
) -> String {
  var writer = SVGWriter(fonts: fonts, images: images, options: options)
  writer.draw(page.frame, at: .zero)
  let width = page.frame.size.width.svg
  let height = page.frame.size.height.svg
  let unit = page.isPixelDesign ? "" : "pt"
  var out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\""
  out += " xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"\(width)\(unit)\" height=\"\(height)\(unit)\""
  out += " viewBox=\"0 0 \(width) \(height)\" xml:lang=\"\(options.language.tag)\" xml:space=\"preserve\">\n"
  if !options.title.isEmpty { out += "<title>\(xmlText(options.title))</title>\n" }
  if writer.descriptions.count == 1 { out += "<desc>\(xmlText(writer.descriptions[0]))</desc>\n" }
  out += writer.fontStyles
  if !writer.definitions.isEmpty { out += "<defs>\n\(writer.definitions)</defs>\n" }
  // Paper is white, also where a viewer's own ground is not; a picture in pixels brings a ground of its own.
  let paper = page.isPixelDesign ? "" : "<rect width=\"\(width)\" height=\"\(height)\" fill=\"#FFFFFF\"/>\n"
  return out + paper + writer.body + "</svg>\n"
}
