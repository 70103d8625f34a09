/// Where a newspaper's correspondent wrote, in front of the text: （中央社台北20日電）, 新华社北京10月14日电.
enum Datelines {
  /// A text without the dateline that opens it.
  static func withoutDateline(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let folded = Array(text.prefix(longest)).folded
    guard let first = folded.first else { return text }
    if let closing = brackets[first], let close = folded.firstIndex(of: closing), close > 2,
      signs.contains(where: { sign in String(scalars: folded[1..<close]).contains(sign) })
    {
      return Array(text[(close + 1)...])
    }
    for sign in ["日电", "日讯", "日消息"] {
      let scalars = Array(sign.unicodeScalars)
      guard folded.count > scalars.count + 2,
        let at = (2..<(folded.count - scalars.count)).first(where: { folded[$0...].starts(with: scalars) }),
        folded[at - 1].isDigit, !folded[..<at].contains(where: { "，。,;；".unicodeScalars.contains($0) })
      else { continue }
      return Array(text[(at + scalars.count)...])
    }
    return text
  }

  private static let longest = 44
  private static let brackets: [Unicode.Scalar: Unicode.Scalar] = ["(": ")", "〔": "〕", "【": "】", "[": "]"]
  private static let signs = ["电", "讯", "报导", "报道", "记者"]
}
