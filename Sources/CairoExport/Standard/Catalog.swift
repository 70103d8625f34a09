import PDFFile
import Scene

/// Language, how a reader opens the file, and the order of its pages' annotations.
func setCatalog(_ context: StandardContext, in file: inout CairoFile) {
  let root = file.rootNumber
  file[root]["Lang"] = .text(context.info.language.tag)
  // cairo says so only of documents that have text outside of figures.
  if !context.rows.isEmpty { file[root]["MarkInfo"] = .dictionary(["Marked": PDFValue(syntax: "true")]) }
  file[root]["ViewerPreferences"] = .dictionary(["DisplayDocTitle": PDFValue(syntax: "true")])
  if let outlines = file[root]["Outlines"]?.reference {
    file[root]["PageMode"] = .name("UseOutlines")
    // cairo writes the number of open entries with the wrong sign.
    if let count = file[outlines]["Count"]?.integer, count < 0 { file[outlines]["Count"] = .integer(-count) }
  }
  for page in file.pageNumbers {
    file[page]["Tabs"] = .name("S")
    for annotation in file.resolved(file[page]["Annots"])?.items ?? [] {
      // Bit 3: printed.
      if let number = annotation.reference { file[number]["F"] = .integer(4) }
    }
  }
}

extension CairoFile {
  /// The pages in their order; cairo keeps them in one node.
  var pageNumbers: [Int] {
    let pages = self[rootNumber]["Pages"]?.reference.flatMap { resolved(self[$0]["Kids"])?.items }
    return (pages ?? []).compactMap(\.reference)
  }
}

/// Images must not ask for interpolation, and TrueType fonts must say that characters are glyph numbers; cairo does it the
/// other way round. Walks all objects, because images also stand in the resources of soft masks.
func repairObjects(in file: inout CairoFile) {
  for number in file.numbers {
    if file.isStream(number) {
      if file[number]["Interpolate"] != nil, file[number]["Subtype"]?.isName("Image") == true {
        file[number]["Interpolate"] = nil
      }
    } else if file[number]["Subtype"]?.isName("CIDFontType2") == true, file[number]["CIDToGIDMap"] == nil {
      file[number]["CIDToGIDMap"] = .name("Identity")
    }
  }
}
