import CairoExport
public import Diagnostics
import Fonts
import PNG
import SVGExport
public import Scene

extension Workshop {
  /// What this work has read, where account is kept of it.
  var filesRead: [String] { files.asked.map { $0.all + conceptFiles.paths } ?? [] }

  /// Writes a document to `path` in `format`; several PNG or SVG pages become `name-01.png`, `name-02.png`, ….
  ///
  /// All pages are written, or none.
  ///
  /// It may not replace a file of `inputs`.
  ///
  /// - Throws: what hinders the writing, and `font.damaged` when a font that was used is.
  /// - Returns: the paths written.
  public func write(
    _ document: PagedDocument, to path: String, format: PageFormat, options: RenderOptions, over inputs: [String] = []
  ) throws(Diagnostic) -> [String] {
    let outputs = try bytes(of: document, as: format, named: path, options: options)
    try writeFiles(outputs, over: inputs + filesRead)
    return outputs.map(\.path)
  }

  /// The bytes of a document's files, for a program that stores or sends them itself: one file, or one for each page of PNG or SVG, which
  /// become `name-01.png`, `name-02.png`, ….
  ///
  /// - Throws: what hinders the writing, and `font.damaged` when a font that was used is.
  public func bytes(
    of document: PagedDocument, as format: PageFormat, named path: String, options: RenderOptions = RenderOptions()
  ) throws(Diagnostic) -> [(path: String, bytes: [UInt8])] {
    if let damaged = fonts.problems.first { throw damaged }
    switch format {
    case .pdf:
      let standard = try Self.standard(options.pdfStandard)
      return [(path, try writePDF(document, options: PDFOptions(standard: standard), seal: seal(of: document)))]
    case .scene:
      return [(path, Array(document.dump().utf8))]
    case .png:
      var renderer = PixelRenderer(fonts: document.fonts, images: document.images)
      let info = document.info
      // A chart or a card has the source of its figures where a paper has an author.
      let isPicture = document.pages.first?.isPixelDesign == true
      let texts = [
        PNGText("Title", info.title), PNGText("Description", info.subject ?? ""),
        PNGText(isPicture ? "Source" : "Author", info.author ?? ""),
        PNGText("Software", "WhitePaper"),
      ]
      let evidence = PictureEvidence(document)
      return try eachPage(document, path) { page throws(Diagnostic) in
        let picture = try renderer.png(
          of: page, scale: page.isPixelDesign ? options.scale : options.dpi / 72, background: options.isTransparent ? nil : .white,
          texts: texts.filter { !$0.text.isEmpty })
        return evidence?.carried(by: picture, of: page) ?? picture
      }
    case .svg:
      let places = document.pageOfAnchor
      let folderEnd = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
      let width = numberWidth(document)
      return try eachPage(document, path) { page throws(Diagnostic) in
        let options = SVGOptions(title: document.info.title, language: document.info.language) { anchor in
          places[anchor].map { $0 == page.number ? "" : numbered(String(path[folderEnd...]), $0, width: width) }
        }
        return Array(svg(page, fonts: document.fonts, images: document.images, options: options).utf8)
      }
    case .report, .docx, .pptx, .xlsx:
      throw .error(
        "format.\(format.rawValue.prefix { $0 != "." })", "what is laid out on pages is not written as .\(format.rawValue)",
        hint: "one of .pdf, .png, .svg and .scene.json")
    }
  }

  /// - Throws: `pdf.standard` where there is no such standard.
  public static func checkStandard(_ name: String) throws(Diagnostic) { _ = try standard(name) }

  private static func standard(_ name: String) throws(Diagnostic) -> PDFStandard {
    if let standard = PDFStandard(rawValue: name) { return standard }
    let names = PDFStandard.allCases.map(\.rawValue)
    throw .error(
      "pdf.standard", "unknown PDF standard “\(name)”",
      hint: nearestName(to: name, among: names).map { "did you mean “\($0)”?" }
        ?? "one of \(names.joined(separator: ", "))")
  }

  private func eachPage(
    _ document: PagedDocument, _ path: String, _ draw: (Page) throws(Diagnostic) -> [UInt8]
  ) throws(Diagnostic) -> [(path: String, bytes: [UInt8])] {
    if document.pages.count == 1, let page = document.pages.first { return [(path, try draw(page))] }
    guard path != "-" else {
      throw .error(
        "output.pages", "\(document.pages.count) pages cannot go to standard output", hint: "choose one with --pages")
    }
    let width = numberWidth(document)
    var files: [(path: String, bytes: [UInt8])] = []
    for page in document.pages { files.append((numbered(path, page.number, width: width), try draw(page))) }
    return files
  }

  private func numberWidth(_ document: PagedDocument) -> Int {
    max(2, String(document.pages.last?.number ?? 1).count)
  }

  /// `out.png`, 3 → `out-03.png`.
  private func numbered(_ path: String, _ number: Int, width: Int) -> String {
    var digits = String(number)
    while digits.count < width { digits = "0" + digits }
    guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return "\(path)-\(digits)" }
    return "\(path[..<dot])-\(digits)\(path[dot...])"
  }
}

extension Workshop {
  /// Writes a text whole or not at all; `-` is standard output.
  ///
  /// It may not replace a file of `inputs`.
  public func write(_ text: String, to path: String, over inputs: [String] = []) throws(Diagnostic) {
    try writeFiles([(path, Array(text.utf8))], over: inputs + filesRead)
  }

  /// Writes files, all of them whole or none; `-` is standard output.
  ///
  /// None may replace a file of `inputs`.
  public func write(_ files: [(path: String, bytes: [UInt8])], over inputs: [String] = []) throws(Diagnostic) {
    try writeFiles(files, over: inputs + filesRead)
  }

  /// What writing these files would do, a line for each: nothing is touched.
  ///
  /// None may replace a file of `inputs`.
  ///
  /// - Throws: what would hinder the writing, as far as it can be seen.
  public func dryRun(_ files: [(path: String, bytes: [UInt8])], over inputs: [String] = []) throws(Diagnostic) -> [String] {
    let out = OutputFiles(inputs: inputs + filesRead)
    var lines: [String] = []
    for (path, bytes) in files {
      let verb = path == "-" ? "write to standard output" : try out.replaces(path) ? "replace \(path)" : "write \(path)"
      lines.append("would \(verb) (\(bytes.count) bytes)".showingControls())
    }
    return lines
  }

  /// Makes the folder and those above it where they are not there.
  ///
  /// - Throws: `output.folder`.
  public static func prepareFolder(_ path: String) throws(Diagnostic) { try makeFolder(path) }
}

extension PagedDocument {
  /// The number of the page on which each anchor stands first.
  fileprivate var pageOfAnchor: [String: Int] {
    var places: [String: Int] = [:]
    func read(_ frame: Frame, _ number: Int) {
      for placed in frame.items {
        switch placed.item {
        case .anchor(let name): if places[name] == nil { places[name] = number }
        case .group(let group): read(group.frame, number)
        default: continue
        }
      }
    }
    for page in pages { read(page.frame, page.number) }
    return places
  }
}
