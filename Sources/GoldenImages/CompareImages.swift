/// Compares two pictures pixel by pixel.
///
/// Colours are compared as they are seen, multiplied by their alpha: two clear pixels are alike whatever their colour.
/// Where the pictures differ in size, every pixel that only one of them has counts as different.
/// `tolerance` is the largest difference of one channel that is forgiven, 0 to 255.
public func compareImages(actual: Picture, expected: Picture, tolerance: Int = 1) -> ImageComparison {
  compareImages(actual: actual, expected: expected, rules: .tolerance(tolerance))
}

/// As ``compareImages(actual:expected:tolerance:)``, with regions, smoothed edges and other measures.
public func compareImages(actual: Picture, expected: Picture, rules: ComparisonRules) -> ImageComparison {
  var comparison = ImageComparison(actual: actual, expected: expected, rules: rules)
  if actual == expected { return comparison }
  let common = (width: min(actual.width, expected.width), height: min(actual.height, expected.height))
  let found = unsafe actual.rgba.span.bytes
  let wanted = unsafe expected.rgba.span.bytes
  for y in 0..<common.height {
    let a = 4 * y * actual.width
    let b = 4 * y * expected.width
    var x = 0
    while x < common.width {
      // Most pixels are alike: two at a time.
      while x + 2 <= common.width,
        unsafe found.unsafeLoadUnaligned(fromByteOffset: a + 4 * x, as: UInt64.self)
          == wanted.unsafeLoadUnaligned(fromByteOffset: b + 4 * x, as: UInt64.self)
      { x += 2 }
      guard x < common.width else { break }
      let pair = unsafe (
        found.unsafeLoadUnaligned(fromByteOffset: a + 4 * x, as: UInt32.self),
        wanted.unsafeLoadUnaligned(fromByteOffset: b + 4 * x, as: UInt32.self)
      )
      if pair.0 != pair.1 { comparison.consider(x, y, rgba(pair.0), rgba(pair.1)) }
      x += 1
    }
  }
  comparison.addRest(common)
  return comparison
}

/// The bytes of a pixel as they lie in memory.
private func rgba(_ pixel: UInt32) -> RGBA {
  let p = pixel.littleEndian
  return (
    UInt8(truncatingIfNeeded: p), UInt8(truncatingIfNeeded: p >> 8), UInt8(truncatingIfNeeded: p >> 16),
    UInt8(truncatingIfNeeded: p >> 24)
  )
}

/// The largest difference of the four channels, colours multiplied by alpha.
private func channelDifference(_ a: RGBA, _ b: RGBA) -> Int {
  if a.3 == 255, b.3 == 255 {
    return max(abs(Int(a.0) - Int(b.0)), abs(Int(a.1) - Int(b.1)), abs(Int(a.2) - Int(b.2)))
  }
  func seen(_ channel: UInt8, _ alpha: UInt8) -> Int { (Int(channel) * Int(alpha) + 127) / 255 }
  return max(
    abs(seen(a.0, a.3) - seen(b.0, b.3)), abs(seen(a.1, a.3) - seen(b.1, b.3)), abs(seen(a.2, a.3) - seen(b.2, b.3)),
    abs(Int(a.3) - Int(b.3)))
}

typealias RGBA = (UInt8, UInt8, UInt8, UInt8)

/// How a picture differs from the expected one.
public struct ImageComparison: Sendable {
  /// What was made.
  public let actual: Picture
  /// What it should be.
  public let expected: Picture
  /// What is forgiven.
  public let rules: ComparisonRules
  /// Pixels that differ by more than the rules forgive, and pixels of one picture only.
  public private(set) var differingPixels = 0
  /// Differing pixels forgiven as another smoothing of the same edge.
  public private(set) var smoothedPixels = 0
  /// The largest difference of one channel within the common area, forgiven ones included, regions left out aside.
  public private(set) var largestDifference = 0
  /// The smallest box around the differing pixels.
  public private(set) var extent: PixelExtent?

  init(actual: Picture, expected: Picture, rules: ComparisonRules) {
    self.actual = actual
    self.expected = expected
    self.rules = rules
  }

  /// Whether both have as many columns and rows.
  public var hasEqualSize: Bool { actual.width == expected.width && actual.height == expected.height }
  /// Whether the differing pixels are no more than the rules allow, and the sizes equal.
  public var matches: Bool { differingPixels <= rules.allowedPixels && hasEqualSize }

