import CCairo
import PDFFile
import Scene

/// Writes document information and XMP with the same values, which the standards ask for.
func setMetadata(_ context: StandardContext, in file: inout CairoFile) {
  let info = context.info
  let producer = "cairo \(unsafe String(cString: cairo_version_string()))"
  var dictionary = PDFDictionary()
  func set(_ key: StaticString, _ value: String?) {
    if let value, !value.isEmpty { dictionary[key] = .text(value) }
  }
  set("Title", info.title)
  set("Author", info.author)
  set("Subject", info.subject)
  set("Keywords", info.keywords.joined(separator: ", "))
  set("Creator", context.options.creator)
  set("Producer", producer)
  set("CreationDate", info.date.map(pdfDate))
  set("ModDate", info.date.map(pdfDate))
  file[file.infoNumber] = dictionary
  let packet = xmpPacket(context, producer: producer)
  let stream = file.add(stream: .plain(Array(packet.utf8)), ["Type": .name("Metadata"), "Subtype": .name("XML")])
  file[file.rootNumber]["Metadata"] = .reference(stream)
}

/// `D:20260304050607Z` (PDF 32000-1, 7.9.4).
package func pdfDate(_ seconds: Int) -> String {
  "D:" + timestamp(seconds).filter { $0 != "-" && $0 != ":" && $0 != "T" }
}

/// The XMP packet (ISO 16684-1) with the identification of PDF/A and PDF/UA. PDF/A-2 and -3 know no schema for PDF/UA, so it
/// is described in an extension schema.
func xmpPacket(_ context: StandardContext, producer: String) -> String {
  let info = context.info
  let isTagged = !context.rows.isEmpty
  var properties: [String] = []
  func property(_ name: String, _ value: String?) {
    if let value, !value.isEmpty { properties.append("<\(name)>\(xmlEscaped(value))</\(name)>") }
  }
  func alternatives(_ name: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    let text = xmlEscaped(value)
    properties.append(
      "<\(name)><rdf:Alt><rdf:li xml:lang=\"x-default\">\(text)</rdf:li>"
        + "<rdf:li xml:lang=\"\(info.language.tag)\">\(text)</rdf:li></rdf:Alt></\(name)>")
  }
  func list(_ name: String, _ kind: String, _ values: [String]) {
    guard !values.isEmpty else { return }
    let items = values.map { "<rdf:li>\(xmlEscaped($0))</rdf:li>" }.joined()
    properties.append("<\(name)><rdf:\(kind)>\(items)</rdf:\(kind)></\(name)>")
  }
  property("pdfaid:part", context.options.standard == .a2a ? "2" : "3")
  property("pdfaid:conformance", isTagged ? "A" : "U")
  if isTagged { property("pdfuaid:part", "1") }
  property("dc:format", "application/pdf")
  alternatives("dc:title", info.title)
  // Where nothing says whose the document is, the program that put it together made it.
  list("dc:creator", "Seq", [info.author.flatMap { $0.isEmpty ? nil : $0 } ?? context.options.creator])
  alternatives("dc:description", info.subject)
  list("dc:subject", "Bag", info.keywords)
  list("dc:language", "Bag", [info.language.tag])
  property("pdf:Producer", producer)
  property("pdf:Keywords", info.keywords.joined(separator: ", "))
  property("xmp:CreatorTool", context.options.creator)
  if let date = info.date {
    property("xmp:CreateDate", timestamp(date))
    property("xmp:ModifyDate", timestamp(date))
  }
  if isTagged { properties.append(universalAccessSchema) }
  return """
    <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
    <x:xmpmeta xmlns:x="adobe:ns:meta/">
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" \
    xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" \
    xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
    \(properties.joined(separator: "\n"))
    </rdf:Description>
    </rdf:RDF>
    </x:xmpmeta>
    <?xpacket end="w"?>
    """
}

private let universalAccessSchema = """
  <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
  <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
  <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
  <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
  <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
  <pdfaProperty:name>part</pdfaProperty:name>
  <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
  <pdfaProperty:category>internal</pdfaProperty:category>
  <pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>
  </rdf:li></rdf:Seq></pdfaSchema:property>
  </rdf:li></rdf:Bag></pdfaExtension:schemas>
  """

/// Text between tags; characters that XML 1.0 does not know are left out.
private func xmlEscaped(_ text: String) -> String {
  var out = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": out += "&amp;"
    case "<": out += "&lt;"
    case ">": out += "&gt;"
    case "\t", "\n", "\r": out += " "
    case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": continue
    default: out.unicodeScalars.append(scalar)
    }
  }
  return out
}
