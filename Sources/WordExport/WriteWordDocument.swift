package import Diagnostics
import Geometry
package import OpenPackaging
package import Report
import Scene

/// A manuscript as a Word document (ECMA-376, WordprocessingML): native headings, lists, tables, notes and contents; charts as
/// pictures, their data as tables at the end.
///
/// - Parameters:
///   - pictures: of ``Manuscript/pictures``, one for each.
///   - program: what made it.
///   - data: one element of XML with its namespace, kept inside for other programs.
/// - Throws: `output.full`.
/// - Returns: the file, with notes about what it shows in another way than the pages.
package func wordDocument(
  _ manuscript: Manuscript, pictures: [MediaPicture], program: (name: String, version: String), data: (xml: String, namespace: String)?
) throws(Diagnostic) -> Warned<[UInt8]> {
  var writer = WordWriter(manuscript)
  writer.writeDocument()
  var package = writer.package
  let main = "word/document.xml"
  let type = "application/vnd.openxmlformats-officedocument.wordprocessingml."
  package.add(main, type + "document.main+xml", "<w:document \(wordNamespaces)><w:body>\(writer.body)</w:body></w:document>")
  _ = package.relate("", to: main, "officeDocument")
  package.addProperties(manuscript.info, program: program)
  if let data { package.addData(data.xml, namespace: data.namespace, owner: main) }
  let styles = writer.styles
  func add(_ name: String, _ kind: String, _ relation: String, _ xml: String, _ package: inout OfficePackage) {
    package.add("word/" + name, type + kind + "+xml", xml)
    _ = package.relate(main, to: "word/" + name, relation)
  }
  add("styles.xml", "styles", "styles", styles.xml, &package)
  add("settings.xml", "settings", "settings", wordSettings(manuscript, hasNotes: !writer.notes.isEmpty), &package)
  add("fontTable.xml", "fontTable", "fontTable", styles.fontTable, &package)
  add("numbering.xml", "numbering", "numbering", writer.numbering.xml(styles), &package)
  if !writer.notes.isEmpty { add("footnotes.xml", "footnotes", "footnotes", writer.notesXML, &package) }
  package.add("word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml", styles.theme.xml)
  _ = package.relate(main, to: "word/theme/theme1.xml", "theme")
  for (number, picture) in pictures.enumerated() where writer.shown.contains(number) { package.add(picture, number: number, in: "word") }
  return Warned(try package.bytes(), writer.findings)
}

private func wordSettings(_ manuscript: Manuscript, hasNotes: Bool) -> String {
  let language = manuscript.language
  var out = "<w:settings \(wordNamespaces)>"
  // In the order of CT_Settings (ISO 29500-1, 17.15.1.78).
  if manuscript.layout.isFacing { out += "<w:mirrorMargins/>" }
  out += "<w:defaultTabStop w:val=\"420\"/>"
  out += "<w:characterSpacingControl w:val=\"\(language.isChinese ? "compressPunctuation" : "doNotCompress")\"/>"
  // Word reckons the pages of the contents when it opens the file.
  if manuscript.layout.sections.contains(.contents) { out += "<w:updateFields w:val=\"true\"/>" }
  if hasNotes { out += "<w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr>" }
  out +=
    "<w:compat><w:doNotExpandShiftReturn/><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>"
  out += "<w:themeFontLang w:val=\"en-US\" w:eastAsia=\"\(language.isChinese ? language.tag : "zh-CN")\"/>"
  out += "<w:clrSchemeMapping w:bg1=\"light1\" w:t1=\"dark1\" w:bg2=\"light2\" w:t2=\"dark2\" w:accent1=\"accent1\" w:accent2=\"accent2\""
  out +=
    " w:accent3=\"accent3\" w:accent4=\"accent4\" w:accent5=\"accent5\" w:accent6=\"accent6\" w:hyperlink=\"hyperlink\" w:followedHyperlink=\"followedHyperlink\"/>"
  return out + "</w:settings>"
}
