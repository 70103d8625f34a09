import Scene

/// The pictures of a report, each file once, in the order of the text.
struct PictureNumbers: Hashable {
  private(set) var images: [ImageResource] = []
  private var numbers: [String: ImageID] = [:]

  /// - Parameter logo: comes after the pictures of the text.
  init(_ source: ReportSource, logo: LoadedLogo?) {
    for chapter in source.chapters { for block in chapter.blocks { add(block) } }
    for picture in [logo?.picture, logo?.onBrand] {
      logoNumbers.append(ImageID(images.count))
      if let picture { images.append(picture.image) }
    }
  }

  private var logoNumbers: [ImageID] = []

  /// The logo for white, or for the brand colour where it has one of its own for that.
  func logo(_ logo: LoadedLogo, onBrand: Bool) -> ImageID { logoNumbers[onBrand && logo.onBrand != nil ? 1 : 0] }

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
