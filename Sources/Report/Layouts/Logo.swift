import Diagnostics
package import Geometry
import Scene
import StructuredData

/// The mark of the house that a theme names: on the cover, or in the band above the text.
package struct Logo: Hashable, Sendable {
  /// Seen from the theme.
  package var file: FileReference
  /// The same on a ground of the brand colour.
  package var onBrand: FileReference?
  package var height: Length
  /// What it says, for those who do not see it.
  package var text: String

  static let shape = NodeShape<Logo>.record("Logo") { fields in
    let file = fields.required("file", FileReference.shape, "A PNG, JPEG or SVG file, seen from the theme.")
    let onBrand = fields.optional("on-brand", FileReference.shape, "The same for a ground of the brand colour.")
    let height = fields.optional("height", .length(in: 6...200), "How high it stands; 27 when left out.")
    let text = fields.required("text", .text, "What it says, for those who do not see it.")
    guard let file, let text else { return nil }
    return Logo(file: file, onBrand: onBrand, height: height ?? .pt(27), text: text)
  }
}

/// A logo with its pictures, read.
package struct LoadedLogo: Hashable, Sendable {
  package var logo: Logo
  package var picture: LoadedPicture
  package var onBrand: LoadedPicture?

  package init(_ logo: Logo, picture: LoadedPicture, onBrand: LoadedPicture?) {
    (self.logo, self.picture, self.onBrand) = (logo, picture, onBrand)
  }

  /// As it stands on white or on the brand colour, within `width`.
  func size(onBrand isOnBrand: Bool, width: Length) -> Size {
    let own = (isOnBrand ? onBrand ?? picture : picture).size
    let scale = min(logo.height / own.height, width / own.width)
    return Size(width: own.width * scale, height: own.height * scale)
  }
}
