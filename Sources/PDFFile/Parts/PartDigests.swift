/// The parts of a file with their digests, in the order of the file's pages, then of the whole.
struct PartDigests {
  private var walk = PartWalk()
  private let pages: [Int]
  private let numbering: [Int?]
  private let catalog: PDFDictionary

  /// - Parameters:
  ///   - pages: the numbers of their objects, in order.
  ///   - numbering: the sheet that each of them was when the file was written; nil for one put in.
  ///   - files: the entries of the files in the document, in order, with their names.
  static func of(
    _ file: borrowing some PDFObjects & ~Copyable, trailer: PDFDictionary, pages: [Int], numbering: [Int?],
    files: [(name: String, entry: PDFValue)]
  ) -> [DigestedPart] {
    var digests = PartDigests(pages: pages, numbering: numbering, catalog: file.resolved(trailer["Root"])?.dictionary ?? PDFDictionary())
    if let root = trailer["Root"]?.reference { _ = digests.walk.name(root, "catalog") }
    if let pages = digests.catalog["Pages"]?.reference { _ = digests.walk.name(pages, "pages") }
    digests.readPages(in: file)
    digests.readStructure(in: file)
    digests.readNames(in: file)
    digests.readFiles(files, in: file)
    digests.readInformation(file.resolved(trailer["Info"])?.dictionary, in: file)
    digests.readCatalog(in: file)
    digests.readTrailer(trailer, in: file)
    digests.walk.endWaiting(in: file)
    return digests.walk.digests
  }

  // MARK: Pages

  private mutating func readPages(in file: borrowing some PDFObjects & ~Copyable) {
    // All are named first: links lead to pages to come.
    for (place, number) in pages.enumerated() { _ = walk.name(number, numbering[place].map { "page \($0)" } ?? "new page") }
    let dictionaries = pages.map { page(file.dictionary($0), in: file) }
    for (place, var dictionary) in dictionaries.enumerated() {
      let annotations = file.resolved(dictionary["Annots"])?.items ?? []
      dictionary["Annots"] = nil
      var content = walk.begin(PDFPart(.content, page: numbering[place]))
      walk.write(.dictionary(dictionary), to: &content, in: file)
      walk.end(content)
      var links = walk.begin(PDFPart(.annotations, page: numbering[place]))
      for annotation in annotations { walk.write(annotation, to: &links, in: file) }
      walk.end(links)
    }
  }

  /// A page with what it has from the nodes above (PDF 32000-1, 7.7.3.4).
  private func page(_ dictionary: PDFDictionary, in file: borrowing some PDFObjects & ~Copyable) -> PDFDictionary {
    var page = dictionary
    page["Parent"] = nil
    var above = dictionary["Parent"]
    var depth = 0
    while let node = file.resolved(above)?.dictionary, depth < deepestNode {
      if page["Resources"] == nil { page["Resources"] = node["Resources"] }
      if page["MediaBox"] == nil { page["MediaBox"] = node["MediaBox"] }
      if page["CropBox"] == nil { page["CropBox"] = node["CropBox"] }
      if page["Rotate"] == nil { page["Rotate"] = node["Rotate"] }
      above = node["Parent"]
      depth += 1
    }
    return page
  }

  // MARK: Structure

  /// Elements in pre-order, each of the page that it or one above it names (PDF 32000-1, 14.7.2).
  private mutating func readStructure(in file: borrowing some PDFObjects & ~Copyable) {
    guard let tree = catalog["StructTreeRoot"], var root = file.resolved(tree)?.dictionary else { return }
    if let number = tree.reference { _ = walk.name(number, "structure") }
    let numbers = Dictionary(zip(pages, numbering), uniquingKeysWith: { first, _ in first })
    var growing: [Int?: PartWalk.Growing] = [:]
    var open = [(kid: root["K"] ?? PDFValue(syntax: "null"), depth: 0, page: Int?.none)]
    root["K"] = nil
    var count = 0
    while let (kid, depth, above) = open.popLast() {
      if let items = file.resolved(kid)?.items {
        open += items.reversed().map { ($0, depth, above) }
        continue
      }
      let dictionary = file.resolved(kid)?.dictionary
      let page = dictionary?["Pg"]?.reference.flatMap { numbers[$0] ?? nil } ?? above
      if var element = dictionary, element["S"] != nil {
        if let number = kid.reference, !walk.name(number, "element \(count)") { continue }
        count += 1
        let kids = element["K"]
        (element["K"], element["P"]) = (nil, nil)
        var own = growing.removeValue(forKey: page) ?? walk.begin(PDFPart(.structure, page: page))
        walk.write("\(depth) \(file.resolved(kids)?.items?.count ?? (kids == nil ? 0 : 1))", to: &own)
        walk.write(.dictionary(element), to: &own, in: file)
        growing[page] = own
        if let kids { open.append((kids, depth + 1, page)) }
      } else {
        // Marked content by its number, or an annotation.
        var own = growing.removeValue(forKey: page) ?? walk.begin(PDFPart(.structure, page: page))
        walk.write("\(depth)", to: &own)
        walk.write(kid, to: &own, in: file)
        growing[page] = own
      }
    }
    var rest = growing.removeValue(forKey: nil) ?? walk.begin(PDFPart(.structure))
    walk.write(.dictionary(root), to: &rest, in: file)
    growing[nil] = rest
    for page in growing.keys.sorted(by: { ($0 ?? .max) < ($1 ?? .max) }) {
      if let own = growing[page] { walk.end(own) }
    }
  }

