import PDFFile
import Scene

/// Language, how a reader opens the file, and the order of its pages' annotations.
func setCatalog(_ context: StandardContext, in file: borrowing QPDFFile) {
  let root = file.root
  file.set(root, "/Lang", file.ascii(context.info.language.tag))
  // cairo says so only of documents that have text outside of figures.
  if !context.rows.isEmpty { file.set(root, "/MarkInfo", file.parse("<< /Marked true >>")) }
  file.set(root, "/ViewerPreferences", file.parse("<< /DisplayDocTitle true >>"))
  let outlines = file.get(root, "/Outlines")
  if file.isDictionary(outlines) {
    file.set(root, "/PageMode", file.makeName("/UseOutlines"))
    // cairo writes the number of open entries with the wrong sign.
    if let count = file.int(file.get(outlines, "/Count")), count < 0 {
      file.set(outlines, "/Count", file.integer(-count))
    }
  }
  for page in file.pages {
    file.set(page, "/Tabs", file.makeName("/S"))
    let annotations = file.get(page, "/Annots")
    if file.isArray(annotations) {
      // Bit 3: printed.
      for annotation in file.items(annotations) { file.set(annotation, "/F", file.integer(4)) }
    }
  }
}

/// Images must not ask for interpolation, and TrueType fonts must say that characters are glyph numbers; cairo does it the
/// other way round. Walks all objects, because images also stand in the resources of soft masks.
func repairObjects(in file: borrowing QPDFFile) {
  let size = file.int(file.get(file.trailer, "/Size")) ?? 0
  for number in 1..<Int32(clamping: max(1, size)) {
    let object = file.object(numbered: number)
    if file.isStream(object) {
      let dictionary = file.dictionary(of: object)
      if file.isName(file.get(dictionary, "/Subtype"), "/Image"), file.has(dictionary, "/Interpolate") {
        file.remove(dictionary, "/Interpolate")
      }
    } else if file.isDictionary(object), file.isName(file.get(object, "/Subtype"), "/CIDFontType2"),
      !file.has(object, "/CIDToGIDMap")
    {
      file.set(object, "/CIDToGIDMap", file.makeName("/Identity"))
    }
    if number % 1024 == 0 { file.releaseAll() }
  }
  file.releaseAll()
}
