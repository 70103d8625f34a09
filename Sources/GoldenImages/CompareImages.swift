/// Compares two pictures channel by channel.
///
/// Colours are compared as they are seen, multiplied by their alpha: two clear pixels are alike whatever their colour.
/// Where the pictures differ in size, every pixel that only one of them has counts as different.
/// - Parameter tolerance: the largest difference of one channel that is forgiven, 0 to 255.
public func compareImages(actual: Picture, expected: Picture, tolerance: Int = 1) -> ImageComparison {
  let width = max(actual.width, expected.width)
  let height = max(actual.height, expected.height)
  var comparison = ImageComparison(actual: actual, expected: expected, tolerance: tolerance)
  if actual == expected { return comparison }
  let commonWidth = min(actual.width, expected.width)
  let commonHeight = min(actual.height, expected.height)
  for y in 0..<height {
    var first = width
    var last = -1
    if y < commonHeight {
      for x in 0..<commonWidth {
        let difference = channelDifference(actual[x, y], expected[x, y])
        if difference > comparison.largestDifference { comparison.largestDifference = difference }
        if difference > tolerance {
          comparison.differingPixels += 1
          first = min(first, x)
          last = x
        }
      }
    }
    // What only one picture has: the rest of the row, or the whole row.
    let from = y < commonHeight ? commonWidth : 0
    let to = max(y < actual.height ? actual.width : 0, y < expected.height ? expected.width : 0)
    if from < to {
      comparison.differingPixels += to - from
      first = min(first, from)
      last = to - 1
    }
    if last >= 0 { comparison.extend(x: first...last, y: y) }
  }
  return comparison
}

/// The largest difference of the four channels, colours multiplied by alpha.
private func channelDifference(_ a: (UInt8, UInt8, UInt8, UInt8), _ b: (UInt8, UInt8, UInt8, UInt8)) -> Int {
  if a == b { return 0 }
  func seen(_ channel: UInt8, _ alpha: UInt8) -> Int { (Int(channel) * Int(alpha) + 127) / 255 }
  return max(
    abs(seen(a.0, a.3) - seen(b.0, b.3)), abs(seen(a.1, a.3) - seen(b.1, b.3)), abs(seen(a.2, a.3) - seen(b.2, b.3)),
    abs(Int(a.3) - Int(b.3)))
}

/// How a picture differs from the expected one.
public struct ImageComparison: Sendable {
  /// A box of whole pixels, counted from the top left.
  public struct Extent: Hashable, Sendable {
    public var x: ClosedRange<Int>
    public var y: ClosedRange<Int>

    public init(x: ClosedRange<Int>, y: ClosedRange<Int>) {
      self.x = x
      self.y = y
    }
  }

  public let actual: Picture
  public let expected: Picture
  public let tolerance: Int
  /// Pixels with a channel that differs by more than ``tolerance``, and pixels of one picture only.
  public internal(set) var differingPixels = 0
  /// The largest difference of one channel within the common area, forgiven ones included.
  public internal(set) var largestDifference = 0
  /// The smallest box around the differing pixels.
  public private(set) var extent: Extent?

  init(actual: Picture, expected: Picture, tolerance: Int) {
    self.actual = actual
    self.expected = expected
    self.tolerance = tolerance
  }

  public var hasEqualSize: Bool { actual.width == expected.width && actual.height == expected.height }
  public var matches: Bool { differingPixels == 0 && hasEqualSize }

  /// One line: `142 of 10000 pixels differ, by up to 87, between (10, 4) and (31, 12)`.
  public var summary: String {
    if matches {
      return largestDifference == 0
        ? "the pictures are equal" : "the pictures match; the largest difference is \(largestDifference)"
    }
    var text = ""
    if !hasEqualSize {
      text = "the size is \(actual.width) × \(actual.height), expected \(expected.width) × \(expected.height); "
    }
    let all = max(actual.width, expected.width) * max(actual.height, expected.height)
    text += "\(differingPixels) of \(all) pixels differ"
    if largestDifference > tolerance { text += ", by up to \(largestDifference)" }
    if let extent {
      text +=
        ", between (\(extent.x.lowerBound), \(extent.y.lowerBound)) and (\(extent.x.upperBound), \(extent.y.upperBound))"
    }
    return text
  }

  mutating func extend(x: ClosedRange<Int>, y: Int) {
    guard let extent else {
      self.extent = Extent(x: x, y: y...y)
      return
    }
    self.extent = Extent(
      x: min(extent.x.lowerBound, x.lowerBound)...max(extent.x.upperBound, x.upperBound),
      y: min(extent.y.lowerBound, y)...max(extent.y.upperBound, y))
  }

  /// The expected picture paled to grey, differing pixels red (the stronger, the larger the difference), pixels of only
  /// one picture blue, and a thin frame around all of them.
  public func differencePicture() -> Picture {
    let width = max(actual.width, expected.width)
    let height = max(actual.height, expected.height)
    var picture = Picture(width: width, height: height, rgba: [UInt8](repeating: 255, count: 4 * width * height))
    for y in 0..<height {
      for x in 0..<width {
        let isActual = x < actual.width && y < actual.height
        let isExpected = x < expected.width && y < expected.height
        guard isActual, isExpected else {
          if isActual || isExpected { picture[x, y] = (70, 110, 230, 255) }
          continue
        }
        let wanted = expected[x, y]
        let difference = channelDifference(actual[x, y], wanted)
        if difference > tolerance {
          let pale = UInt8(140 - min(140, difference))
          picture[x, y] = (225, pale, pale, 255)
        } else {
          let luminance = (299 * Int(wanted.0) + 587 * Int(wanted.1) + 114 * Int(wanted.2)) / 1000
          let onWhite = 255 - (255 - luminance) * Int(wanted.3) / 255
          let pale = UInt8(255 - (255 - onWhite) / 4)
          picture[x, y] = (pale, pale, pale, 255)
        }
      }
    }
    if let extent { picture.frame(extent) }
    return picture
  }
}

extension Picture {
  /// Draws a line of one pixel, four pixels off the box where there is room.
  fileprivate mutating func frame(_ extent: ImageComparison.Extent) {
    let left = extent.x.lowerBound - 4
    let right = extent.x.upperBound + 4
    let top = extent.y.lowerBound - 4
    let bottom = extent.y.upperBound + 4
    for x in max(0, left)...min(width - 1, right) {
      if top >= 0 { self[x, top] = (240, 150, 0, 255) }
      if bottom < height { self[x, bottom] = (240, 150, 0, 255) }
    }
    for y in max(0, top)...min(height - 1, bottom) {
      if left >= 0 { self[left, y] = (240, 150, 0, 255) }
      if right < width { self[right, y] = (240, 150, 0, 255) }
    }
  }
}
