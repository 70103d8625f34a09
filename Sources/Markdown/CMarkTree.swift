import CMarkGFM
import Synchronization

/// Sole owner of one document tree of cmark-gfm.
@safe struct CMarkTree: ~Copyable {
  private let raw: OpaquePointer

  /// Parses UTF-8 text; nil when memory runs out.
  ///
  /// Text is struck between double tildes only: a single one stands in ranges, 5~10万件. Bare links are found by
  /// ``bareLinks(in:)``. One document at a time: while it runs, an extension writes its special characters into tables that all of
  /// cmark-gfm's parsers share (`cmark_inlines_add_special_character`).
  init?(_ text: [UInt8]) {
    let tree: OpaquePointer? = unsafe Self.turn.withLock { _ in
      cmark_gfm_core_extensions_ensure_registered()
      guard let parser = unsafe cmark_parser_new(CMARK_OPT_FOOTNOTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE) else { return nil }
      for name in ["table", "strikethrough", "tasklist"] {
        if let found = unsafe cmark_find_syntax_extension(name) {
          _ = unsafe cmark_parser_attach_syntax_extension(parser, found)
        }
      }
      unsafe text.withUnsafeBytes { bytes in
        unsafe cmark_parser_feed(parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
      }
      let tree = unsafe cmark_parser_finish(parser)
      unsafe cmark_parser_free(parser)
      return unsafe tree
    }
    guard let tree = unsafe tree else { return nil }
    unsafe raw = tree
  }

  deinit { unsafe cmark_node_free(raw) }

  private static let turn = Mutex(())

  /// Shows the document node to `body`; no node may outlive the call.
  borrowing func withRoot<Result>(_ body: (CMarkNode) -> Result) -> Result {
    unsafe body(CMarkNode(raw))
  }
}

/// One node of a living ``CMarkTree``.
@safe struct CMarkNode {
  private let raw: OpaquePointer

  fileprivate init(_ raw: OpaquePointer) { unsafe self.raw = unsafe raw }

  var type: cmark_node_type { unsafe cmark_node_get_type(raw) }
  /// The name, which tells apart the types that extensions add (their numbers are given out as the program runs).
  var typeName: String { unsafe cmark_node_get_type_string(raw).map { unsafe String(cString: $0) } ?? "" }
  var literal: String { unsafe cmark_node_get_literal(raw).map { unsafe String(cString: $0) } ?? "" }
  var url: String { unsafe cmark_node_get_url(raw).map { unsafe String(cString: $0) } ?? "" }
  var title: String { unsafe cmark_node_get_title(raw).map { unsafe String(cString: $0) } ?? "" }
  var fenceInfo: String { unsafe cmark_node_get_fence_info(raw).map { unsafe String(cString: $0) } ?? "" }
  var isFenced: Bool {
    var length: Int32 = 0
    var offset: Int32 = 0
    var character: CChar = 0
    return unsafe cmark_node_get_fenced(raw, &length, &offset, &character) != 0
  }
  var headingLevel: Int { Int(unsafe cmark_node_get_heading_level(raw)) }
  var isOrdered: Bool { unsafe cmark_node_get_list_type(raw) == CMARK_ORDERED_LIST }
  var listStart: Int { Int(unsafe cmark_node_get_list_start(raw)) }
  var isTight: Bool { unsafe cmark_node_get_list_tight(raw) != 0 }
  var isTaskChecked: Bool { unsafe cmark_gfm_extensions_get_tasklist_item_checked(raw) }

  /// `l`, `c`, `r` or 0 for each column.
  var tableAlignments: [UInt8] {
    let count = Int(unsafe cmark_gfm_extensions_get_table_columns(raw))
    guard count > 0, let start = unsafe cmark_gfm_extensions_get_table_alignments(raw) else { return [] }
    return unsafe Array(UnsafeBufferPointer(start: start, count: count))
  }

  /// 1-based line and byte column, 0 where cmark does not know them; the end is included.
  var startLine: Int { Int(unsafe cmark_node_get_start_line(raw)) }
  var startColumn: Int { Int(unsafe cmark_node_get_start_column(raw)) }
  var endLine: Int { Int(unsafe cmark_node_get_end_line(raw)) }
  var endColumn: Int { Int(unsafe cmark_node_get_end_column(raw)) }

  var children: [CMarkNode] {
    var all: [CMarkNode] = []
    var next = unsafe cmark_node_first_child(raw)
    while let child = unsafe next {
      unsafe all.append(CMarkNode(child))
      unsafe next = cmark_node_next(child)
    }
    return all
  }
}
