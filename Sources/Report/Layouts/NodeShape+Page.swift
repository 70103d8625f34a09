import Diagnostics
package import Geometry
package import StructuredData

extension NodeShape where Value == Length {
  /// A length: a number of points, or a text with `pt`, `mm` or `px` (1 px is 1 pt of the scene).
  package static var length: Self {
    .init(
      "a length such as 10.5, 12pt, 210mm or 1200px",
      accepts: { $0.kind == .number || $0.kind == .string },
      schema: { _ in
        .mapping([
          (
            "oneOf",
            .sequence([
              .mapping([("type", .string("number"))]),
              .mapping([("type", .string("string")), ("pattern", .string("^[0-9.]+(pt|mm|px)$"))]),
            ])
          )
        ])
      },
      decode: { node, findings in
        if let length = node.text.flatMap(Length.init(text:)) { return length }
        findings.mismatch(node, expected: "a length such as 10.5, 12pt, 210mm or 1200px")
        return nil
      })
  }

  /// A length from `range`, in points.
  package static func length(in range: ClosedRange<Double>) -> Self {
    var copy = length
    let decode = copy.decode
    copy.decode = { node, findings in
      guard let length = decode(node, &findings) else { return nil }
      if range.contains(length.points) { return length }
      findings.add(
        .error(
          "field.range", "\(node.text ?? "this") is out of range", at: node.span,
          hint: "from \(short(range.lowerBound)) to \(short(range.upperBound)) pt"))
      return nil
    }
    return copy
  }
}

extension NodeShape where Value == Color {
  /// `#RRGGBB` or `#RRGGBBAA`.
  package static var color: Self {
    .init(
      "a colour such as #0A3566", accepts: { $0.kind == .string },
      schema: { _ in
        .mapping([("type", .string("string")), ("pattern", .string("^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})$"))])
      },
      decode: { node, findings in
        if let color = node.string.flatMap(Color.init(hex:)) { return color }
        findings.mismatch(node, expected: "a colour such as #0A3566")
        return nil
      })
  }
}

private func short(_ value: Double) -> String { value == value.rounded() ? String(Int(value)) : String(value) }

extension Length {
  /// Reads `10.5`, `12pt`, `210mm`, `1200px`; nil for anything else, for negative lengths and for more than 100,000 pt.
  package init?(text: String) {
    let units: [(String, Double)] = [("pt", 1), ("px", 1), ("mm", 72 / 25.4), ("cm", 720 / 25.4), ("in", 72)]
    var number = text
    var factor = 1.0
    for (suffix, value) in units where text.hasSuffix(suffix) {
      number = String(text.dropLast(suffix.count))
      factor = value
    }
    guard let value = Double(number), value.isFinite, value >= 0, value * factor <= 100_000 else { return nil }
    self = .pt(value * factor)
  }
}
