import Diagnostics
import Foundation
import StructuredData

/// An entry of a manifest: a job's keys with the names of parameters in their texts.
struct JobTemplate {
  private struct Parameter {
    var name: String
    var values: [String]
    var span: SourceSpan
  }

  private var fields: [Mapping.Entry]
  private var parameters: [Parameter] = []
  private let path: String
  private let span: SourceSpan

  private static let lists: Set<String> = ["inputs", "corrections", "allow"]
  private static let paths: Set<String> = lists.union(["output"])
  private static let keys: Set<String> = Set(Job.keys).subtracting(["text", "name", "files"])

  init(_ node: Node, defaults: Mapping?, path: String, isTable: Bool) throws(Diagnostics) {
    guard let mapping = node.mapping else {
      throw Diagnostics(.error("field.type", "expected a mapping, found \(node.brief)", at: node.span))
    }
    self.path = path
    span = node.span
    let own = Set(mapping.entries.map(\.key))
    let entries = mapping.entries + (defaults?.entries.filter { !own.contains($0.key) } ?? [])
    fields = entries.filter { $0.key != "parameters" && (!isTable || Self.keys.contains($0.key)) && !(isTable && $0.value.isNull) }
    if isTable {
      for index in fields.indices where Self.lists.contains(fields[index].key) {
        let items = (fields[index].value.text ?? "").split(separator: ";").map { $0.trimmed() }
        fields[index].value = Node(.sequence(items.map { Node(.string($0), at: fields[index].value.span) }), at: fields[index].value.span)
      }
      for entry in entries where !Self.keys.contains(entry.key) {
        parameters.append(Parameter(name: entry.key, values: [entry.value.text ?? ""], span: entry.keySpan))
      }
    } else if let node = entries.first(where: { $0.key == "parameters" })?.value {
      guard let named = node.mapping else {
        throw Diagnostics(.error("field.type", "expected a mapping of names to values, found \(node.brief)", at: node.span))
      }
      for entry in named.entries {
        parameters.append(Parameter(name: entry.key, values: try Self.values(entry.value, besides: path), span: entry.keySpan))
      }
      try refuseUnusedParameters()
    }
  }

  var count: Int { parameters.reduce(1) { $0.multipliedReportingOverflow(by: $1.values.count).partialValue } }

  func jobs(from first: Int) -> [PlannedJob] {
    var jobs: [PlannedJob] = []
    for number in 0..<count {
      var rest = number
      var values: [String: String] = [:]
      for parameter in parameters.reversed() {
        let value = parameter.values[rest % parameter.values.count]
        rest /= parameter.values.count
        values[parameter.name] = value
        values[parameter.name + ".name"] = fileName(value).split(separator: ".").first.map(String.init) ?? value
      }
      jobs.append(job(values, number: first + number + 1))
    }
    return jobs
  }

