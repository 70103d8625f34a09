package import PDFFile
import Scene

/// Embeds files as data that belongs to the document (PDF/A-3, 6.8).
///
/// - Returns: the entry of each file, and the stream that holds it.
func addAttachments(_ attachments: [Attachment], date: Int?, to file: inout CairoFile) -> [(entry: Int, stream: Int)] {
  guard !attachments.isEmpty else { return [] }
  var added: [(entry: Int, stream: Int)] = []
  var names: [PDFValue] = []
  var specifications: [PDFValue] = []
  // The keys of a name tree are sorted; the order given is kept by numbering them.
  for (index, attachment) in attachments.enumerated() {
    let number = file.add(stream: .packed(attachment.bytes), embedded(attachment, date: date))
    let stream = PDFValue.reference(number)
    var specification: PDFDictionary = [
      "Type": .name("Filespec"), "AFRelationship": .name(attachment.relationship.rawValue),
      "EF": .dictionary(["F": stream, "UF": stream]), "F": .text(attachment.name), "UF": .text(attachment.name),
    ]
    if !attachment.description.isEmpty { specification["Desc"] = .text(attachment.description) }
    added.append((file.add(specification), number))
    let reference = PDFValue.reference(added[index].entry)
    names += [.text("file-" + padded(index + 1, 4)), reference]
    specifications.append(reference)
  }
  let tree = PDFValue.reference(file.add(["Names": .array(names)]))
  // cairo keeps its named places in the same dictionary.
  if let number = file[file.rootNumber]["Names"]?.reference {
    file[number]["EmbeddedFiles"] = tree
  } else {
    file[file.rootNumber]["Names"] = .dictionary(["EmbeddedFiles": tree])
  }
  file[file.rootNumber]["AF"] = .array(specifications)
  return added
}

private func embedded(_ attachment: Attachment, date: Int?) -> PDFDictionary {
  let parameters: PDFDictionary = ["Size": .integer(attachment.bytes.count), "ModDate": .text(pdfDate(date ?? 0))]
  let mediaType = attachment.mediaType.isEmpty ? "application/octet-stream" : attachment.mediaType
  return ["Type": .name("EmbeddedFile"), "Subtype": .name(mediaType), "Params": .dictionary(parameters)]
}

/// The file inside a document that tells what the document is, and so is written last.
package struct Seal {
  /// Of its attachment.
  package var name: String
  /// Its bytes, of the parts of the document.
  package var bytes: ([DigestedPart]) -> [UInt8]

  package init(name: String, bytes: @escaping ([DigestedPart]) -> [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// Puts the seal in the place of what stood for it.
  func set(_ attachments: [Attachment], added: [(entry: Int, stream: Int)], date: Int?, in file: inout CairoFile) {
    guard let place = attachments.firstIndex(where: { $0.name == name }) else { return }
    var own = attachments[place]
    let files = zip(attachments, added).map { ($0.name, $1.entry) }
    own.bytes = bytes(file.partDigests(pages: file.pageNumbers, files: files))
    file.set(added[place].stream, .packed(own.bytes), embedded(own, date: date))
  }
}
