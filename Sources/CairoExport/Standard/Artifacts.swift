import AllCores
import Diagnostics
import PDFFile

/// Marks as artifacts what cairo left unmarked: everything drawn outside structure tags.
///
/// - Throws: `pdf.cairo` when the content of a page cannot be read.
func markArtifacts(in file: inout CairoFile) throws(Diagnostic) {
  let contents = file.pageNumbers.compactMap { file[$0]["Contents"]?.reference }
  let marked = onAllCores(contents.count) { [file] page in
    file.content(ofStream: contents[page]).map { StreamData.packed(markedContent($0)) }
  }
  for (number, content) in zip(contents, marked) {
    guard let content else { throw .error("pdf.cairo", "a page of the PDF that cairo wrote cannot be read back") }
    file.set(number, content, PDFDictionary())
  }
}

/// A content stream in which all painting is marked content. cairo ends a text object before each tag and never tags inside
/// one, so an artifact may begin before `BT`, a path, an image or a shading, and ends before the next tag and before the
/// graphics state is saved or restored.
package func markedContent(_ content: [UInt8]) -> [UInt8] {
  var marker = ArtifactMarker(capacity: content.count + content.count / 8)
  var lexer = ContentLexer(content)
  // Operands stand in front of their operator; what is put before an operator goes before them.
  var operands = 0
  while let token = lexer.next() {
    guard token.isOperator else { continue }
    marker.take(lexer.operation(token), content[operands..<token.range.upperBound])
    operands = token.range.upperBound
  }
  marker.finish(content[operands...])
  return marker.out
}

private struct ArtifactMarker {
  var out: [UInt8] = []
  private var depth = 0
  private var isOpen = false

  init(capacity: Int) { out.reserveCapacity(capacity) }

  mutating func take(_ operation: ContentOperator, _ bytes: ArraySlice<UInt8>) {
    switch operation {
    case .beginMarked:
      close()
      depth += 1
    case .endMarked: depth = max(0, depth - 1)
    case .saveOrRestore: close()
    case .paints:
      if depth == 0, !isOpen {
        out += Array("\n/Artifact BMC".utf8)
        isOpen = true
      }
    case .other: break
    }
    out += bytes
  }

  mutating func finish(_ rest: ArraySlice<UInt8>) {
    close()
    out += rest
  }

  private mutating func close() {
    if isOpen { out += Array("\nEMC".utf8) }
    isOpen = false
  }
}
