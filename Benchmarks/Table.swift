/// The timings as lines of a table: name, median and fastest in milliseconds, size, and the ratio to a reference.
func table(_ timings: [Timing], reference: String?) -> [String] {
  let compared = timings.first { $0.name == reference }
  let width = timings.map(\.name.count).max() ?? 0
  let head = padded("", width) + "  median ms   fastest ms        size" + (compared.map { "   of \($0.name)" } ?? "")
  let rows = timings.map { timing in
    var row = timing.name + String(repeating: " ", count: width - timing.name.count)
    row += padded(milliseconds(timing.median), 11)
    row += padded(timing.rounds.min().map(milliseconds) ?? "", 13)
    row += padded(String(timing.size), 12)
    if let compared { row += padded(timing.ratio(to: compared).map { fixed($0, 2) } ?? "-", 8) }
    return row
  }
  return [head] + rows
}

private func milliseconds(_ time: Duration) -> String { fixed(time / .milliseconds(1), 2) }

/// A number of zero or more with `digits` decimals.
private func fixed(_ value: Double, _ digits: Int) -> String {
  var scale = 1
  for _ in 0..<digits { scale *= 10 }
  let scaled = Int((value * Double(scale)).rounded())
  let decimals = String(scaled % scale)
  return "\(scaled / scale)." + String(repeating: "0", count: digits - decimals.count) + decimals
}

private func padded(_ text: String, _ width: Int) -> String {
  String(repeating: " ", count: max(0, width - text.count)) + text
}
