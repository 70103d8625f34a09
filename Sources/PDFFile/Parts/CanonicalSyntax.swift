/// Writes values of PDF syntax so that what means the same is the same bytes, whoever wrote it: keys sorted, strings and names as
/// their bytes, numbers without idle signs and zeros (PDF 32000-1, 7.3).
struct CanonicalSyntax {
  private(set) var bytes: [UInt8] = []

  /// - Parameter reference: what stands for an object that is referred to.
  mutating func write(_ value: PDFValue, reference: (Int) -> String) { write(value, depth: 0, reference) }

  /// A word that tells something of the value behind it.
  mutating func write(_ word: String) {
    bytes += word.utf8
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func write(_ value: PDFValue, depth: Int, _ reference: (Int) -> String) {
    if let number = value.reference {
      write("R" + reference(number))
    } else if let items = value.items, depth < deepestValue {
      write("[\(items.count)")
      for item in items { write(item, depth: depth + 1, reference) }
    } else if let dictionary = value.dictionary, depth < deepestValue {
      write(dictionary, depth: depth, reference)
    } else {
      writeAlone(value.bytes)
    }
  }

  private mutating func write(_ dictionary: PDFDictionary, depth: Int, _ reference: (Int) -> String) {
    // An entry that is null is none (7.3.7).
    let entries = dictionary.items.filter { !$0.value.bytes.elementsEqual("null".utf8) }
    let keys = entries.map { decodedName($0.key) }
    write("<\(entries.count)")
    for place in keys.indices.sorted(by: { keys[$0].lexicographicallyPrecedes(keys[$1]) }) {
      counted(keys[place], as: "/")
      write(entries[place].value, depth: depth + 1, reference)
    }
  }

  private mutating func writeAlone(_ value: ArraySlice<UInt8>) {
    switch value.first {
    case UInt8(ascii: "/"): counted(decodedName(value.dropFirst()), as: "/")
    case UInt8(ascii: "("): counted(literalBytes(value), as: "(")
    case UInt8(ascii: "<"): counted(hexBytes(value), as: "(")
    default: counted(plainNumber(value), as: "#")
    }
  }

  /// With its length, so that no two different values are the same bytes.
  private mutating func counted(_ content: [UInt8], as kind: String) {
    bytes += "\(kind)\(content.count):".utf8
    bytes += content
    bytes.append(UInt8(ascii: "\n"))
  }
}

/// Values within values; what lies deeper is taken as it is written.
private let deepestValue = 24

/// A name without its slash and its escapes (7.3.5).
private func decodedName(_ name: ArraySlice<UInt8>) -> [UInt8] {
  guard name.contains(UInt8(ascii: "#")) else { return Array(name) }
  var out: [UInt8] = []
  var rest = name
  while let byte = rest.popFirst() {
    let digits = rest.prefix(2)
    if byte == UInt8(ascii: "#"), digits.count == 2, let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16) {
      out.append(value)
      rest = rest.dropFirst(2)
    } else {
      out.append(byte)
    }
  }
  return out
}

/// `+01.50` as `1.5`; what is no number as it is.
private func plainNumber(_ word: ArraySlice<UInt8>) -> [UInt8] {
  let point = UInt8(ascii: ".")
  let zero = UInt8(ascii: "0")
  let isNegative = word.first == UInt8(ascii: "-")
  let number = isNegative || word.first == UInt8(ascii: "+") ? word.dropFirst() : word
  let parts = number.split(separator: point, maxSplits: 1, omittingEmptySubsequences: false)
  guard number.contains(where: isDigit), parts.allSatisfy({ $0.allSatisfy(isDigit) }) else { return Array(word) }
  let whole = parts[0].drop { $0 == zero }
  var rest = parts.count > 1 ? parts[1] : []
  while rest.last == zero { rest.removeLast() }
  if whole.isEmpty, rest.isEmpty { return [zero] }
  return (isNegative ? [UInt8(ascii: "-")] : []) + (whole.isEmpty ? [zero] : Array(whole)) + (rest.isEmpty ? [] : [point] + rest)
}
