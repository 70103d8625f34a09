import Geometry
import Scales

/// A colour scheme by Vega's name: colours of categories, or stops of a ramp.
struct Palette: Hashable, Sendable {
  var name: String
  var stops: [Color]
  var isCategorical: Bool

  static func named(_ name: String) -> Palette? {
    let known: [String: (String, Bool)] = [
      "tableau10": ("4c78a8f58518e4575672b7b254a24beeca3bb279a2ff9da69d755dbab0ac", true),
      "blues": ("cfe1f2bed8eca8cee58fc1de74b2d75ba3cf4592c63181bd206fb2125ca40a4a90", false),
    ]
    guard let (hex, isCategorical) = known[name.lowercased()] else { return nil }
    let digits = Array(hex)
    let colors = stride(from: 0, to: digits.count, by: 6).compactMap { Color(hex: "#" + String(digits[$0..<$0 + 6])) }
    return Palette(name: name, stops: colors, isCategorical: isCategorical)
  }

  /// - Parameters:
  ///   - count: how many colours; nil: as they stand.
  ///   - extent: the part of a ramp that is taken, as two shares.
  func colors(count: Int?, extent: [Double]? = nil) -> [Color] {
    if isCategorical { return stops }
    let ends = extent.flatMap { $0.count == 2 ? ($0[0], $0[1]) : nil } ?? (0, 1)
    let count = count ?? (extent == nil ? stops.count : max(2, stops.count))
    if count == stops.count, extent == nil { return stops }
    guard count > 1 else { return [color(at: ends.0 + (ends.1 - ends.0) * 0.5)] }
    return (0..<count).map { color(at: ends.0 + (ends.1 - ends.0) * Double($0) / Double(count - 1)) }
  }

  private func color(at share: Double) -> Color {
    let place = max(0, min(1, share)) * Double(stops.count - 1)
    let index = max(0, min(stops.count - 2, Int(place)))
    guard stops.count > 1 else { return stops.first ?? .black }
    return stops[index].mixed(with: stops[index + 1], place - Double(index))
  }
}

func colorMixing(_ name: String) -> (@Sendable (Color, Color, Double) -> Color)? { nil }
