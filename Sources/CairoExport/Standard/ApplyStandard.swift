import Diagnostics
import PDFFile
import Scene

/// What the pass for the standards knows beyond the file that cairo wrote.
struct StandardContext {
  var info: DocumentInfo
  var options: PDFOptions
  var attachments: [Attachment]
  var seal: Seal?
  var rows: [StructureRow]
  var pageLabels: [String]
  var pageBoxes: [PageBoxes?]
}

/// Makes cairo's file a PDF/A and PDF/UA file: language, metadata, output intent, attachments, alternative texts, artifacts.
/// A document without structure becomes PDF/A-2u or -3u and does not claim PDF/UA.
///
/// - Throws: `pdf.cairo`, `pdf.structure` when the file's structure is not what was drawn.
func applyStandard(_ context: StandardContext, to bytes: [UInt8]) throws(Diagnostic) -> [UInt8] {
  var file = try CairoFile(reading: bytes)
  setCatalog(context, in: &file)
  setPageLabels(context.pageLabels, in: &file)
  setPageBoxes(context.pageBoxes, in: &file)
  setMetadata(context, in: &file)
  addOutputIntent(to: &file)
  let added = addAttachments(context.attachments, date: context.info.date, to: &file)
  repairObjects(in: &file)
  if !context.rows.isEmpty {
    try describeStructure(context.rows, in: &file)
    try markArtifacts(in: &file)
  }
  context.seal?.set(context.attachments, added: added, date: context.info.date, in: &file)
  return file.written()
}
