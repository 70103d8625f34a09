/// Colour spaces that colours are mixed in (d3-color's definitions). Angles are in degrees; a component that a grey does
/// not have is NaN.
extension RGBColor {
  // MARK: HSL

  package static func hsl(_ hue: Double, _ saturation: Double, _ lightness: Double, opacity: Double = 1) -> RGBColor {
    let hue = (hue.isNaN ? 0 : hue).truncatingRemainder(dividingBy: 360) + (hue < 0 ? 360 : 0)
    let saturation = hue.isNaN || saturation.isNaN ? 0 : saturation
    let high = lightness + (lightness < 0.5 ? lightness : 1 - lightness) * saturation
    let low = 2 * lightness - high
    func channel(_ h: Double) -> Double {
      (h < 60 ? low + (high - low) * h / 60 : h < 180 ? high : h < 240 ? low + (high - low) * (240 - h) / 60 : low) * 255
    }
    return RGBColor(
      red: channel(hue >= 240 ? hue - 240 : hue + 120), green: channel(hue),
      blue: channel(hue < 120 ? hue + 240 : hue - 120), opacity: opacity)
  }

  package var hsl: (hue: Double, saturation: Double, lightness: Double) {
    let (r, g, b) = (red / 255, green / 255, blue / 255)
    let (low, high) = (min(r, g, b), max(r, g, b))
    let span = high - low
    let lightness = (high + low) / 2
    guard span > 0 else { return (.nan, lightness > 0 && lightness < 1 ? 0 : .nan, lightness) }
    let hue = r == high ? (g - b) / span + (g < b ? 6 : 0) : g == high ? (b - r) / span + 2 : (r - g) / span + 4
    return (hue * 60, span / (lightness < 0.5 ? high + low : 2 - high - low), lightness)
  }

  // MARK: CIELAB with the white point D50

  private static let white = (x: 0.96422, y: 1.0, z: 0.82521)

  package static func lab(_ lightness: Double, _ a: Double, _ b: Double, opacity: Double = 1) -> RGBColor {
    func inverse(_ t: Double) -> Double { t > 6.0 / 29 ? t * t * t : 3 * (6.0 / 29) * (6.0 / 29) * (t - 4.0 / 29) }
    let fy = (lightness + 16) / 116
    let x = white.x * inverse(a.isNaN ? fy : fy + a / 500)
    let y = white.y * inverse(fy)
    let z = white.z * inverse(b.isNaN ? fy : fy - b / 200)
    return RGBColor(
      red: channel(ofLight: 3.1338561 * x - 1.6168667 * y - 0.4906146 * z),
      green: channel(ofLight: -0.9787684 * x + 1.9161415 * y + 0.0334540 * z),
      blue: channel(ofLight: 0.0719453 * x - 0.2289914 * y + 1.4052427 * z), opacity: opacity)
  }

  package var lab: (lightness: Double, a: Double, b: Double) {
    func forward(_ t: Double) -> Double {
      let bound = (6.0 / 29) * (6.0 / 29) * (6.0 / 29)
      return t > bound ? power(t, 1.0 / 3) : t / (3 * (6.0 / 29) * (6.0 / 29)) + 4.0 / 29
    }
    let (r, g, b) = (linearLight(red), linearLight(green), linearLight(blue))
    let y = forward((0.2225045 * r + 0.7168786 * g + 0.0606169 * b) / Self.white.y)
    if red == green && green == blue { return (116 * y - 16, 0, 0) }
    let x = forward((0.4360747 * r + 0.3850649 * g + 0.1430804 * b) / Self.white.x)
    let z = forward((0.0139322 * r + 0.0971045 * g + 0.7141733 * b) / Self.white.z)
    return (116 * y - 16, 500 * (x - y), 200 * (y - z))
  }

  // MARK: HCL: CIELAB in polar form

  package static func hcl(_ hue: Double, _ chroma: Double, _ luminance: Double, opacity: Double = 1) -> RGBColor {
    if hue.isNaN { return lab(luminance, 0, 0, opacity: opacity) }
    let angle = hue * .pi / 180
    return lab(luminance, cosine(angle) * chroma, sine(angle) * chroma, opacity: opacity)
  }

  package var hcl: (hue: Double, chroma: Double, luminance: Double) {
    let (l, a, b) = lab
    if a == 0 && b == 0 { return (.nan, l > 0 && l < 100 ? 0 : .nan, l) }
    let hue = arcTangent(b, a) * 180 / .pi
    return (hue < 0 ? hue + 360 : hue, (a * a + b * b).squareRoot(), l)
  }

  // MARK: Cubehelix (D. A. Green, "A colour scheme for the display of astronomical intensity images", 2011)

  package static func cubehelix(
    _ hue: Double, _ saturation: Double, _ lightness: Double, opacity: Double = 1
  ) -> RGBColor {
    let angle = hue.isNaN ? 0 : (hue + 120) * .pi / 180
    let amplitude = saturation.isNaN ? 0 : saturation * lightness * (1 - lightness)
    let (c, s) = (cosine(angle), sine(angle))
    return RGBColor(
      red: 255 * (lightness + amplitude * (-0.14861 * c + 1.78277 * s)),
      green: 255 * (lightness + amplitude * (-0.29227 * c - 0.90649 * s)),
      blue: 255 * (lightness + amplitude * (1.97294 * c)), opacity: opacity)
  }

  package var cubehelix: (hue: Double, saturation: Double, lightness: Double) {
    let (r, g, b) = (red / 255, green / 255, blue / 255)
    let (A, B, C, D, E) = (-0.14861, 1.78277, -0.29227, -0.90649, 1.97294)
    let l = (-(B * C - D * A) * -1 * b + E * D * r - E * B * g) / (B * C - D * A + E * D - E * B)
    let bl = b - l
    let k = (E * (g - l) - C * bl) / D
    let size = (k * k + bl * bl).squareRoot()
    let saturation = size / (E * l * (1 - l))
    let hue = saturation > 0 ? arcTangent(k, bl) * 180 / .pi - 120 : .nan
    return (hue < 0 ? hue + 360 : hue, saturation, l)
  }
}
