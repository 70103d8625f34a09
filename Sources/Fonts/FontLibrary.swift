package import Diagnostics
import Dispatch
package import Scene
import Synchronization

/// The fonts that one run of the program may use. A ``FontID`` is an index into ``resources``.
///
/// Faces are read from disk when they are first asked for.
package final class FontLibrary: Sendable {
  package let resources: [FontResource]
  private let byName: [String: FontID]
  private let loaded: Mutex<[Typeface?]>
  /// Faces that were picked from a list of families, by the list and the weight.
  private let picked = Mutex<[FamilyWish: [FontID]]>([:])
  private let faults = Mutex<[Diagnostic]>([])
  /// Faces in use that are being read through for damage.
  private let checks = DispatchGroup()

  /// Scans `*.otf`, `*.ttf` and `*.ttc` in each folder; a font of a later folder replaces one of the same name.
  /// - Throws: `font.directory` for a folder that cannot be read, `font.damaged` for a file that is no whole font, `font.lost`
  ///   for a shipped file that is missing, `font.none` when no folder has a font.
  package init(directories: [String]) throws(Diagnostic) {
    var resources: [FontResource] = []
    var byName: [String: FontID] = [:]
    for directory in directories {
      for resource in try fontResources(inDirectory: directory) {
        if let known = byName[resource.name] {
          resources[Int(known.index)] = resource
        } else if resources.count < Int(UInt16.max) {
          byName[resource.name] = FontID(UInt16(resources.count))
          resources.append(resource)
        }
      }
    }
    guard !resources.isEmpty else {
      throw .error("font.none", "no font was found in \(directories.map { "“\($0)”" }.joined(separator: ", "))")
    }
    self.resources = resources
    self.byName = byName
    loaded = Mutex(Array(repeating: nil, count: resources.count))
  }

  /// Names that ``font(named:)`` knows: those of the files, then the families.
  package var names: [String] {
    var families: [String] = []
    for resource in resources where !families.contains(resource.family) { families.append(resource.family) }
    return resources.map(\.name) + families
  }

  /// The face of a family that CSS Fonts 4 (§5.2, font-weight) picks for a wanted weight; nil for an unknown family.
  package func font(family: String, weight: Int) -> FontID? {
    var best: (id: FontID, rank: Int)?
    for (index, resource) in resources.enumerated() where resource.family == family {
      let rank = weightRank(of: resource.weight, wanted: weight)
      if rank < best?.rank ?? .max { best = (FontID(UInt16(index)), rank) }
    }
    return best?.id
  }

  private struct FamilyWish: Hashable {
    var families: String
    var weight: Int
  }

  /// The families or font names of a list as CSS writes it (`"Noto Sans CJK SC", sans-regular`) that the library has, in order.
  package func fonts(families: String, weight: Int) -> [FontID] {
    let wish = FamilyWish(families: families, weight: weight)
    if let known = picked.withLock({ $0[wish] }) { return known }
    let found = families.split(separator: ",").compactMap { name -> FontID? in
      let name = trimmed(name)
      return self.font(family: name, weight: weight) ?? self.font(named: name)
    }
    picked.withLock {
      if $0.count >= 256 { $0.removeAll() }
      $0[wish] = found
    }
    return found
  }

  /// A font by the name of its file (`sans-regular`) or by family and weight (`Noto Sans CJK SC 700`, `… Bold`); a family
  /// alone means weight 400.
  package func font(named name: String) -> FontID? {
    if let id = byName[name] { return id }
    if let id = font(family: name, weight: 400) { return id }
    guard let space = name.lastIndex(of: " ") else { return nil }
    let last = name[name.index(after: space)...]
    guard let weight = Int(last) ?? weightNames[last.lowercased()] else { return nil }
    return font(family: String(name[..<space]), weight: weight)
  }

  /// `font.damaged` for each face whose bytes turned out damaged when it was first used: what was set in it must not be
  /// printed.
  ///
  /// Waits until every face that is in use has been read through.
  package var problems: [Diagnostic] {
    checks.wait()
    return faults.withLock { $0.sorted { $0.message < $1.message } }
  }

  /// The face itself, loaded on first use and read through for damage meanwhile, on another core. For a file that has vanished or
  /// whose order is damaged the first face that can be read stands in; ``problems`` says so.
  package func typeface(_ id: FontID) -> Typeface {
    loaded.withLock { faces in
      let wanted = Int(id.index)
      precondition(wanted < faces.count, "a font of another library")
      if let face = faces[wanted] { return face }
      for index in [wanted] + Array(faces.indices) {
        if let face = faces[index] { return face }
        let (path, number) = (resources[index].path, resources[index].faceIndex)
        guard let face = Typeface(contentsOf: path, faceIndex: number) else {
          note(path, "file")
          continue
        }
        DispatchQueue.global().async(group: checks) { [self] in
          if let damaged = FontFile.damage(of: path, face: number) { note(path, damaged) }
        }
        faces[wanted] = face
        return face
      }
      preconditionFailure("no font file of this library can be read any more")
    }
  }

  private func note(_ path: String, _ table: String) {
    let problem = Diagnostic.error(
      "font.damaged", "the font “\(path)” is damaged in its “\(table.filter { $0 != " " })”", at: SourceSpan(document: path),
      hint: "install it again")
    faults.withLock { if !$0.contains(problem) { $0.append(problem) } }
  }

  /// The first font that has a glyph for `scalar`: of `preferred` in order, then of the whole library, nearest weight to that of
  /// the first preferred font first. Nil when no font has one.
  package func font(covering scalar: Unicode.Scalar, preferred: [FontID]) -> FontID? {
    if let id = preferred.first(where: { typeface($0).covers(scalar) }) { return id }
    let weight = preferred.first.map { resources[Int($0.index)].weight } ?? 400
    let others = resources.indices.sorted {
      (abs(resources[$0].weight - weight), $0) < (abs(resources[$1].weight - weight), $1)
    }
    return others.lazy.map { FontID(UInt16($0)) }.first { typeface($0).covers(scalar) }
  }
}

/// The smaller, the better a weight serves for a wanted one (CSS Fonts 4 §5.2): for 400 to 500 first what is between the wanted
/// weight and 500, then lighter ones, then heavier; below 400 lighter ones first, above 500 heavier ones.
package func weightRank(of weight: Int, wanted: Int) -> Int {
  let distance = abs(weight - wanted)
  if distance == 0 { return 0 }
  if (400...500).contains(wanted) {
    if weight > wanted && weight <= 500 { return distance }
    return weight < wanted ? 1000 + distance : 2000 + distance
  }
  let liked = wanted < 400 ? weight < wanted : weight > wanted
  return liked ? distance : 2000 + distance
}

/// A family's name without the blanks and quotation marks around it.
private func trimmed(_ name: Substring) -> String {
  func isAround(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }
  var bytes = name.utf8[...]
  while bytes.first.map(isAround) == true { bytes.removeFirst() }
  while bytes.last.map(isAround) == true { bytes.removeLast() }
  return String(Substring(bytes))
}

private let weightNames = [
  "thin": 100, "extralight": 200, "light": 300, "regular": 400, "medium": 500, "semibold": 600, "bold": 700,
  "extrabold": 800, "black": 900,
]
