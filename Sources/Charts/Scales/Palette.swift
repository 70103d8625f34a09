import Geometry
import Scales

/// Colours of a range, from a scheme's name or a list.
struct Palette: Sendable {
  private var scheme: ColorScheme

  static func named(_ name: String) -> Palette? { ColorScheme.named(name).map { Palette(scheme: $0) } }

  private init(scheme: ColorScheme) { self.scheme = scheme }

  /// A ramp through written colours.
  init(ramp colors: [Color]) {
    scheme = ColorScheme(name: "", kind: .sequential, colors: colors.map(\.components))
  }

  /// - Parameters:
  ///   - count: how many colours; nil: the stops as they stand.
  ///   - extent: the part of a ramp that is taken, as two shares.
  func colors(count: Int?, extent: [Double]? = nil) -> [Color] {
    if scheme.kind == .categorical { return scheme.colors.map { Color($0) } }
    if let extent, extent.count == 2 {
      // So many colours stand between the ends of the part, a ramp goes from end to end.
      let steps = count.map { $0 + 1 } ?? max(2, scheme.colors.count) - 1
      let places = count.map { Array(1...max(1, $0)) } ?? Array(0...steps)
      return places.map { place in
        let share = Double(place) / Double(steps)
        return Color(scheme.color(at: extent[0] + (extent[1] - extent[0]) * share))
      }
    }
    guard let count else { return scheme.colors.map { Color($0) } }
    return scheme.colors(count: count).map { Color($0) }
  }
}

extension Color {
  init(_ color: RGBColor) {
    let bytes = color.bytes
    self.init(
      red: bytes.red, green: bytes.green, blue: bytes.blue, alpha: UInt8(max(0, min(255, (color.opacity * 255).rounded()))))
  }
  var components: RGBColor {
    RGBColor(red: Double(red), green: Double(green), blue: Double(blue), opacity: Double(alpha) / 255)
  }
}

/// How a scale's `interpolate` mixes colours; nil for a space that is not known.
func colorMixing(_ name: String, gamma: Double = 1) -> (@Sendable (Color, Color, Double) -> Color)? {
  guard let space = ColorSpace(rawValue: name) else { return nil }
  return { a, b, t in Color(mixed(a.components, b.components, t, in: space, gamma: gamma)) }
}
