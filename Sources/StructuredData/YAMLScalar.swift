/// Resolves a plain scalar by the core schema of YAML 1.2 (§10.3.2): `no`, `on` and `yes` stay texts. So do the numbers
/// that JSON cannot say (`0x1F`, `0o17`, `.inf`, `.nan`).
func coreSchemaValue(ofPlain text: String) -> Node.Value {
  switch text {
  case "", "~", "null", "Null", "NULL": .null
  case "true", "True", "TRUE": .bool(true)
  case "false", "False", "FALSE": .bool(false)
  default: isCoreSchemaNumber(text) ? .number(text) : .string(text)
  }
}

/// `[-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`
func isCoreSchemaNumber(_ text: String) -> Bool {
  var rest = Substring(text).utf8[...]
  func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }
  if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { rest = rest.dropFirst() }
  let whole = rest.prefix(while: isDigit)
  rest = rest[whole.endIndex...]
  if rest.first == UInt8(ascii: ".") {
    rest = rest.dropFirst()
    let fraction = rest.prefix(while: isDigit)
    if whole.isEmpty, fraction.isEmpty { return false }
    rest = rest[fraction.endIndex...]
  } else if whole.isEmpty {
    return false
  }
  guard let e = rest.first else { return true }
  guard e | 0x20 == UInt8(ascii: "e") else { return false }
  rest = rest.dropFirst()
  if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { rest = rest.dropFirst() }
  return !rest.isEmpty && rest.allSatisfy(isDigit)
}
