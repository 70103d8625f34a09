/// How different two pixels look on white, 0 to 1; see ``ComparisonRules/Measure/perceived(_:)``.
func perceivedDifference(_ a: RGBA, _ b: RGBA) -> Double {
  let (y1, i1, q1) = yiq(a)
  let (y2, i2, q2) = yiq(b)
  let (dy, di, dq) = (y1 - y2, i1 - i2, q1 - q2)
  return (0.5053 * dy * dy + 0.299 * di * di + 0.1957 * dq * dq).squareRoot() / furthest
}

/// Between black and white, the two pixels furthest apart.
private let furthest = (0.5053 * 255 * 255).squareRoot()

/// Luma and the two colour differences of NTSC, of a pixel laid on white.
private func yiq(_ pixel: RGBA) -> (Double, Double, Double) {
  let alpha = Double(pixel.3) / 255
  func onWhite(_ channel: UInt8) -> Double { 255 + (Double(channel) - 255) * alpha }
  let (r, g, b) = (onWhite(pixel.0), onWhite(pixel.1), onWhite(pixel.2))
  return (
    0.29889531 * r + 0.58662247 * g + 0.11448223 * b, 0.59597799 * r - 0.27417610 * g - 0.32180189 * b,
    0.21147017 * r - 0.52261711 * g + 0.31114694 * b
  )
}

extension Picture {
  /// Whether the pixel looks like a smoothed edge: among its eight neighbours are at most two of its own colour, a
  /// darker and a brighter one, and the darkest or the brightest stands in a plain part of both pictures.
  func isSmoothed(_ x: Int, _ y: Int, beside other: Picture) -> Bool {
    let own = luma(x, y)
    var alike = isAtBorder(x, y) ? 1 : 0
    var (darkest, brightest) = ((0.0, x, y), (0.0, x, y))
    for row in rows(around: y) {
      for column in columns(around: x) where (column, row) != (x, y) {
        let step = luma(column, row) - own
        if step == 0 {
          alike += 1
          if alike > 2 { return false }
        } else if step < darkest.0 {
          darkest = (step, column, row)
        } else if step > brightest.0 {
          brightest = (step, column, row)
        }
      }
    }
    if darkest.0 == 0 || brightest.0 == 0 { return false }
    return [darkest, brightest].contains { isPlain($0.1, $0.2) && other.isPlain($0.1, $0.2) }
  }

  /// Whether at least three of the neighbours have the same colour.
  private func isPlain(_ x: Int, _ y: Int) -> Bool {
    guard x < width, y < height else { return false }
    let own = self[x, y]
    var alike = isAtBorder(x, y) ? 1 : 0
    for row in rows(around: y) {
      for column in columns(around: x) where (column, row) != (x, y) && self[column, row] == own { alike += 1 }
    }
    return alike > 2
  }

  private func isAtBorder(_ x: Int, _ y: Int) -> Bool { x == 0 || y == 0 || x == width - 1 || y == height - 1 }

  private func rows(around y: Int) -> ClosedRange<Int> { max(0, y - 1)...min(height - 1, y + 1) }

  private func columns(around x: Int) -> ClosedRange<Int> { max(0, x - 1)...min(width - 1, x + 1) }

  private func luma(_ x: Int, _ y: Int) -> Double { yiq(self[x, y]).0 }
}
