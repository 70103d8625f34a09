import CLateLibraries
import CXML
import Diagnostics

/// The elements of an XML text one after the other (libxml2's reader): no network, no document types, no entities but the five
/// of XML, at most 256 levels deep.
@safe final class XMLReader {
  enum Event: Hashable {
    /// - Parameter isEmpty: no end follows.
    case start(String, isEmpty: Bool)
    case end(String)
    case text(String)
  }

  private let reader: xmlTextReaderPtr
  private let copy: UnsafeMutableBufferPointer<CChar>
  private let document: String
  private let part: String

  /// - Throws: `document.damaged`, `library.missing`.
  init(_ bytes: [UInt8], document: String, part: String) throws(Diagnostic) {
    guard late_library_xml() else { throw .missingLibrary("libxml2", package: "libxml2") }
    self.document = document
    self.part = part
    let copy = UnsafeMutableBufferPointer<CChar>.allocate(capacity: max(bytes.count, 1))
    unsafe bytes.withUnsafeBytes { input in
      _ = unsafe UnsafeMutableRawBufferPointer(copy).initializeMemory(as: UInt8.self, from: input)
    }
    let options =
      XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA
      | XML_PARSE_COMPACT
    guard let reader = unsafe xmlReaderForMemory(copy.baseAddress, Int32(clamping: bytes.count), nil, nil, Int32(options)) else {
      unsafe copy.deallocate()
      throw .error("document.damaged", "“\(part)” of the document cannot be read", at: SourceSpan(document: document))
    }
    unsafe self.copy = unsafe copy
    unsafe self.reader = reader
  }

  deinit {
    unsafe xmlFreeTextReader(reader)
    unsafe copy.deallocate()
  }

  /// The next event; nil at the end.
  ///
  /// - Throws: `document.damaged`, `document.doctype`.
  func next() throws(Diagnostic) -> Event? {
    while true {
      let state = unsafe xmlTextReaderRead(reader)
      guard state == 1 else {
        if state == 0 { return nil }
        let line = unsafe xmlTextReaderGetParserLineNumber(reader)
        throw .error(
          "document.damaged", "“\(part)” of the document is not well-formed, line \(line)", at: SourceSpan(document: document),
          hint: "save it again, or send the original")
      }
      switch unsafe xmlTextReaderNodeType(reader) {
      case 1: return .start(name, isEmpty: unsafe xmlTextReaderIsEmptyElement(reader) == 1)
      case 15: return .end(name)
      case 3, 4, 14:
        guard let value = unsafe xmlTextReaderConstValue(reader) else { continue }
        return .text(unsafe String(cString: value))
      case 5, 10:
        throw .error(
          "document.doctype", "“\(part)” of the document declares entities, which no office program writes",
          at: SourceSpan(document: document),
          hint: "save it again with an office program")
      default: continue
      }
    }
  }

  private var name: String { unsafe xmlTextReaderConstLocalName(reader).map { unsafe String(cString: $0) } ?? "" }

  /// The attribute of the element just started, by its name without prefix.
  func attribute(_ wanted: String) -> String? {
    guard unsafe xmlTextReaderMoveToFirstAttribute(reader) == 1 else { return nil }
    defer { unsafe xmlTextReaderMoveToElement(reader) }
    repeat {
      if name == wanted { return unsafe xmlTextReaderConstValue(reader).map { unsafe String(cString: $0) } }
    } while unsafe xmlTextReaderMoveToNextAttribute(reader) == 1
    return nil
  }

  func number(_ wanted: String) -> Int? { attribute(wanted).flatMap { Int($0) } }

  /// Whether a switch such as `w:b` is on: there without a value, or with one that is not off.
  var isOn: Bool { !["0", "false", "off"].contains(attribute("val") ?? "1") }

  /// Reads to the end of the element just started.
  func skip(_ element: String, isEmpty: Bool) throws(Diagnostic) {
    if isEmpty { return }
    var depth = 1
    while depth > 0, let event = try next() {
      switch event {
      case .start(_, isEmpty: false): depth += 1
      case .end: depth -= 1
      default: continue
      }
    }
  }
}
