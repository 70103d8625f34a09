extension OfficePackage {
  /// Puts data for other programs beside a document, where office programs keep them (ECMA-376 Part 1, 22.5): a part of custom XML.
  ///
  /// - Parameters:
  ///   - owner: the main part.
  ///   - xml: one element, with a namespace of its own.
  ///   - namespace: that of the element.
  package mutating func addData(_ xml: String, namespace: String, owner: String) {
    add("customXml/item1.xml", "application/xml", xml)
    _ = relate(owner, to: "customXml/item1.xml", "customXml")
    let properties =
      "<ds:datastoreItem xmlns:ds=\"http://schemas.openxmlformats.org/officeDocument/2006/customXml\" ds:itemID=\"{5B2C0E4A-6C0E-4F0B-9C57-2F1B1F6E9A10}\">"
      + "<ds:schemaRefs><ds:schemaRef ds:uri=\"\(escaped(namespace))\"/></ds:schemaRefs></ds:datastoreItem>"
    add("customXml/itemProps1.xml", "application/vnd.openxmlformats-officedocument.customXmlProperties+xml", properties)
    _ = relate("customXml/item1.xml", to: "customXml/itemProps1.xml", "customXmlProps")
  }
}
