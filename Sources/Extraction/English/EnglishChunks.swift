/// The chunks of a block. Beyond its ends stands a stop, so that what looks ahead or back needs not ask where they are: a text may be cut
/// off behind any word.
struct EnglishChunks: RandomAccessCollection, Sendable {
  private let chunks: [EnglishChunk]
  private let stop: EnglishChunk

  /// - Parameter end: the token behind the last one of the block, a stop.
  init(_ chunks: [EnglishChunk], end: Int) {
    self.chunks = chunks
    stop = EnglishChunk(kind: .border(.stop), tokens: end..<(end + 1))
  }

  var startIndex: Int { 0 }
  var endIndex: Int { chunks.count }
  subscript(index: Int) -> EnglishChunk { chunks.indices.contains(index) ? chunks[index] : stop }
  subscript(bounds: Range<Int>) -> ArraySlice<EnglishChunk> { chunks[bounds.clamped(to: chunks.indices)] }
}
