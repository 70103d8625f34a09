import Diagnostics
import PDFFile

/// A PDF whose objects can be changed and added to: an update is put behind its end, as editors do (PDF 32000-1, 7.5.6).
struct UpdatedPDF {
  struct Object {
    /// Of a stream its dictionary.
    var value: PDFValue
    /// What the stream holds, unpacked.
    var content: [UInt8]?

    var dictionary: PDFDictionary {
      get { value.dictionary ?? PDFDictionary() }
      set { value = .dictionary(newValue) }
    }
  }
  private let original: [UInt8]
  private let information: Int?
  let root: Int
  /// The numbers of the pages' objects, in order.
  let pages: [Int]
  private(set) var objects: [Int: Object] = [:]
  private var changed: Set<Int> = []
  private var size: Int

  init(_ bytes: [UInt8]) throws(Diagnostic) {
    original = bytes
    let file = try QPDFFile.reading(bytes)
    root = file.objectNumber(file.root)
    information = file.has(file.trailer, "/Info") ? file.objectNumber(file.get(file.trailer, "/Info")) : nil
    pages = file.pages.map { file.objectNumber($0) }
    size = file.int(file.get(file.trailer, "/Size")) ?? 0
    for number in 1..<max(1, size) {
      if let value = file.syntax(number) { objects[number] = Object(value: value, content: file.content(ofStream: number)) }
    }
  }

  var numbers: [Int] { objects.keys.sorted() }
  var informationNumber: Int { information ?? 0 }

  subscript(number: Int) -> Object {
    get { objects[number] ?? Object(value: PDFValue(syntax: "null")) }
    set {
      objects[number] = newValue
      changed.insert(number)
    }
  }

  mutating func add(_ object: Object) -> Int {
    let number = size
    size += 1
    self[number] = object
    return number
  }

  mutating func add(_ syntax: String, content: [UInt8]? = nil) -> Int {
    add(Object(value: PDFValue(syntax: syntax), content: content))
  }

  /// The dictionary that a value is or refers to, changed.
  mutating func change(_ value: PDFValue?, at number: Int, key: StaticString, _ change: (inout PDFDictionary) -> Void) {
    if let reference = value?.reference {
      change(&self[reference].dictionary)
    } else {
      var inner = value?.dictionary ?? PDFDictionary()
      change(&inner)
      self[number].dictionary[key] = .dictionary(inner)
    }
  }

  var bytes: [UInt8] {
    var out = original
    var rows: [UInt8] = []
    var index = ""
    func row(_ number: Int) {
      index += "\(number) 1 "
      rows += [1] + stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: out.count >> $0) } + [0, 0]
    }
    for number in changed.sorted() {
      row(number)
      out += Array("\(number) 0 obj\n".utf8)
      var value = self[number].value
      if let content = self[number].content, var dictionary = value.dictionary {
        (dictionary["Filter"], dictionary["DecodeParms"]) = (nil, nil)
        dictionary["Length"] = .integer(content.count)
        value = .dictionary(dictionary)
        out += value.bytes
        out += Array("\nstream\n".utf8)
        out += content
        out += Array("\nendstream".utf8)
      } else {
        out += value.bytes
      }
      out += Array("\nendobj\n".utf8)
    }
    let start = out.count
    row(size)
    let before = original.reversed().drop { !(0x30...0x39).contains($0) }.prefix { (0x30...0x39).contains($0) }.reversed()
    let head =
      "\(size) 0 obj\n<</Type/XRef/Size \(size + 1)/Root \(root) 0 R/Info \(informationNumber) 0 R"
      + "/Prev \(String(decoding: Array(before), as: UTF8.self))/W[1 4 2]/Index[\(index)]/Length \(rows.count)>>\nstream\n"
    out += Array(head.utf8) + rows + Array("\nendstream\nendobj\nstartxref\n\(start)\n%%EOF\n".utf8)
    return out
  }
}
