import Diagnostics
import PDFFile
import Scene

/// What the pass for the standards knows beyond the file that cairo wrote.
struct StandardContext {
  var info: DocumentInfo
  var options: PDFOptions
  var attachments: [Attachment]
  var rows: [StructureRow]
  var pageLabels: [String]
}

/// Makes cairo's file a PDF/A and PDF/UA file: language, metadata, output intent, attachments, alternative texts, artifacts.
/// A document without structure becomes PDF/A-2u or -3u and does not claim PDF/UA.
///
/// - Throws: `pdf.qpdf`, `pdf.structure` when the file's structure is not what was drawn.
func applyStandard(_ context: StandardContext, to bytes: [UInt8]) throws(Diagnostic) -> [UInt8] {
  let file = try QPDFFile(reading: bytes)
  setCatalog(context, in: file)
  setPageLabels(context.pageLabels, in: file)
  setMetadata(context, in: file)
  addOutputIntent(to: file)
  addAttachments(context.attachments, date: context.info.date, to: file)
  file.releaseAll()
  try file.check("describe")
  repairObjects(in: file)
  if !context.rows.isEmpty {
    try describeStructure(context.rows, in: file)
    markArtifacts(in: file)
  }
  try file.check("mark")
  return try file.write()
}
