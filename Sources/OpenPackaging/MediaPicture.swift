/// A picture in the two forms that office programs show: vectors for those that read SVG, pixels for all.
package struct MediaPicture: Sendable {
  /// Nil for a photograph.
  package var svg: [UInt8]?
  package var png: [UInt8]

  package init(svg: [UInt8]?, png: [UInt8]) {
    self.svg = svg
    self.png = png
  }
}

extension OfficePackage {
  /// Puts a picture among the media of a folder (`word`, `ppt`).
  package mutating func add(_ picture: MediaPicture, number: Int, in folder: String) {
    add("\(folder)/media/picture\(number).png", "image/png", picture.png)
    if let svg = picture.svg { add("\(folder)/media/picture\(number).svg", "image/svg+xml", svg) }
  }

  /// `a:blip` of a picture of the media: its pixels, with the vectors as the extension that newer programs prefer
  /// (MS-ODRAWXML 2.2.3, `svgBlip`).
  ///
  /// - Parameters:
  ///   - owner: the part that shows it.
  ///   - isVector: whether it has vectors.
  package mutating func blip(_ number: Int, isVector: Bool, in folder: String, shownBy owner: String) -> String {
    let pixels = relate(owner, to: "\(folder)/media/picture\(number).png", "image")
    guard isVector else { return "<a:blip r:embed=\"\(pixels)\"/>" }
    let vectors = relate(owner, to: "\(folder)/media/picture\(number).svg", "image")
    return "<a:blip r:embed=\"\(pixels)\"><a:extLst><a:ext uri=\"{96DAC541-7B7A-43D3-8B79-37D633B846F1}\">"
      + "<asvg:svgBlip xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\" r:embed=\"\(vectors)\"/>"
      + "</a:ext></a:extLst></a:blip>"
  }
}