  private func job(_ values: [String: String], number: Int) -> PlannedJob {
    var problems: [Diagnostic] = []
    var entries: [Mapping.Entry] = []
    for field in fields {
      var value = field.value.filled(with: values, &problems)
      // A layout or theme is a name or a file.
      let isDesign =
        ["layout", "theme"].contains(field.key)
        && (value.text.map { $0.contains("/") || $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") } ?? false)
      if isDesign || Self.paths.contains(field.key) { value = placed(value, hasWildcards: field.key == "inputs", &problems) }
      entries.append(Mapping.Entry(key: field.key, keySpan: field.keySpan, value: value))
    }
    func add(_ key: String, _ value: Node) {
      if !entries.contains(where: { $0.key == key }) { entries.insert(Mapping.Entry(key: key, keySpan: span, value: value), at: 0) }
    }
    add("command", .string(Job.Command.render.rawValue))
    add("id", .string(String(number)))
    let node = Node(.mapping(Mapping(entries)), at: span)
    if problems.isEmpty {
      do throws(Diagnostics) {
        let job = try Job.shape.read(node).value
        if job.output == nil { problems.append(.error("batch.output", "the job names no `output`", at: span)) }
      } catch { problems += error.all }
    }
    // A layout or theme that is a file decides as well; a name is no file, and does no harm.
    let reads =
      ["inputs", "corrections"].flatMap { node[$0]?.sequence?.compactMap(\.text) ?? node[$0]?.text.map { [$0] } ?? [] }
      + ["layout", "theme"].compactMap { node[$0]?.text }
    return PlannedJob(
      id: node["id"]?.text ?? String(number), line: node.json(), output: node["output"]?.text, reads: reads, span: span, problems: problems)
  }

  /// Paths as seen from here, wildcards replaced by the files that are there, in the order of their names.
  private func placed(_ node: Node, hasWildcards: Bool, _ problems: inout [Diagnostic]) -> Node {
    var found: [Node] = []
    for item in node.sequence ?? [node] {
      guard let written = item.string, written != "-" else {
        found.append(item)
        continue
      }
      let path = resolve(written, besides: path)
      guard hasWildcards, written.contains(where: { "*?[".contains($0) }), !FileManager.default.fileExists(atPath: path) else {
        found.append(Node(.string(path), at: item.span))
        continue
      }
      let files = filesMatching(path)
      if files.isEmpty { problems.append(.error("batch.no-input", "no file is named like “\(written)”", at: item.span)) }
      found += files.map { Node(.string($0), at: item.span) }
    }
    return node.sequence == nil && !hasWildcards ? found.first ?? node : Node(.sequence(found), at: node.span)
  }

  private static func values(_ node: Node, besides path: String) throws(Diagnostics) -> [String] {
    if let items = node.sequence {
      let values = items.compactMap(\.text)
      guard values.count == items.count, !values.isEmpty else {
        throw Diagnostics(.error("field.type", "expected a list of texts and numbers", at: node.span))
      }
      guard Set(values).count == values.count else {
        throw Diagnostics(.error("batch.repeated", "a value stands twice in the list", at: node.span))
      }
      return values
    }
    if let one = node.text { return [one] }
    if let pattern = node["files"]?.string, node.mapping?.entries.count == 1 {
      let files = filesMatching(resolve(pattern, besides: path))
      guard !files.isEmpty else { throw Diagnostics(.error("batch.no-input", "no file is named like “\(pattern)”", at: node.span)) }
      // Inputs are placed beside the manifest once more.
      let folder = resolve("", besides: path)
      return files.map { !folder.isEmpty && $0.hasPrefix(folder) ? String($0.dropFirst(folder.count)) : $0 }
    }
    if let from = node["from"]?.numberText.flatMap(Int.init), let to = node["to"]?.numberText.flatMap(Int.init),
      node.mapping?.entries.count == 2, from <= to, to - from < BatchManifest.mostJobs
    {
      return (from...to).map(String.init)
    }
    throw Diagnostics(
      .error(
        "field.type", "expected values, found \(node.brief)", at: node.span,
        hint: "a list, {from: 2013, to: 2022} or {files: \"specs/*.yaml\"}"))
  }

  private func refuseUnusedParameters() throws(Diagnostics) {
    var names: Set<String> = []
    for field in fields { field.value.collectNames(&names) }
    let unused = parameters.filter { !names.contains($0.name) && !names.contains($0.name + ".name") }
    guard let parameter = unused.first else { return }
    throw Diagnostics(
      .error(
        "batch.unused-parameter", "no text of the entry names the parameter “\(parameter.name)”", at: parameter.span,
        hint: nearestName(to: parameter.name, among: names.sorted()).map { "did you mean “\($0)”?" }
          ?? "write {\(parameter.name)} in `inputs` and `output`"))
  }
}

/// Files named like a pattern (POSIX `glob`), in the order of their names' bytes.
private func filesMatching(_ pattern: String) -> [String] {
  var found = unsafe glob_t()
  defer { unsafe globfree(&found) }
  guard unsafe glob(pattern, GLOB_NOSORT, nil, &found) == 0, let paths = unsafe found.gl_pathv else { return [] }
  var files: [String] = []
  for index in unsafe 0..<Int(found.gl_pathc) { if let path = unsafe paths[index] { files.append(unsafe String(cString: path)) } }
  return files.filter { fileAttributes($0)?.isRegular == true }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}

extension Node {
  /// The node with `{name}` in its texts replaced; unknown names are problems.
  fileprivate func filled(with values: [String: String], _ problems: inout [Diagnostic]) -> Node {
    if let items = sequence { return Node(.sequence(items.map { $0.filled(with: values, &problems) }), at: span) }
    guard let text = string else { return self }
    var out = ""
    for piece in pieces(of: text) {
      switch piece {
      case .text(let text): out += text
      case .name(let name):
        if let value = values[name] {
          out += value
        } else {
          problems.append(
            .error(
              "batch.unknown-parameter", "there is no parameter “\(name)”", at: span,
              hint: nearestName(to: name, among: values.keys.sorted()).map { "did you mean “\($0)”?" }))
        }
      }
    }
    return Node(.string(out), at: span)
  }

  fileprivate func collectNames(_ names: inout Set<String>) {
    for item in sequence ?? [self] {
      for case .name(let name) in pieces(of: item.string ?? "") { names.insert(name) }
    }
  }
}

private enum TextPiece {
  case text(String)
  case name(String)
}

/// `data/{area}.txt` → `data/`, the name `area`, `.txt`. A brace without its partner is text.
private func pieces(of text: String) -> [TextPiece] {
  var pieces: [TextPiece] = []
  var rest = text[...]
  while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
    pieces.append(.text(String(rest[..<open])))
    pieces.append(.name(String(rest[rest.index(after: open)..<close])))
    rest = rest[rest.index(after: close)...]
  }
  return pieces + [.text(String(rest))]
}

extension Substring {
  fileprivate func trimmed() -> String { trimmingCharacters(in: .whitespaces) }
}
