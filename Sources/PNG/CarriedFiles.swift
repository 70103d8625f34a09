import Deflate
package import Diagnostics

/// A file inside a PNG file, in a chunk of its own.
package struct CarriedFile: Hashable, Sendable {
  package var name: String
  package var bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// A PNG file taken apart: what it was before files were put in, and these.
package struct OpenedPNG: Hashable, Sendable {
  /// Byte for byte, as it was given to ``carrying(_:in:)``.
  package var picture: [UInt8]
  package var files: [CarriedFile]
}

/// Ancillary, private and unsafe to copy (PNG, 5.4): programs that do not know the chunk show the picture all the same, and those that
/// change the picture leave out what was said of the old one. It holds the file's name in UTF-8, a zero byte, and a zlib stream.
private let chunkName = "wpAT"

/// What all files of one picture hold at most, unpacked.
private let limit = 256 << 20

/// The picture with files put before its end.
///
/// - Parameter png: a whole PNG file; another is given back as it is.
package func carrying(_ files: [CarriedFile], in png: [UInt8]) -> [UInt8] {
  let end = png.count - 12
  guard end >= 8, png[(end + 4)..<(end + 8)].elementsEqual("IEND".utf8) else { return png }
  var out = ChunkWriter(Array(png[..<end]))
  for file in files { out.chunk(chunkName, Array(file.name.utf8) + [0] + deflated(file.bytes, level: 9)) }
  return out.bytes + png[end...]
}

/// Takes a PNG file apart.
///
/// - Throws: `png.signature`, `png.damaged`, and `png.carried` for a file that cannot be unpacked or is too large.
package func openPNG(_ bytes: [UInt8], document: String) throws(Diagnostic) -> OpenedPNG {
  let span = SourceSpan(document: document)
  guard bytes.starts(with: ChunkWriter.signature) else { throw .error("png.signature", "this is not a PNG file", at: span) }
  var opened = OpenedPNG(picture: ChunkWriter.signature, files: [])
  var at = ChunkWriter.signature.count
  var left = limit
  while at < bytes.count {
    guard let chunk = Chunk(in: bytes, at: at) else { throw .error("png.damaged", "the PNG file is damaged", at: span) }
    if chunk.name == chunkName {
      let name = chunk.data.prefix { $0 != 0 }
      guard let file = inflated(chunk.data[min(name.endIndex + 1, chunk.data.endIndex)...], limit: left) else {
        throw .error(
          "png.carried", "“\(String(decoding: name, as: UTF8.self))” in the picture cannot be unpacked", at: span,
          hint: "all files of a picture hold at most \(limit >> 20) MiB")
      }
      left -= file.count
      opened.files.append(CarriedFile(name: String(decoding: name, as: UTF8.self), bytes: file))
    } else {
      opened.picture += bytes[at..<chunk.end]
    }
    at = chunk.end
  }
  return opened
}

/// A chunk whose length and checksum are right.
private struct Chunk {
  var name: String
  var data: ArraySlice<UInt8>
  /// Where the next one begins.
  var end: Int

  init?(in bytes: [UInt8], at start: Int) {
    guard bytes.count - start >= 12 else { return nil }
    func number(_ at: Int) -> Int { bytes[at..<(at + 4)].reduce(0) { $0 << 8 | Int($1) } }
    let length = number(start)
    guard length <= bytes.count - start - 12 else { return nil }
    let dataStart = start + 8
    name = String(decoding: bytes[(start + 4)..<dataStart], as: UTF8.self)
    data = bytes[dataStart..<(dataStart + length)]
    end = dataStart + length + 4
    guard number(end - 4) == Int(crc32(bytes[(start + 4)..<(end - 4)])) else { return nil }
  }
}
