package import Diagnostics
import Geometry
import Grammar
package import Scene
import StructuredData

/// Reads the picture at an address that a spec names.
///
/// - Throws: what is wrong with the address or the file.
package typealias PictureFetch = @Sendable (_ url: String, _ span: SourceSpan) throws(Diagnostic) -> Warned<ImageResource>

/// The pictures of a chart's `image` marks, each address read once.
///
/// A picture that keeps its proportions in a box of others is given clear margins once, so that its item has the mark's box.
struct ChartPictures: Sendable {
  private(set) var images: [ImageResource] = []
  /// What is found in those read.
  private(set) var findings: [Diagnostic] = []
  private var read: [String: ImageResource] = [:]
  private var numbers: [Key: ImageID] = [:]
  /// Pixels of clear margins made so far. Past ``mostMargins`` of them (128 MiB) pictures fill their boxes.
  private var margins = 0
  private static let mostMargins = 32 << 20

  private struct Key: Hashable {
    var address: String
    /// Height of the box for a width of 1000; nil: the picture fills the box.
    var proportion: Int?

    init(_ address: String, _ size: Size?) {
      self.address = address
      proportion = size.map { Int(max(1, min(1e6, ($0.height.points / max($0.width.points, 1e-6) * 1000).rounded()))) }
    }
  }

  /// Reads a picture and keeps it for boxes of the sizes; nil where `size` is nil: for any box that it fills.
  ///
  /// - Returns: whether the picture has its own proportions in the boxes, or fills them as asked.
  mutating func add(_ address: String, fitting size: Size?, from fetch: PictureFetch, at span: SourceSpan) throws(Diagnostic) -> Bool {
    let key = Key(address, size)
    if numbers[key] != nil { return true }
    let picture: ImageResource
    if let known = read[address] {
      picture = known
    } else {
      let fetched = try fetch(address, span)
      picture = fetched.value
      for var finding in fetched.diagnostics {
        finding.span = finding.span ?? span
        findings.append(finding)
      }
      read[address] = picture
    }
    numbers[key] = ImageID(images.count)
    guard let proportion = key.proportion else {
      images.append(picture)
      return true
    }
    let padded = picture.padded(toHeight: Double(proportion), perWidth: 1000, most: Self.mostMargins - margins)
    images.append(padded ?? picture)
    if let padded { margins += padded.width * padded.height - picture.width * picture.height }
    return padded != nil
  }

  func id(of address: String, fitting size: Size?) -> ImageID? { numbers[Key(address, size)] }
}

/// The pictures that image marks show, each warned of once where it cannot be read.
func chartPictures(
  of model: ViewModel, _ table: ScaleTable, _ scales: [ScaleFunction], _ resolver: Resolver, _ text: TextSetter, size: PlotSize,
  _ setting: ChartSetting, _ findings: inout [Diagnostic]
) -> ChartPictures {
  var pictures = ChartPictures()
  var missing: Set<String> = []
  for unit in model.units where unit.mark == .image {
    var own: [Channel: ScaleFunction] = [:]
    for channel in Channel.scaled { if let place = table[unit.id, channel] { own[channel] = scales[place] } }
    let encoder = UnitEncoder(unit: unit, scales: own, size: size, text: text, resolver: resolver)
    let addresses = encoder.imageAddresses
    let (xs, ys) = (encoder.rectSpan(.x), encoder.rectSpan(.y))
    let keepsAspect = unit.properties.bool("aspect") ?? true
    for row in encoder.drawnRows {
      guard let address = addresses(row), !missing.contains(address), let x = xs(row), let y = ys(row) else { continue }
      let size = Size(abs(x.end - x.start), abs(y.end - y.start))
      do throws(Diagnostic) {
        guard try !pictures.add(address, fitting: keepsAspect ? size : nil, from: setting.picture, at: unit.span) else { continue }
        let stretched = Diagnostic.warning(
          "mark.image",
          "the picture “\(address)” is stretched over its box: keeping its proportions would take margins of many times its size",
          at: unit.span, hint: "give width and height nearer to the picture's, or fewer sizes")
        if !findings.contains(stretched) { findings.append(stretched) }
      } catch {
        missing.insert(address)
        findings.append(
          .warning("mark.image", "a grey box stands for a picture: \(error.message)", at: unit.span, hint: error.hint))
      }
    }
  }
  findings += pictures.findings
  return pictures
}

extension ImageResource {
  /// The picture in the middle of a clear one of other proportions; nil where the margins would take more than `most` pixels, or
  /// many times the picture's room.
  fileprivate func padded(toHeight high: Double, perWidth wide: Double, most: Int) -> ImageResource? {
    guard width > 0, height > 0 else { return self }
    let newWidth = max(width, Int((Double(height) * wide / high).rounded()))
    let newHeight = max(height, Int((Double(width) * high / wide).rounded()))
    if (newWidth, newHeight) == (width, height) { return self }
    guard newWidth * newHeight <= 16 * width * height, newWidth * newHeight - width * height <= most else { return nil }
    var padded = [UInt8](repeating: 0, count: newWidth * newHeight * 4)
    let (left, top) = ((newWidth - width) / 2, (newHeight - height) / 2)
    for row in 0..<height {
      let start = ((top + row) * newWidth + left) * 4
      padded.replaceSubrange(start..<start + width * 4, with: pixels[row * width * 4..<(row + 1) * width * 4])
    }
    return ImageResource(width: newWidth, height: newHeight, pixels: padded)
  }
}
