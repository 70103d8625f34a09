import CHarfBuzz
import Glibc
import Synchronization

/// The bytes of a font file as OpenType orders them ("Organization of an OpenType Font"): what is not whole is said before
/// a library makes blanks of it.
@safe package struct FontFile: ~Copyable {
  private let blob: OpaquePointer
  private let bytes: UnsafeRawBufferPointer
  private let count: Int

  /// - Throws: ``Unreadable``.
  init(path: String) throws(Unreadable) {
    guard let blob = unsafe hb_blob_create_from_file_or_fail(path) else { throw Unreadable() }
    var length: UInt32 = 0
    let data = unsafe hb_blob_get_data(blob, &length)
    unsafe self.blob = blob
    count = unsafe data == nil ? 0 : Int(length)
    unsafe bytes = UnsafeRawBufferPointer(start: data, count: count)
  }

  struct Unreadable: Error {}

  /// A face of a file as it was when it was read through.
  private struct Checked: Hashable {
    var device: UInt64
    var file: UInt64
    var size: Int64
    var changed: [Int]
    var face: Int
  }
  /// What was wrong with faces that have been read through; a file that changes is another.
  private static let checked = Mutex<[Checked: String?]>([:])

  /// What is wrong with a face of a file, all its bytes read, once a process; nil when nothing is.
  static func damage(of path: String, face: Int) -> String? {
    // Read piece by piece: mapped, the whole file would count as memory of the process.
    guard let stream = unsafe fopen(path, "rb") else { return "file" }
    defer { unsafe fclose(stream) }
    var status = stat()
    guard unsafe fstat(fileno(stream), &status) == 0 else { return "file" }
    let key = Checked(
      device: UInt64(status.st_dev), file: UInt64(status.st_ino), size: Int64(status.st_size),
      changed: [status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_sec, status.st_ctim.tv_nsec], face: face)
    if let known = checked.withLock({ $0[key] }) { return known }
    guard let file = try? FontFile(path: path) else { return "file" }
    let damaged = unsafe file.damagedTable(ofFace: face, in: stream)
    checked.withLock { $0[key] = .some(damaged) }
    return damaged
  }

  deinit { unsafe hb_blob_destroy(blob) }

  /// Offsets of the faces' table directories; nil where the file is no font.
  var faces: [Int]? {
    switch word(at: 0) {
    case 0x0001_0000, 0x4F54_544F, 0x7472_7565: return [0]  // TrueType, OTTO, true
    case 0x7474_6366:  // ttcf
      guard let count = word(at: 8), count > 0, count <= 1024 else { return nil }
      var offsets: [Int] = []
      for index in 0..<Int(count) {
        guard let offset = word(at: 12 + 4 * index) else { return nil }
        offsets.append(Int(offset))
      }
      return offsets
    default: return nil
    }
  }

  /// What is wrong with the order of the file; nil when every table of every face lies in it. Reads the directories only.
  var faultOfOrder: String? {
    guard count > 0 else { return "the file is empty" }
    guard let faces else { return "the file is no OpenType font" }
    for face in faces {
      guard let tables = tables(ofFace: face) else { return "its table directory is cut off" }
      if let cut = tables.first(where: { $0.end > self.count }) { return "its table “\(cut.name)” is cut off" }
      let names = Set(tables.map(\.name))
      if let missing = ["cmap", "head", "hhea", "hmtx", "maxp"].first(where: { !names.contains($0) }) {
        return "it has no table “\(missing)”"
      }
      if names.isDisjoint(with: ["CFF ", "CFF2", "glyf"]) { return "it has no outlines" }
    }
    return nil
  }

  /// What each face says of its family and weight.
  var describedFaces: [(family: String, weight: Int)] {
    (0..<(unsafe hb_face_count(blob))).compactMap { index in
      guard let face = unsafe hb_face_create(blob, index) else { return nil }
      defer { unsafe hb_face_destroy(face) }
      let tables = unsafe FaceTables(face: face)
      return (tables.family, tables.weight)
    }
  }

  /// The first table of a face whose bytes do not add up to its checksum; nil when all do. Reads every byte.
  private func damagedTable(ofFace index: Int, in stream: UnsafeMutablePointer<FILE>) -> String? {
    guard let faces, faces.indices.contains(index), let tables = tables(ofFace: faces[index]) else { return "directory" }
    // The sum of `head` leaves out its third word, which makes up for the sum of the whole file.
    return tables.first { table in
      var sum = unsafe checksum(of: table, in: stream)
      if table.name == "head", let adjustment = word(at: table.start + 8) { sum &-= adjustment }
      return sum != table.checksum
    }?.name
  }

  struct Table {
    var name: String
    var checksum: UInt32
    var start: Int
    var count: Int
    var end: Int { start + count }
  }

  func tables(ofFace offset: Int) -> [Table]? {
    guard let head = word(at: offset + 4) else { return nil }
    var tables: [Table] = []
    for index in 0..<Int(head >> 16) {
      let entry = offset + 12 + 16 * index
      guard let tag = word(at: entry), let checksum = word(at: entry + 4), let start = word(at: entry + 8),
        let count = word(at: entry + 12)
      else { return nil }
      let name = String(decoding: [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: tag >> $0) }, as: UTF8.self)
      tables.append(Table(name: name, checksum: checksum, start: Int(start), count: Int(count)))
    }
    return tables
  }

  /// Some of the file's bytes, which last as long as the file; nil beyond its end.
  func bytes(_ range: Range<Int>) -> UnsafeRawBufferPointer? {
    guard range.lowerBound >= 0, range.upperBound <= count else { return nil }
    return unsafe UnsafeRawBufferPointer(rebasing: bytes[range])
  }

  /// A big-endian number of four bytes.
  private func word(at offset: Int) -> UInt32? {
    guard offset >= 0, offset + 4 <= count else { return nil }
    return unsafe UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  /// The sum of big-endian words, the last one filled up with zeros; 0 where the file ends before the table.
  private func checksum(of table: Table, in stream: UnsafeMutablePointer<FILE>) -> UInt32 {
    guard table.end <= count, unsafe fseek(stream, table.start, SEEK_SET) == 0 else { return 0 }
    var words: [UInt32] = Array(repeating: 0, count: min(1 << 14, (table.count + 3) / 4))
    var rest = table.count
    var sum: UInt32 = 0
    while rest > 0 {
      let piece = min(rest, words.count * 4)
      if piece % 4 > 0 { words[piece / 4] = 0 }
      let read = unsafe words.withUnsafeMutableBytes { unsafe fread($0.baseAddress, 1, piece, stream) }
      guard read == piece else { return 0 }
      // Without bounds to check, several words are added at a time.
      unsafe words.withUnsafeBufferPointer { words in
        for index in 0..<((piece + 3) / 4) { sum &+= UInt32(bigEndian: unsafe words[index]) }
      }
      rest -= piece
    }
    return sum
  }
}
