/// Resolves a plain scalar by the core schema of YAML 1.2 (§10.3.2): `no`, `on` and `yes` stay texts. So do the numbers
/// that JSON cannot say (`0x1F`, `0o17`, `.inf`, `.nan`).
func coreSchemaValue(ofPlain text: String) -> Node.Value {
  guard let first = text.utf8.first else { return .null }
  switch first {
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."):
    return isCoreSchemaNumber(text) ? .number(text) : .string(text)
  case UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "t"), UInt8(ascii: "T"),
    UInt8(ascii: "f"), UInt8(ascii: "F"):
    switch text {
    case "~", "null", "Null", "NULL": return .null
    case "true", "True", "TRUE": return .bool(true)
    case "false", "False", "FALSE": return .bool(false)
    default: return .string(text)
    }
  default: return .string(text)
  }
}

/// `[-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`
func isCoreSchemaNumber(_ text: String) -> Bool {
  enum Part { case sign, start, whole, point, fraction, e, exponentSign, exponent }
  var part = Part.sign
  for byte in text.utf8 {
    let isDigit = byte &- 48 < 10
    switch (part, byte) {
    case (.sign, UInt8(ascii: "-")), (.sign, UInt8(ascii: "+")): part = .start
    case (.sign, _) where isDigit, (.start, _) where isDigit, (.whole, _) where isDigit: part = .whole
    case (.sign, UInt8(ascii: ".")), (.start, UInt8(ascii: ".")): part = .point
    case (.whole, UInt8(ascii: ".")): part = .fraction
    case (.point, _) where isDigit, (.fraction, _) where isDigit: part = .fraction
    case (.whole, UInt8(ascii: "e")), (.whole, UInt8(ascii: "E")), (.fraction, UInt8(ascii: "e")),
      (.fraction, UInt8(ascii: "E")):
      part = .e
    case (.e, UInt8(ascii: "-")), (.e, UInt8(ascii: "+")): part = .exponentSign
    case (.e, _) where isDigit, (.exponentSign, _) where isDigit, (.exponent, _) where isDigit: part = .exponent
    default: return false
    }
  }
  return part == .whole || part == .fraction || part == .exponent
}
