/// A file that a report was made from, as it was read.
package struct SourceFile: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case article, indicators, corrections, report
    /// What the codes of SDMX data mean.
    case codes
  }
  package var kind: Kind
  /// The path as given; the id of its document.
  package var path: String
  package var bytes: [UInt8]

  package init(_ kind: Kind, path: String, bytes: [UInt8]) {
    self.kind = kind
    self.path = path
    self.bytes = bytes
  }

  var mediaType: String {
    switch path.split(separator: ".").last?.lowercased() {
    case "html", "htm": "text/html"
    case "md", "markdown": "text/markdown"
    case "yaml", "yml": "application/yaml"
    case "json": "application/json"
    case "jsonl": "application/jsonl"
    case "csv": "text/csv"
    default: "text/plain"
    }
  }
}

/// Names by which the files stand in a document: their own, numbered where two share one. No path of the machine is among
/// them; standard input is `input.txt`.
func attachmentNames(_ files: [SourceFile], besides others: [String] = []) -> [String] {
  var taken: Set<String> = [indicatorsName + ".json", indicatorsName + ".csv", manifestName]
  taken.formUnion(others)
  return files.map { file in
    let own = file.path == "-" ? "input.txt" : fileName(file.path)
    var name = own
    var count = 2
    while !taken.insert(name).inserted {
      name = "\(count)-\(own)"
      count += 1
    }
    return name
  }
}

/// The name of the indicator set inside a document, without its suffix.
let indicatorsName = "whitepaper-indicators"
let manifestName = "whitepaper-manifest.json"
