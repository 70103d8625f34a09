import Assets
import Diagnostics
import Report
import StructuredData

/// Layouts and themes: shipped ones by name, others as files. `extends:` takes another one and changes the keys that stand there.
struct DesignFiles: Sendable {
  /// Where a layout or theme is.
  struct Place: Hashable, Sendable {
    var path: String
    var isShipped: Bool
  }

  enum Kind: String, Sendable { case layout, theme }

  let assets: Assets
  let files: InputFiles
  /// What a report's own design may read; nil: the user names the files.
  var reportFolder: ReportFolder?

  func names(_ kind: Kind) -> [String] {
    assets.files(in: folder(kind), suffix: ".yaml").map { String(fileName($0).dropLast(5)) }
  }

  private func folder(_ kind: Kind) -> String { assets.layouts + (kind == .theme ? "/themes" : "") }

  /// A shipped one by its name, else a file: `house` is `house.yaml` beside the file that names it.
  ///
  /// - Parameter file: the layout or report that names it; nil: the command line.
  /// - Throws: `layout.unknown`, `theme.unknown`, and what ``ReportFolder/path(of:limit:)`` throws.
  func place(of reference: FileReference, _ kind: Kind, beside file: String?) throws(Diagnostic) -> Place {
    let name = reference.path
    let shipped = names(kind)
    if shipped.contains(name) { return Place(path: "\(folder(kind))/\(name).yaml", isShipped: true) }
    let isPath = name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml")
    let written = isPath ? name : name + ".yaml"
    let path = file.map { resolve(written, besides: $0) } ?? written
    guard isPath || file != nil && files.exists(path) else {
      let near = nearestName(to: name, among: shipped).map { "did you mean “\($0)”?" }
      throw .error(
        "\(kind.rawValue).unknown", "there is no \(kind.rawValue) “\(name)”", at: reference.span,
        hint: near ?? "one of \(shipped.joined(separator: ", "))")
    }
    _ = try reportFolder?.check(path, named: reference)
    return Place(path: path, isShipped: false)
  }

  /// The logo of a theme, its pictures seen from the file that names them.
  ///
  /// - Throws: what is wrong with a picture, where it is named.
  func logo(of theme: Theme) throws(Diagnostics) -> Warned<LoadedLogo>? {
    guard let logo = theme.logo else { return nil }
    return try Diagnostics.several { () throws(Diagnostic) in
      let plain = try picture(logo.file)
      let onBrand = try logo.onBrand.map { file throws(Diagnostic) in try picture(file) }
      return Warned(
        LoadedLogo(logo, picture: plain.value, onBrand: onBrand?.value), plain.diagnostics + (onBrand?.diagnostics ?? []))
    }
  }

  private func picture(_ reference: FileReference) throws(Diagnostic) -> Warned<LoadedPicture> {
    let path = reference.span.map { resolve(reference.path, besides: $0.document) } ?? reference.path
    do throws(Diagnostic) {
      let changed = try reportFolder?.check(path, named: reference, limit: ReportFolder.pictureLimit)
      let loaded = try loadPicture(files.bytes(path), named: path)
      return Warned(loaded.value, [changed].compactMap { $0 } + loaded.diagnostics)
    } catch {
      var problem = error
      problem.span = reference.span
      throw problem
    }
  }

  /// Reads a layout or theme with what it extends.
  func read<Value>(_ place: Place, _ kind: Kind, shape: NodeShape<Value>) throws(Diagnostics) -> Warned<Value> {
    try shape.read(node(place, kind, chain: []))
  }

  private func node(_ place: Place, _ kind: Kind, chain: [Place]) throws(Diagnostics) -> Node {
    let text = try Diagnostics.several { () throws(Diagnostic) in try files.text(place.path) }
    let node = try parseYAML(text, document: place.path)
    guard let base = node["extends"] else { return node }
    guard let name = base.string, !name.isEmpty else {
      throw Diagnostics(.error("field.type", "`extends` names one \(kind.rawValue)", at: base.span))
    }
    let chain = chain + [place]
    let other = try Diagnostics.several { () throws(Diagnostic) in
      try self.place(of: FileReference(name, at: base.span), kind, beside: place.path)
    }
    guard !chain.contains(other) else {
      throw Diagnostics(
        .error("\(kind.rawValue).circular", "“\(name)” extends this \(kind.rawValue) itself", at: base.span))
    }
    guard chain.count < 16 else {
      throw Diagnostics(.error("\(kind.rawValue).depth", "sixteen \(kind.rawValue)s extend each other", at: base.span))
    }
    return try self.node(other, kind, chain: chain).overlaid(with: node)
  }
}
