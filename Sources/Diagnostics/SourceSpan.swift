/// A place in an input: `range` counts code points from the document's start, a byte order mark included.
public struct SourceSpan: Hashable, Sendable {
  /// The document as the user named it (a path, or `-`).
  public var document: String
  /// Code points from the start of the document.
  public var range: Range<Int>
  /// 1-based line and column (in code points) of the range's start; nil where the reader does not know them.
  public var start: Position?

  /// A line and a column, as editors count them.
  public struct Position: Hashable, Sendable {
    /// From 1.
    public var line: Int
    /// From 1, in Unicode scalars.
    public var column: Int
    /// A place by line and column.
    public init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  /// A part of a document; without a range, all of it.
  public init(document: String, range: Range<Int> = 0..<0, start: Position? = nil) {
    self.document = document
    self.range = range
    self.start = start
  }
}

/// Finds lines and columns in a text once it is known that a message needs them; linear to build, then a binary search.
public struct LineTable: Sendable {
  @usableFromInline let starts: [Int]

  /// - Parameter scalars: the decoded document. LF, CR and CRLF end a line.
  @inlinable public init(_ scalars: some Sequence<Unicode.Scalar>) {
    var starts = [0]
    var offset = 0
    var afterReturn = false
    for scalar in scalars {
      offset += 1
      if scalar == "\n" {
        if afterReturn { starts[starts.count - 1] = offset } else { starts.append(offset) }
        afterReturn = false
      } else if scalar == "\r" {
        starts.append(offset)
        afterReturn = true
      } else {
        afterReturn = false
      }
    }
    self.starts = starts
  }

  /// The line and column of an offset in scalars.
  public func position(of offset: Int) -> SourceSpan.Position {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return .init(line: low + 1, column: offset - starts[low] + 1)
  }
}
