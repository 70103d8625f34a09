extension Destination {
  /// The scheme of an address that no file may lead to; empty where it has characters that no address may have, and for a
  /// place that the document does not print; nil where the destination is allowed: a place of the document, `http`, `https`, `mailto`, or a relative address. Everything else
  /// (`javascript:`, `data:`, `file:` …) could run or read something in the reader's program, and `//` leads to another machine (a
  /// backslash counts as a slash there).
  package var refusedScheme: String? {
    if case .unprinted = self { return "" }
    guard case .uri(let uri) = self else { return nil }
    // Browsers drop tabs and line ends before they look at the scheme, so an address that holds one is none.
    guard uri.unicodeScalars.allSatisfy({ $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }) else { return "" }
    if uri.hasPrefix("//") || uri.contains("\\") { return "//" }
    let head = uri.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard let colon = head.firstIndex(of: ":") else { return nil }
    let scheme = head[..<colon].lowercased()
    return ["http", "https", "mailto"].contains(scheme) ? nil : scheme
  }

  package var isUnprinted: Bool { if case .unprinted = self { true } else { false } }
}
