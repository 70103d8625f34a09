import PDFFile
import Scene

/// Embeds files as data that belongs to the document (PDF/A-3, 6.8).
func addAttachments(_ attachments: [Attachment], date: Int?, to file: borrowing QPDFFile) {
  guard !attachments.isEmpty else { return }
  var names: [PDFObject] = []
  var specifications: [PDFObject] = []
  // The keys of a name tree are sorted; the order given is kept by numbering them.
  for (index, attachment) in attachments.enumerated() {
    let parameters = file.parse("<< /Size \(attachment.bytes.count) >>")
    file.set(parameters, "/ModDate", file.ascii(pdfDate(date ?? 0)))
    let stream = file.makeStream(
      attachment.bytes,
      [
        ("/Type", file.makeName("/EmbeddedFile")), ("/Subtype", file.makeName(pdfName(attachment.mediaType))),
        ("/Params", parameters),
      ])
    let specification = file.parse(
      "<< /Type /Filespec /AFRelationship /\(attachment.relationship.rawValue) /EF << >> >>")
    let embedded = file.get(specification, "/EF")
    file.set(embedded, "/F", stream)
    file.set(embedded, "/UF", stream)
    file.set(specification, "/F", file.text(attachment.name))
    file.set(specification, "/UF", file.text(attachment.name))
    if !attachment.description.isEmpty { file.set(specification, "/Desc", file.text(attachment.description)) }
    let reference = file.indirect(specification)
    names += [file.ascii("file-" + padded(index + 1, 4)), reference]
    specifications.append(reference)
  }
  let root = file.root
  // cairo keeps its named places in the same dictionary.
  if !file.isDictionary(file.get(root, "/Names")) { file.set(root, "/Names", file.parse("<< >>")) }
  let tree = file.parse("<< >>")
  file.set(tree, "/Names", file.makeArray(names))
  file.set(file.get(root, "/Names"), "/EmbeddedFiles", file.indirect(tree))
  file.set(root, "/AF", file.makeArray(specifications))
}

/// A name object: libqpdf takes names as they read and escapes what needs it.
private func pdfName(_ text: String) -> String { "/" + (text.isEmpty ? "application/octet-stream" : text) }
