/// What is known of each place of a block, in order. Beyond the ends stands nothing: what stood before the first token or behind the last is
/// asked for all the time, and answered by `beyond`.
struct BoundedRow<Element> {
  private var elements: [Element]
  private let beyond: Element

  init(_ elements: [Element], beyond: Element) {
    self.elements = elements
    self.beyond = beyond
  }
}

extension BoundedRow: Sendable where Element: Sendable {}

extension BoundedRow: RandomAccessCollection, MutableCollection {
  var startIndex: Int { 0 }
  var endIndex: Int { elements.count }

  subscript(position: Int) -> Element {
    get { position >= 0 && position < elements.count ? elements[position] : beyond }
    set { if position >= 0, position < elements.count { elements[position] = newValue } }
  }

  /// The part of it that there is.
  subscript(bounds: Range<Int>) -> ArraySlice<Element> {
    get { elements[bounds.clamped(to: elements.indices)] }
    set { elements[bounds.clamped(to: elements.indices)] = newValue }
  }
}
