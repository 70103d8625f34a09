/// A named set of colours: those of Vega's schemes (vega.github.io/vega/docs/schemes).
package struct ColorScheme: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable { case categorical, sequential, diverging, cyclic }
  package var name: String
  package var kind: Kind
  /// The colours of categories in order, or the stops of a ramp at equal distances.
  package var colors: [RGBColor]

  package init(name: String, kind: Kind, colors: [RGBColor]) {
    self.name = name
    self.kind = kind
    self.colors = colors
  }

  /// A scheme by name, in any case of letters; `blues-3` and `set1-3` are the first with so many colours.
  package static func named(_ name: String) -> ColorScheme? {
    let key = name.lowercased()
    if let scheme = schemes[key] { return scheme }
    guard let dash = key.lastIndex(of: "-"), let count = Int(key[key.index(after: dash)...]), (1...100).contains(count),
      let scheme = schemes[String(key[..<dash])]
    else { return nil }
    return ColorScheme(name: name, kind: .categorical, colors: scheme.colors(count: count))
  }

  /// All names, for messages and editors.
  package static var names: [String] { schemes.values.map(\.name).sorted() }

  /// The colour at a share of the ramp, 0…1, mixed in RGB between its stops.
  package func color(at share: Double) -> RGBColor {
    guard let last = colors.last, share.isFinite else { return RGBColor(red: 0, green: 0, blue: 0) }
    let place = max(0, min(1, share)) * Double(colors.count - 1)
    let index = min(Int(place), max(0, colors.count - 2))
    guard colors.count > 1 else { return last }
    return mixed(colors[index], colors[index + 1], place - Double(index), in: .rgb)
  }

  /// So many colours: of a set the first ones, again from the start when it has fewer; of a ramp those at the inner
  /// (count + 1)ths, as Vega takes them for discrete scales.
  package func colors(count: Int) -> [RGBColor] {
    if kind == .categorical { return colors.isEmpty ? [] : (0..<max(0, count)).map { colors[$0 % colors.count] } }
    return (0..<max(0, count)).map { color(at: Double($0 + 1) / Double(count + 1)) }
  }

  private static let schemes: [String: ColorScheme] = {
    var schemes: [String: ColorScheme] = [:]
    var kind = Kind.categorical
    for line in colorSchemeTable.split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.count == 1, line.hasSuffix(":") { kind = Kind(rawValue: String(words[0].dropLast())) ?? kind }
      guard words.count == 2 else { continue }
      let digits = Array(words[1])
      let colors = stride(from: 0, to: digits.count - 5, by: 6).compactMap { RGBColor("#" + String(digits[$0..<$0 + 6])) }
      let name = String(words[0])
      schemes[name.lowercased()] = ColorScheme(name: name, kind: kind, colors: colors)
    }
    return schemes
  }()
}
