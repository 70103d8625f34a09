import PDFFile
import Scene

/// Embeds files as data that belongs to the document (PDF/A-3, 6.8).
func addAttachments(_ attachments: [Attachment], date: Int?, to file: inout CairoFile) {
  guard !attachments.isEmpty else { return }
  var names: [PDFValue] = []
  var specifications: [PDFValue] = []
  // The keys of a name tree are sorted; the order given is kept by numbering them.
  for (index, attachment) in attachments.enumerated() {
    let parameters: PDFDictionary = ["Size": .integer(attachment.bytes.count), "ModDate": .text(pdfDate(date ?? 0))]
    let mediaType = attachment.mediaType.isEmpty ? "application/octet-stream" : attachment.mediaType
    let stream = PDFValue.reference(
      file.add(
        stream: .packed(attachment.bytes),
        ["Type": .name("EmbeddedFile"), "Subtype": .name(mediaType), "Params": .dictionary(parameters)]))
    var specification: PDFDictionary = [
      "Type": .name("Filespec"), "AFRelationship": .name(attachment.relationship.rawValue),
      "EF": .dictionary(["F": stream, "UF": stream]), "F": .text(attachment.name), "UF": .text(attachment.name),
    ]
    if !attachment.description.isEmpty { specification["Desc"] = .text(attachment.description) }
    let reference = PDFValue.reference(file.add(specification))
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
}
