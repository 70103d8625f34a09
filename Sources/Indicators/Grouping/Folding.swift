/// A name for comparison: simplified, ASCII in lower case and half width, without spaces and quotation marks.
package func folded(_ text: String) -> String {
  var out = String.UnicodeScalarView()
  for scalar in simplified(text).unicodeScalars {
    switch scalar.value {
    case 0x41...0x5A: out.append(Unicode.Scalar(UInt8(scalar.value + 0x20)))
    case 0xFF21...0xFF3A: out.append(Unicode.Scalar(UInt8(scalar.value - 0xFF21 + 0x61)))
    case 0xFF01...0xFF5E: out.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
    case 0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x3000, 0x201C, 0x201D, 0x2018, 0x2019, 0x22, 0x300C, 0x300D: continue
    default: out.append(scalar)
    }
  }
  return String(out)
}

/// An area for comparison: 广东省 is 广东, 我国 and 中国 are 全国, none is empty.
package func foldedArea(_ area: String?) -> String {
  guard let area else { return "" }
  let name = folded(area)
  if ["我国", "中国", "国内", "全国", "china"].contains(name) { return "全国" }
  if ["世界", "全球"].contains(name) { return "全球" }
  for suffix in ["壮族自治区", "回族自治区", "维吾尔自治区", "自治区", "特别行政区", "省", "市"]
  where name.hasSuffix(suffix) && name.unicodeScalars.count >= suffix.unicodeScalars.count + 2 {
    return String(name.dropLast(suffix.count))
  }
  return name
}

/// Dice coefficient of the bigrams, 0 to 1.
package func resemblance(_ a: String, _ b: String) -> Double {
  let (left, right) = (bigrams(a), bigrams(b))
  guard !left.isEmpty, !right.isEmpty else { return a == b ? 1 : 0 }
  var counts: [[Unicode.Scalar]: Int] = [:]
  for pair in left { counts[pair, default: 0] += 1 }
  var shared = 0
  for pair in right {
    guard let count = counts[pair], count > 0 else { continue }
    counts[pair] = count - 1
    shared += 1
  }
  return Double(2 * shared) / Double(left.count + right.count)
}

private func bigrams(_ text: String) -> [[Unicode.Scalar]] {
  let scalars = Array(text.unicodeScalars)
  guard scalars.count > 1 else { return [] }
  return (1..<scalars.count).map { [scalars[$0 - 1], scalars[$0]] }
}
