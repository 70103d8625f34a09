/// Addresses that stand in a text without any mark: `http://…`, `https://…`, `www.…` and `name@host`, as GitHub's Markdown
/// finds them (GFM §6.9), but ending before full-width marks and, in the host, before ideographs: 见www.cnipa.gov.cn网站。
struct BareLink: Hashable {
  /// In code points of the text.
  var range: Range<Int>
  var destination: String
}

func bareLinks(in text: [Unicode.Scalar]) -> [BareLink] {
  var links: [BareLink] = []
  let mayBeMail = text.contains("@")
  var at = 0
  while at < text.count {
    // Figures have points as addresses have: most of a text begins none.
    guard mayBeMail || "hHwW".unicodeScalars.contains(text[at]) else {
      at += 1
      continue
    }
    let end = links.last?.range.upperBound ?? 0
    if let link = webLink(text, at) ?? mailLink(text, at, from: end) {
      links.append(link)
      at = link.range.upperBound
    } else {
      at += 1
    }
  }
  return links
}

/// The longest address that is looked for, in code points.
private let addressLimit = 2_048

private func webLink(_ text: [Unicode.Scalar], _ start: Int) -> BareLink? {
  guard start == 0 || !isASCIIAlphanumeric(text[start - 1]) else { return nil }
  let scheme = ["https://", "http://"].first { begins(text, start, $0) }
  guard scheme != nil || begins(text, start, "www.") else { return nil }
  let host = start + (scheme?.unicodeScalars.count ?? 0)
  var end = host
  var isHost = true
  var hostEnd = host
  while end < min(text.count, start + addressLimit), !text[end].properties.isWhitespace, text[end] != "<", !isFullWidthMark(text[end]) {
    if isHost {
      let scalar = text[end]
      if scalar == "/" || scalar == "?" || scalar == "#" || scalar == ":" {
        isHost = false
      } else if scalar.isChinese, end > host, isASCIIAlphanumeric(text[end - 1]), text[host..<end].contains(".") {
        break
      } else {
        hostEnd = end + 1
      }
    }
    end += 1
  }
  end = withoutClosingMarks(text, start..<end)
  let labels = text[host..<min(hostEnd, max(end, host))].split(separator: ".", omittingEmptySubsequences: false)
  guard labels.count >= 2, labels.allSatisfy({ !$0.isEmpty }), !labels.suffix(2).joined().contains("_"),
    labels.joined().allSatisfy({ isASCIIAlphanumeric($0) || $0 == "-" || $0 == "_" || !$0.isASCII })
  else { return nil }
  let address = string(text[start..<end])
  return BareLink(range: start..<end, destination: scheme == nil ? "http://" + address : address)
}

/// `name@host.tld`, looked for from the first character of the name on.
private func mailLink(_ text: [Unicode.Scalar], _ start: Int, from least: Int) -> BareLink? {
  func isName(_ scalar: Unicode.Scalar) -> Bool { isASCIIAlphanumeric(scalar) || ".+-_".unicodeScalars.contains(scalar) }
  guard isName(text[start]), start == least || !isName(text[start - 1]) else { return nil }
  var at = start
  while at < text.count, isName(text[at]) { at += 1 }
  guard at < text.count, text[at] == "@" else { return nil }
  let host = at + 1
  var end = host
  while end < text.count, isASCIIAlphanumeric(text[end]) || text[end] == "-" || text[end] == "_" || text[end] == "." { end += 1 }
  while end > host, text[end - 1] == "." { end -= 1 }
  guard end > host, text[end - 1] != "-", text[end - 1] != "_", text[host..<end].dropFirst().contains(".") else { return nil }
  return BareLink(range: start..<end, destination: "mailto:" + string(text[start..<end]))
}

/// Closing marks of the sentence, and brackets that were not opened inside, are no part of an address.
private func withoutClosingMarks(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Int {
  var end = range.upperBound
  var opened = text[range].reduce(0) { $0 + ($1 == "(" ? 1 : $1 == ")" ? -1 : 0) }
  while end > range.lowerBound {
    let last = text[end - 1]
    if "?!.,:;*_~'\"".unicodeScalars.contains(last) {
      end -= 1
    } else if last == ")", opened < 0 {
      opened += 1
      end -= 1
    } else {
      break
    }
  }
  return end
}

private func begins(_ text: [Unicode.Scalar], _ start: Int, _ head: String) -> Bool {
  var at = start
  for scalar in head.unicodeScalars {
    guard at < text.count, text[at] == scalar || text[at].value | 0x20 == scalar.value && text[at].properties.isAlphabetic
    else { return false }
    at += 1
  }
  return true
}

private func isASCIIAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
  scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
}

private func isFullWidthMark(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x3000...0x3004, 0x3008...0x3020, 0x3030, 0xFE30...0xFE6F, 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40,
    0xFF5B...0xFF65:
    true
  default: scalar.isSharedMark
  }
}

private func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
  var view = String.UnicodeScalarView()
  view.append(contentsOf: scalars)
  return String(view)
}
