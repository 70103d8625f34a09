import Diagnostics
package import Geometry
import StructuredData

/// What the pages of some parts have otherwise than the layout's own; parts name it in `sections`.
package struct PageMaster: Hashable, Sendable {
  /// Nil where the layout's own counts. `inner` is at the fold, the left side of a sheet that faces no other.
  package var top: Length?
  package var bottom: Length?
  package var inner: Length?
  package var outer: Length?
  package var gutter: Length?
  package var textColumns: Int?
  package var notes: Layout.NotePlace?
  /// Whether there are a running head and a folio.
  package var hasFurniture: Bool?
}

extension Layout {
  /// A part of a report, and the master of its pages.
  struct PartShape: Sendable {
    var section: Section
    var master: Spanned<String>?
  }

  /// As it is on the pages of a part, which may have a master.
  package func on(_ section: Section) -> Layout {
    guard let master = masterOfSection[section].flatMap({ masters[$0] }) else { return self }
    var copy = self
    copy.margins = Insets(
      top: master.top ?? margins.top, right: master.outer ?? margins.right, bottom: master.bottom ?? margins.bottom,
      left: master.inner ?? margins.left)
    copy.gutter = master.gutter ?? gutter
    copy.textColumns = master.textColumns ?? textColumns
    copy.notes = master.notes ?? notes
    copy.hasFurniture = master.hasFurniture ?? hasFurniture
    return copy
  }

  /// Whether the pages of two parts are alike, so that one may begin below the other.
  package func isOnePage(_ section: Section, _ other: Section) -> Bool { masterOfSection[section] == masterOfSection[other] }
}

extension Layout {
  /// - Parameter scale: by which margins are larger than on the page that is laid out.
  static func mastersShape(scale: Double) -> NodeShape<[(key: Spanned<String>, value: PageMaster)]> {
    .dictionary(of: master(scale: scale))
  }

  private static func master(scale: Double) -> NodeShape<PageMaster> {
    .record("PageMaster") { fields in
      let margins = fields.optional("margins", masterMargins, "Distances that differ from the layout's.")
      let gutter = fields.optional("gutter", .length(in: 0...200), "Space between columns.")
      let textColumns = fields.optional("text-columns", .integer(in: 1...4), "Columns of running text.")
      let notes = fields.optional("notes", .choice(NotePlace.self), "Where notes stand.")
      let hasFurniture = fields.optional("furniture", .bool, "Whether there are a running head and a folio.")
      func inner(_ length: Length?) -> Length? { length.map { $0 / scale } }
      return PageMaster(
        top: inner(margins?.top), bottom: inner(margins?.bottom), inner: inner(margins?.inner), outer: inner(margins?.outer),
        gutter: gutter, textColumns: textColumns, notes: notes, hasFurniture: hasFurniture)
    }
  }

  private static let masterMargins = NodeShape<(top: Length?, bottom: Length?, inner: Length?, outer: Length?)>.record(
    "MasterMargins"
  ) { fields in
    let top = fields.optional("top", .length)
    let bottom = fields.optional("bottom", .length)
    let inner = fields.optional("inner", .length, "At the fold; left where pages do not face each other.")
    let outer = fields.optional("outer", .length, "At the cut; right where pages do not face each other.")
    return (top, bottom, inner, outer)
  }

  /// A part by its name, or with the master of its pages.
  static let part = NodeShape<PartShape>.either(
    NodeShape<Section>.choice(Section.self).map { section, _ in PartShape(section: section) },
    or: .record("Part") { fields in
      let section = fields.required("part", .choice(Section.self), "What is made.")
      let master = fields.required("master", .text, "The name of its master in `masters`.")
      guard let section, let master else { return nil }
      return PartShape(section: section, master: Spanned(master, at: fields.span(of: "master")))
    })

  /// Binds the parts to the masters that they name.
  mutating func bind(
    _ parts: [PartShape], to named: [(key: Spanned<String>, value: PageMaster)], _ fields: inout Fields
  ) {
    for master in named { masters[master.key.value] = master.value }
    for part in parts {
      guard let master = part.master else { continue }
      guard masters[master.value] != nil else {
        let near = nearestName(to: master.value, among: masters.keys.sorted()).map { "did you mean “\($0)”?" }
        let names = masters.keys.sorted().joined(separator: ", ")
        fields.findings.add(
          .error(
            "layout.master", "there is no master “\(master.value)”", at: master.span,
            hint: near ?? (names.isEmpty ? "write it under `masters`" : "one of \(names)")))
        continue
      }
      guard part.section != .masthead, part.section != .card else {
        fields.findings.add(
          .error(
            "layout.master", "“\(part.section.rawValue)” has no pages of its own", at: master.span,
            hint: part.section == .masthead ? "name the master at the part that follows it" : nil))
        continue
      }
      masterOfSection[part.section] = master.value
    }
    for master in named
    where !masterOfSection.values.contains(master.key.value) && !parts.contains(where: { $0.master?.value == master.key.value }) {
      fields.findings.add(
        .warning("layout.master", "no part has the master “\(master.key.value)”", at: master.key.span, hint: "name it in `sections`"))
    }
    for master in named { checkRoom(of: master, &fields) }
  }

  /// Whether the text has room on the pages of a master.
  private func checkRoom(of master: (key: Spanned<String>, value: PageMaster), _ fields: inout Fields) {
    guard let section = masterOfSection.first(where: { $0.value == master.key.value })?.key else { return }
    let page = on(section)
    func report(_ rule: String, _ message: String) {
      fields.findings.add(.error(rule, "on the pages of “\(master.key.value)” " + message, at: master.key.span))
    }
    if page.measure.points < 36 || page.typeArea.height < page.baseline * 4 {
      report("layout.margins", "the margins leave no room for a type area")
    } else if page.gutter * Double(page.columns - 1) >= page.measure {
      report("layout.gutter", "\(page.columns) columns with these gutters are wider than the type area")
    } else if page.measure(textColumns: page.textColumns).points < 100 {
      report("layout.text-columns", "\(page.textColumns) columns leave no room for a line")
    } else if let problem = page.noteProblem {
      report("layout.notes", problem)
    }
  }
}
