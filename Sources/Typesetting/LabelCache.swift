package import Geometry
import Synchronization

/// Labels already set; charts ask for the same ones again while they fit their parts.
final class LabelCache: Sendable {
  private let lines = Mutex<[StyledText: Line]>([:])
  private static let capacity = 8192

  subscript(text: StyledText) -> Line? {
    get { lines.withLock { $0[text] } }
    set {
      lines.withLock {
        if $0.count >= LabelCache.capacity { $0.removeAll(keepingCapacity: true) }
        $0[text] = newValue
      }
    }
  }
}

/// Paragraphs of charts already set; a chart asks for the same ones again for each size that it tries.
package final class ParagraphCache: Sendable {
  private struct Key: Hashable {
    var text: StyledText
    var width: Length
    var leading: Length
    var keepsWords: Bool
  }
  private let known = Mutex<[Key: [Line]]>([:])
  private static let capacity = 2048

  /// The lines that are known, else those that `make` gives, which depend on nothing but the parameters.
  package func lines(of text: StyledText, width: Length, leading: Length, keepsWords: Bool, _ make: () -> [Line]) -> [Line] {
    let key = Key(text: text, width: width, leading: leading, keepsWords: keepsWords)
    if let lines = known.withLock({ $0[key] }) { return lines }
    let lines = make()
    known.withLock {
      if $0.count >= ParagraphCache.capacity { $0.removeAll(keepingCapacity: true) }
      $0[key] = lines
    }
    return lines
  }
}
