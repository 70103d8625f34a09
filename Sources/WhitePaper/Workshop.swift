import Articles
package import Assets
public import Diagnostics
package import Fonts
package import Indicators
package import Report
import Scene
import StructuredData
import Typesetting

/// Where texts become indicators, and indicators become pages: the stages of WhitePaper with their data files at hand.
///
/// A value; using it from several threads is safe. Nothing is written and nothing is printed: findings come back
/// beside the results, failures are thrown as `Diagnostics`.
public struct Workshop: Sendable {
  /// Where inputs are read. Files in memory can be put before those of this machine.
  public var files = InputFiles()
  /// What a session keeps from one edition for the next.
  var memory: SessionMemory?
  package let assets: Assets
  package let fonts: FontLibrary
  let conceptFiles: ConceptFiles
  let languageFiles: LanguageFiles
  let codeFiles: [String]
  let pageFiles: PageFiles
  let lookFiles = LookFiles()

  /// - Parameters:
  ///   - fontFolders: further folders of fonts, searched after the shipped one.
  ///   - conceptFiles: further concept files (YAML or JSON); a concept of theirs replaces the project's of the same id.
  ///   - codeFiles: mapping files (YAML or JSON) of the columns and codes of SDMX data.
  /// - Throws: what is missing or wrong in the data files named here; the project's own are read when they are needed.
  public init(fontFolders: [String] = [], conceptFiles: [String] = [], codeFiles: [String] = []) throws(Diagnostics) {
    let assets = try Diagnostics.several { () throws(Diagnostic) in try Assets() }
    self.assets = assets
    fonts = try Diagnostics.several { () throws(Diagnostic) in
      try FontLibrary(directories: [assets.fonts] + fontFolders)
    }
    self.conceptFiles = ConceptFiles(assets.files(in: assets.concepts, suffix: ".yaml") + conceptFiles)
    languageFiles = LanguageFiles(assets)
    self.codeFiles = codeFiles
    pageFiles = PageFiles(assets)
    if !conceptFiles.isEmpty { _ = try self.conceptFiles.book() }
  }

  /// The same for one piece of work: from here on account is kept of every file that is read, whoever names it, and what is written may
  /// replace none of them.
  public func forOneWork() -> Workshop {
    var copy = self
    copy.files.asked = AskedFiles()
    return copy
  }

  /// The concepts of the project and of the user's files.
  package var concepts: ConceptBook {
    get throws(Diagnostics) { try conceptFiles.book().value }
  }

  /// Reads the concepts on another thread, for work that will ask for them later.
  public func prepareConcepts() { conceptFiles.readAhead() }

  /// What is doubtful in the concept files: a wording of two concepts, an id that is none.
  public var conceptFindings: [Diagnostic] {
    get throws(Diagnostics) { try conceptFiles.book().diagnostics }
  }

  // MARK: Names

  /// Layouts shipped with the project, by name.
  public var layoutNames: [String] { designs.names(.layout) }
  /// The themes at hand, sorted.
  public var themeNames: [String] { designs.names(.theme) }
  /// The faces at hand.
  public var fontNames: [String] { fonts.names }

  var designs: DesignFiles { DesignFiles(assets: assets, files: files, reportFolder: nil) }

  // MARK: Layouts and themes

  /// A layout by name, or from a file.
  package func layout(_ name: String) throws(Diagnostics) -> Layout {
    try read(FileReference(name), .layout, shape: Layout.shape)
  }

  package func theme(_ name: String) throws(Diagnostics) -> Theme {
    try read(FileReference(name), .theme, shape: Theme.shape)
  }

  private func read<Value>(_ name: FileReference, _ kind: DesignFiles.Kind, shape: NodeShape<Value>)
    throws(Diagnostics) -> Value
  {
    let place = try Diagnostics.several { () throws(Diagnostic) in try designs.place(of: name, kind, beside: nil) }
    return try designs.read(place, kind, shape: shape).value
  }
}