  // MARK: The document

  private mutating func read(_ value: PDFValue?, as part: PDFPart, in file: borrowing some PDFObjects & ~Copyable) {
    guard let value else { return }
    var growing = walk.begin(part)
    walk.write(value, to: &growing, in: file)
    walk.end(growing)
  }

  private mutating func readNames(in file: borrowing some PDFObjects & ~Copyable) {
    read(catalog["Outlines"], as: PDFPart(.outline), in: file)
    read(catalog["PageLabels"], as: PDFPart(.labels), in: file)
    read(catalog["Dests"], as: PDFPart(.places, name: "Dests"), in: file)
    for (name, value) in file.resolved(catalog["Names"])?.dictionary?.sortedItems ?? [] {
      switch name {
      case "EmbeddedFiles": continue
      case "Dests": read(value, as: PDFPart(.places), in: file)
      default: read(value, as: PDFPart(.catalog, name: "Names/" + name), in: file)
      }
    }
  }

  private mutating func readFiles(_ files: [(name: String, entry: PDFValue)], in file: borrowing some PDFObjects & ~Copyable) {
    for (name, entry) in files {
      var growing = walk.begin(PDFPart(.file, name: name))
      for number in embeddedStreams(of: entry, in: file) where walk.name(number, "embedded") {
        // Its bytes are compared apart, and those of the manifest are not known yet.
        var dictionary = file.dictionary(number)
        var parameters = file.resolved(dictionary["Params"])?.dictionary ?? PDFDictionary()
        (parameters["Size"], parameters["CheckSum"]) = (nil, nil)
        dictionary["Params"] = .dictionary(parameters)
        (dictionary["Length"], dictionary["Filter"], dictionary["DecodeParms"], dictionary["DL"]) = (nil, nil, nil, nil)
        walk.write(.dictionary(dictionary), to: &growing, in: file)
      }
      walk.write(entry, to: &growing, in: file)
      walk.end(growing)
    }
  }

  private mutating func readInformation(_ information: PDFDictionary?, in file: borrowing some PDFObjects & ~Copyable) {
    for (name, value) in information?.sortedItems ?? [] {
      // These are compared as words.
      if name != "Title", name != "CreationDate" { read(value, as: PDFPart(.information, name: name), in: file) }
    }
  }

  private mutating func readCatalog(in file: borrowing some PDFObjects & ~Copyable) {
    let readBefore: Set = ["Pages", "StructTreeRoot", "Outlines", "PageLabels", "Dests", "Names"]
    for (name, value) in catalog.sortedItems {
      if name == "Metadata" {
        readMetadata(value, in: file)
      } else if !readBefore.contains(name) {
        read(value, as: PDFPart(.catalog, name: name), in: file)
      }
    }
  }

  private mutating func readMetadata(_ value: PDFValue, in file: borrowing some PDFObjects & ~Copyable) {
    let packet = XMPPacket(value.reference.flatMap { file.content(ofStream: $0) } ?? [])
    for (name, text) in packet.properties {
      var growing = walk.begin(PDFPart(.metadata, name: name))
      walk.write(text, to: &growing)
      walk.end(growing)
    }
    var rest = walk.begin(PDFPart(.metadata))
    walk.write(packet.rest, to: &rest)
    var dictionary = value.reference.map { file.dictionary($0) } ?? PDFDictionary()
    (dictionary["Length"], dictionary["Filter"], dictionary["DecodeParms"]) = (nil, nil, nil)
    walk.write(.dictionary(dictionary), to: &rest, in: file)
    walk.end(rest)
  }

  /// What else stands there; the table of objects may stand in its stream.
  private mutating func readTrailer(_ trailer: PDFDictionary, in file: borrowing some PDFObjects & ~Copyable) {
    let ofTable: Set = ["Root", "Info", "ID", "Size", "Prev", "XRefStm", "Type", "W", "Index", "Filter", "DecodeParms", "Length"]
    for (name, value) in trailer.sortedItems {
      if !ofTable.contains(name) { read(value, as: PDFPart(.trailer, name: name), in: file) }
    }
  }
}

/// The streams that hold a file.
private func embeddedStreams(of entry: PDFValue, in file: borrowing some PDFObjects & ~Copyable) -> [Int] {
  (file.resolved(file.resolved(entry)?.dictionary?["EF"])?.dictionary?.items ?? []).compactMap(\.value.reference)
}

extension PDFDictionary {
  /// Keys as words, in their order.
  fileprivate var sortedItems: [(key: String, value: PDFValue)] {
    items.map { (String(decoding: $0.key, as: UTF8.self), $0.value) }.sorted { $0.key < $1.key }
  }
}

/// Nodes above a page, in files that go round in a circle.
private let deepestNode = 32

extension CairoFile {
  /// The parts of the file as it will be written.
  ///
  /// - Parameters:
  ///   - pages: the numbers of their objects, in order.
  ///   - files: the numbers of the entries of the files in the document, in order, with their names.
  package func partDigests(pages: [Int], files: [(name: String, entry: Int)]) -> [DigestedPart] {
    let streams = files.flatMap { (resolved(self[$0.entry]["EF"])?.dictionary?.items ?? []).compactMap(\.value.reference) }
    // There is no document without pages.
    return PartDigests.of(
      CairoObjects(self, besides: Set(streams)), trailer: ["Root": .reference(rootNumber), "Info": .reference(infoNumber)],
      pages: pages, numbering: Array(1...max(1, pages.count)), files: files.map { ($0.name, .reference($0.entry)) })
  }
}
