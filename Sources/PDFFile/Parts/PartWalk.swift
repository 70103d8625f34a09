import Digest

/// Walks all that can be reached in a file and makes every object a part of one thing: of what leads to it first.
///
/// Where another part refers to an object, its part and its number in it stand there, so that a change shows where it is and hardly
/// elsewhere. What a program changes that only packs a file anew (numbers of objects, compression, nodes of pages) changes nothing.
struct PartWalk {
  /// A part while it is walked.
  struct Growing {
    let part: PDFPart
    /// What its objects are called by others.
    fileprivate let prefix: String
    fileprivate var syntax = CanonicalSyntax()
    fileprivate var count = 0

    fileprivate init(_ part: PDFPart) {
      self.part = part
      prefix = part.label + "#"
    }
  }

  private(set) var digests: [DigestedPart] = []
  /// What stands for an object that is referred to, by its number.
  private var labels: [Int: String] = [:]
  /// Fonts and pictures that were met: parts of their own.
  private var waiting: [(number: Int, part: PDFPart)] = []
  private var uses: [PDFPart: Int] = [:]

  /// Names an object that is walked apart.
  ///
  /// - Returns: false where it has a name, so that nothing is walked twice.
  mutating func name(_ number: Int, _ label: String) -> Bool {
    guard labels[number] == nil else { return false }
    labels[number] = label
    return true
  }

  /// Writes a value, and all that nothing led to before.
  mutating func write(_ value: PDFValue, to growing: inout Growing, in file: borrowing some PDFObjects & ~Copyable) {
    var open = writeAlone(value, to: &growing, in: file)[...]
    while let number = open.popFirst() { open += write(objectAlone: number, to: &growing, in: file) }
  }

  /// Writes an object that has its name, and all that nothing led to before.
  mutating func write(object number: Int, to growing: inout Growing, in file: borrowing some PDFObjects & ~Copyable) {
    var open = write(objectAlone: number, to: &growing, in: file)[...]
    while let number = open.popFirst() { open += write(objectAlone: number, to: &growing, in: file) }
  }

  mutating func write(_ word: String, to growing: inout Growing) { growing.syntax.write(word) }

  mutating func begin(_ part: PDFPart) -> Growing { Growing(numbered(part)) }

  mutating func end(_ growing: consuming Growing) { digests.append(DigestedPart(growing.part, sha256(growing.syntax.bytes))) }

  /// Where two parts are called the same, as two subsets of a font, the later has a number.
  private mutating func numbered(_ part: PDFPart) -> PDFPart {
    uses[part, default: 0] += 1
    guard let count = uses[part], count > 1 else { return part }
    return PDFPart(part.kind, page: part.page, name: (part.name.map { $0 + " " } ?? "") + "\(count)")
  }

  /// Walks the fonts and pictures that were met.
  mutating func endWaiting(in file: borrowing some PDFObjects & ~Copyable) {
    var place = 0
    while place < waiting.count {
      var growing = Growing(waiting[place].part)
      write(object: waiting[place].number, to: &growing, in: file)
      end(growing)
      place += 1
    }
    waiting = []
  }

  /// - Returns: the objects that were met.
  private mutating func write(objectAlone number: Int, to growing: inout Growing, in file: borrowing some PDFObjects & ~Copyable) -> [Int] {
    guard let value = file.syntax(number) else { return [] }
    guard var dictionary = value.dictionary else { return writeAlone(value, to: &growing, in: file) }
    if let content = file.digest(ofStream: number) {
      growing.syntax.write(content.digest)
      // How long it is and how it is packed is no part of it.
      dictionary["Length"] = nil
      if content.isUnpacked { (dictionary["Filter"], dictionary["DecodeParms"]) = (nil, nil) }
    }
    return writeAlone(.dictionary(dictionary), to: &growing, in: file)
  }

  private mutating func writeAlone(
    _ value: PDFValue, to growing: inout Growing, in file: borrowing some PDFObjects & ~Copyable
  ) -> [Int] {
    var met: [Int] = []
    for number in references(in: value) where labels[number] == nil {
      let dictionary = file.dictionary(number)
      if dictionary["Type"]?.isName("Font") == true, growing.part.kind != .font {
        let name = dictionary["BaseFont"].map { String(decoding: $0.bytes.dropFirst(), as: UTF8.self) }
        wait(number, PDFPart(.font, name: name))
      } else if dictionary["Subtype"]?.isName("Image") == true, dictionary["Width"] != nil, growing.part.kind != .picture {
        wait(number, PDFPart(.picture, page: growing.part.page))
      } else {
        labels[number] = growing.prefix + "\(growing.count)"
        growing.count += 1
        met.append(number)
      }
    }
    growing.syntax.write(value) { labels[$0] ?? "" }
    return met
  }

  private mutating func wait(_ number: Int, _ part: PDFPart) {
    let part = numbered(part)
    labels[number] = part.label
    waiting.append((number, part))
  }
}

extension PDFPart {
  /// What it is called where others refer to it.
  fileprivate var label: String { "\(kind.rawValue) \(page ?? 0) \(name ?? "")" }
}

/// In the order in which they are written.
private func references(in value: PDFValue) -> [Int] {
  var found: [Int] = []
  // References end in a letter that stands in few other values.
  guard value.bytes.contains(UInt8(ascii: "R")) else { return found }
  var syntax = CanonicalSyntax()
  syntax.write(value) {
    found.append($0)
    return ""
  }
  return found
}
