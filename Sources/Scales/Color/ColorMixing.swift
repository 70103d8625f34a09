/// The space in which two colours are mixed; `long` ones go the long way round the hues.
package enum ColorSpace: String, Hashable, Sendable, CaseIterable {
  case rgb, hsl, lab, hcl, cubehelix
  case hslLong = "hsl-long"
  case hclLong = "hcl-long"
  case cubehelixLong = "cubehelix-long"
}

/// The colour between `a` (at 0) and `b` (at 1), as d3-interpolate mixes: a component that one colour does not have is
/// the other's.
///
/// - Parameter gamma: of `rgb` and of cubehelix' lightness; 1 mixes evenly.
package func mixed(_ a: RGBColor, _ b: RGBColor, _ t: Double, in space: ColorSpace, gamma: Double = 1) -> RGBColor {
  func mix(_ x: Double, _ y: Double) -> Double { x.isNaN ? y : y.isNaN ? x : x + t * (y - x) }
  func hue(_ x: Double, _ y: Double, isLong: Bool) -> Double {
    let span = y - x
    if x.isNaN || y.isNaN || isLong { return mix(x, y) }
    return x + t * (span > 180 || span < -180 ? span - 360 * (span / 360 + 0.5).rounded(.down) : span)
  }
  let opacity = mix(a.opacity, b.opacity)
  switch space {
  case .rgb:
    func channel(_ x: Double, _ y: Double) -> Double {
      if gamma == 1 || x == y || x.isNaN || y.isNaN { return mix(x, y) }
      return power(mix(power(x, gamma), power(y, gamma)), 1 / gamma)
    }
    return RGBColor(
      red: channel(a.red, b.red), green: channel(a.green, b.green), blue: channel(a.blue, b.blue), opacity: opacity)
  case .hsl, .hslLong:
    let (x, y) = (a.hsl, b.hsl)
    return .hsl(
      hue(x.hue, y.hue, isLong: space == .hslLong), mix(x.saturation, y.saturation), mix(x.lightness, y.lightness),
      opacity: opacity)
  case .lab:
    let (x, y) = (a.lab, b.lab)
    return .lab(mix(x.lightness, y.lightness), mix(x.a, y.a), mix(x.b, y.b), opacity: opacity)
  case .hcl, .hclLong:
    let (x, y) = (a.hcl, b.hcl)
    return .hcl(
      hue(x.hue, y.hue, isLong: space == .hclLong), mix(x.chroma, y.chroma), mix(x.luminance, y.luminance),
      opacity: opacity)
  case .cubehelix, .cubehelixLong:
    let (x, y) = (a.cubehelix, b.cubehelix)
    let lightness = gamma == 1 ? t : power(t, gamma)
    return .cubehelix(
      hue(x.hue, y.hue, isLong: space == .cubehelixLong), mix(x.saturation, y.saturation),
      x.lightness + lightness * (y.lightness - x.lightness), opacity: opacity)
  }
}