  /// One line: `142 of 10000 pixels differ, by up to 87, between (10, 4) and (31, 12)`.
  public var summary: String {
    if matches {
      let forgiven = [
        differingPixels > 0 ? "\(differingPixels) differing pixels are allowed" : nil,
        smoothedPixels > 0 ? "\(smoothedPixels) pixels are smoothed another way" : nil,
      ].compactMap { $0 }
      guard largestDifference > 0 else { return "the pictures are equal" }
      return (["the pictures match; the largest difference is \(largestDifference)"] + forgiven).joined(separator: ", ")
    }
    var text = ""
    if !hasEqualSize {
      text = "the size is \(actual.width) × \(actual.height), expected \(expected.width) × \(expected.height); "
    }
    let all = max(actual.width, expected.width) * max(actual.height, expected.height)
    text += "\(differingPixels) of \(all) pixels differ"
    if largestDifference > 0 { text += ", by up to \(largestDifference)" }
    if let extent {
      text +=
        ", between (\(extent.x.lowerBound), \(extent.y.lowerBound)) and (\(extent.x.upperBound), \(extent.y.upperBound))"
    }
    return text
  }

  /// A pixel of both pictures whose bytes are not the same.
  fileprivate mutating func consider(_ x: Int, _ y: Int, _ found: RGBA, _ wanted: RGBA) {
    guard let measure = measure(x, y) else { return }
    let difference = channelDifference(found, wanted)
    largestDifference = max(largestDifference, difference)
    guard differs((found, wanted), difference, measure) else { return }
    if isForgiven(x, y) {
      smoothedPixels += 1
      return
    }
    add(x...x, y)
  }

  /// Whether a differing pixel is another smoothing of the same edge, where that is forgiven.
  private func isForgiven(_ x: Int, _ y: Int) -> Bool {
    rules.forgivesAntialiasing && (actual.isSmoothed(x, y, beside: expected) || expected.isSmoothed(x, y, beside: actual))
  }

  /// Pixels that only one picture has.
  fileprivate mutating func addRest(_ common: (width: Int, height: Int)) {
    for y in 0..<max(actual.height, expected.height) {
      let from = y < common.height ? common.width : 0
      let to = max(y < actual.height ? actual.width : 0, y < expected.height ? expected.width : 0)
      if from < to { add(from...(to - 1), y) }
    }
  }

  private mutating func add(_ x: ClosedRange<Int>, _ y: Int) {
    differingPixels += x.count
    guard let extent else {
      self.extent = PixelExtent(x: x, y: y...y)
      return
    }
    self.extent = PixelExtent(
      x: min(extent.x.lowerBound, x.lowerBound)...max(extent.x.upperBound, x.upperBound),
      y: min(extent.y.lowerBound, y)...max(extent.y.upperBound, y))
  }

  private func measure(_ x: Int, _ y: Int) -> ComparisonRules.Measure? {
    for region in rules.regions.reversed() where region.extent.contains(x, y) { return region.measure }
    return rules.measure
  }

  /// - Parameter difference: that of the channels.
  private func differs(_ pair: (RGBA, RGBA), _ difference: Int, _ measure: ComparisonRules.Measure) -> Bool {
    switch measure {
    case .channels(let tolerance): difference > tolerance
    case .perceived(let tolerance): perceivedDifference(pair.0, pair.1) > tolerance
    }
  }

  /// The expected picture paled to grey, differing pixels red (the stronger, the larger the difference), those
  /// forgiven as another smoothing faintly, pixels of only one picture blue, regions left out yellowish, and a thin frame around all that differs.
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
        let pair = (actual[x, y], wanted)
        let measure = measure(x, y)
        let difference = channelDifference(pair.0, pair.1)
        if let measure, differs(pair, difference, measure), isForgiven(x, y) {
          // Another smoothing of the same edge.
          picture[x, y] = (250, 215, 215, 255)
        } else if let measure, differs(pair, difference, measure) {
          let pale = UInt8(140 - min(140, difference))
          picture[x, y] = (225, pale, pale, 255)
        } else {
          let luminance = (299 * Int(wanted.0) + 587 * Int(wanted.1) + 114 * Int(wanted.2)) / 1000
          let onWhite = 255 - (255 - luminance) * Int(wanted.3) / 255
          let pale = UInt8(255 - (255 - onWhite) / 4)
          // What is left out stands under a yellow veil.
          picture[x, y] = measure == nil ? (pale, pale, UInt8(Int(pale) * 3 / 4), 255) : (pale, pale, pale, 255)
        }
      }
    }
    if let extent { picture.frame(extent) }
    return picture
  }
}

extension Picture {
  /// Draws a line of one pixel, four pixels off the box where there is room.
  fileprivate mutating func frame(_ extent: PixelExtent) {
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
