import Diagnostics
package import Geometry
package import Grammar
package import Scene
package import Typesetting

/// What a chart is compiled with.
package struct ChartSetting: Sendable {
  /// The theme: a configuration below the spec's own.
  package var theme: Config
  package var typesetter: Typesetter
  package var language: Language
  package var fetch: DataFetch
  package var picture: PictureFetch
  package var size: ChartSize
  /// For a document that holds the texts round the plot and the data itself: title, notes and source are left out of the picture,
  /// and ``BuiltChart/tables`` lists what is drawn.
  package var isEditable = false
  /// Whether ``BuiltChart/tables`` lists what is drawn, in other documents too.
  package var givesTables = false
  /// Whether ``BuiltChart/explanation`` says what each pass made of the spec.
  package var explains = false
  /// A layout of the same chart at another height, which saves finding again what it found.
  package var precedent: LayoutPrecedent?

  /// - Parameter picture: reads pictures of `image` marks; by default none is read.
  package init(
    theme: Config, typesetter: Typesetter, language: Language, size: ChartSize = .own,
    picture: @escaping PictureFetch = { url, span throws(Diagnostic) in
      throw .error("mark.image", "“\(url)” is not read: no pictures are at hand here", at: span)
    },
    fetch: @escaping DataFetch
  ) {
    self.picture = picture
    self.theme = theme
    self.typesetter = typesetter
    self.language = language
    self.size = size
    self.fetch = fetch
  }
}

/// How large a picture must be.
package enum ChartSize: Hashable, Sendable {
  /// As large as the spec and the look make it.
  case own
  case fixed(Size)
  /// So wide, and as high as its rows and names need.
  case wide(Length)

  var fixed: Size? { if case .fixed(let size) = self { size } else { nil } }
}

extension ChartSetting {
  /// The size that the first pass is laid out in; a free height is found from it.
  var firstSize: Size? {
    switch size {
    case .own: nil
    case .fixed(let size): size
    case .wide(let width): Size(width: width, height: width * 0.75)
    }
  }
}
