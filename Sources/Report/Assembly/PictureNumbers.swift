import Geometry
import Scene

/// The pictures of a report, each file once, in the order of the text.
struct PictureNumbers: Hashable {
  private(set) var images: [ImageResource] = []
  private var numbers: [String: ImageID] = [:]

  /// - Parameter logo: comes after the pictures of the text.
  init(_ source: ReportSource, logo: LoadedLogo?) {
    for chapter in source.chapters { for block in chapter.blocks { add(block) } }
    guard let logo else { return }
    images.append(logo.picture.image)
    onWhite = ImageID(images.count - 1)
    if let picture = logo.onBrand { images.append(picture.image) }
    onBrand = ImageID(images.count - 1)
  }

  /// The logo for white, and for the brand colour; the same where it has no form of its own for that.
  private var (onWhite, onBrand) = (ImageID(0), ImageID(0))

  /// The logo, as high as its theme wants it, within `width`.
  func drawing(of logo: LoadedLogo, onBrand isOnBrand: Bool, width: Length) -> Frame {
    let size = logo.size(onBrand: isOnBrand, width: width)
    var frame = Frame(size: size)
    frame.place(.image(isOnBrand ? onBrand : onWhite, size), at: .zero, role: .figure)
    return frame
  }

  func id(of picture: ReportPicture) -> ImageID { numbers[picture.path] ?? ImageID(0) }

  private mutating func add(_ block: ReportBlock) {
    switch block {
    case .picture(let picture):
      guard numbers[picture.path] == nil else { return }
      numbers[picture.path] = ImageID(images.count)
      images.append(picture.image)
    case .quote(let inner, _), .callout(_, let inner), .beside(let inner, _), .marginal(let inner, _): for block in inner { add(block) }
    case .row(let row): for block in row.texts { add(block) }
    case .list(let list): for item in list.items { for block in item.blocks { add(block) } }
    case .heading, .paragraph, .chart, .chartRow, .cards, .table, .sourceEntry, .code, .rule, .generated: return
    }
  }
}
