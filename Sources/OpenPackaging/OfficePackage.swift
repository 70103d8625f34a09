package import Diagnostics

/// A package of parts (ECMA-376 Part 2, Open Packaging Conventions): what a Word document or a presentation is made of.
package struct OfficePackage {
  package struct Part {
    /// `word/document.xml`, without a slash before it.
    package var name: String
    var mediaType: String
    var bytes: [UInt8]
  }

  private struct Relationship {
    var id: String
    var type: String
    var target: String
    var isExternal: Bool
  }

  private var parts: [Part] = []
  /// By the part they belong to; the package's own under "".
  private var relationships: [String: [Relationship]] = [:]
  private var order: [String] = []

  package init() {}

  package mutating func add(_ name: String, _ mediaType: String, _ bytes: [UInt8]) {
    parts.append(Part(name: name, mediaType: mediaType, bytes: bytes))
  }

  package mutating func add(_ name: String, _ mediaType: String, _ xml: String) { add(name, mediaType, Array((xmlDeclaration + xml).utf8)) }

  /// Ties a part to another one, or to an address outside.
  ///
  /// - Parameters:
  ///   - owner: the part; "" for the package.
  ///   - type: the last word of one of the office schema's relationship types, or a whole address.
  /// - Returns: the id by which the owner's XML names it; the same for the same target.
  package mutating func relate(_ owner: String, to target: String, _ type: String, isExternal: Bool = false) -> String {
    let address = type.contains("://") ? type : officeRelationships + type
    if relationships[owner] == nil { order.append(owner) }
    var own = relationships[owner] ?? []
    if let known = own.first(where: { $0.target == target && $0.type == address && $0.isExternal == isExternal }) { return known.id }
    let id = "rId\(own.count + 1)"
    own.append(Relationship(id: id, type: address, target: target, isExternal: isExternal))
    relationships[owner] = own
    return id
  }

  /// The file. The same parts give the same bytes.
  ///
  /// - Throws: `output.full` where memory does not suffice.
  package func bytes() throws(Diagnostic) -> [UInt8] {
    var files: [(name: String, bytes: [UInt8])] = [("[Content_Types].xml", Array((xmlDeclaration + contentTypes).utf8))]
    for owner in order.sorted() {
      files.append((Self.relationshipsPart(of: owner), Array((xmlDeclaration + relationshipsXML(of: owner)).utf8)))
    }
    files += parts.map { ($0.name, $0.bytes) }
    return try zipArchive(files)
  }

  private static func relationshipsPart(of owner: String) -> String {
    guard let slash = owner.lastIndex(of: "/") else { return "_rels/\(owner).rels" }
    return "\(owner[..<slash])/_rels/\(owner[owner.index(after: slash)...]).rels"
  }

  private func relationshipsXML(of owner: String) -> String {
    var out = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    for relation in relationships[owner] ?? [] {
      out +=
        "<Relationship Id=\"\(relation.id)\" Type=\"\(relation.type)\" Target=\"\(escaped(relation.isExternal ? relation.target : relative(relation.target, to: owner)))\""
      out += relation.isExternal ? " TargetMode=\"External\"/>" : "/>"
    }
    return out + "</Relationships>"
  }

  /// `media/image1.png` as seen from `word/document.xml`; a target in another folder from the package's root.
  private func relative(_ target: String, to owner: String) -> String {
    guard let slash = owner.lastIndex(of: "/") else { return target }
    let folder = owner[...slash]
    return target.hasPrefix(folder) ? String(target.dropFirst(folder.count)) : "/" + target
  }

  private var contentTypes: String {
    var out = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
    out += "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    out += "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    out += "<Default Extension=\"png\" ContentType=\"image/png\"/><Default Extension=\"svg\" ContentType=\"image/svg+xml\"/>"
    for part in parts where !part.name.hasSuffix(".png") && !part.name.hasSuffix(".svg") {
      out += "<Override PartName=\"/\(part.name)\" ContentType=\"\(part.mediaType)\"/>"
    }
    return out + "</Types>"
  }
}

/// Where the office schema's types of relationships begin.
package let officeRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
