import Diagnostics
import Scales
import StructuredData

extension Findings {
  /// Reports each number format of a spec or a look that is wider than any place on a page: of axes, legends, headers, labels and the
  /// configuration alike. Keys of data are data.
  mutating func checkFormatWidths(in node: Node) {
    for item in node.sequence ?? [] { checkFormatWidths(in: item) }
    for entry in node.mapping?.entries ?? [] where !["data", "datasets", "values"].contains(entry.key) {
      if let format = entry.value.string {
        guard entry.key.lowercased().hasSuffix("format"), NumberFormat.isTooWide(format) else { continue }
        add(
          .error(
            "format.width", "“\(format.prefix(40))” asks for numbers wider than \(NumberFormat.mostWidth) characters", at: entry.value.span,
            hint: "write the format without its width"))
      } else {
        checkFormatWidths(in: entry.value)
      }
    }
  }
}
