import Diagnostics
import Foundation

/// Files on their way out: each complete under a temporary name beside its target, then all put in place.
///
/// - A regular file is replaced by one rename, so that a reader, or a run that is ended at any moment, sees the old file
///   or the new one. Its mode and owner are kept, and a symbolic link goes on pointing at it.
/// - A file with several hard links, or whose owner cannot be given to a new one, is written in place: room for it is
///   taken first, and what stood there is put back where writing fails, but a run that is ended meanwhile leaves it in parts.
/// - What is no regular file (a device, a pipe) is written to, never replaced.
///
/// Temporary files are locked while their run lives; those of ended runs are removed by the next run that writes into
/// the folder. Nothing is forced to the disk: a rename orders file and name after a crash of the program, and a power
/// failure is the file system's matter.
struct OutputFiles: ~Copyable {
  private var staged: [StagedFile] = []
  private var cleanedFolders: Set<String> = []
  private let inputs: [FileIdentity: String]

  /// - Parameter inputs: files that no output may replace.
  init(inputs: [String] = []) {
    var known: [FileIdentity: String] = [:]
    for path in inputs { if let identity = FileStatus(path)?.identity { known[identity] = path } }
    self.inputs = known
  }

  deinit { for file in staged { file.remove() } }

  /// Writes `bytes` under a temporary name; the file at `path` stays as it is until ``putInPlace()``.
  ///
  /// - Throws: `output.is-input`, `output.unwritable`, `output.full`.
  mutating func stage(_ bytes: [UInt8], for path: String) throws(Diagnostic) {
    try stage(for: path) { write throws(Diagnostic) in try write(bytes) }
  }

  /// Writes what `produce` makes, piece by piece; it makes the same each time it is called.
  ///
  /// - Throws: as ``stage(_:for:)``, and what `produce` throws.
  mutating func stage(for path: String, _ produce: Producer) throws(Diagnostic) {
    let problem = OutputProblem(path: path)
    let (target, status) = try place(of: path)
    if let status, status.kind != .regular || isOpenElsewhere(target) {
      staged.append(StagedFile(path: path, target: target, way: .into(try whole(produce))))
      return
    }
    let folder = folderName(target)
    if let status, status.links > 1 {
      staged.append(StagedFile(path: path, target: target, way: .inPlace(try whole(produce))))
      return
    }
    if cleanedFolders.insert(folder).inserted { removeTemporaryFiles(ofEndedRunsIn: folder) }
    let file = try TemporaryFile(in: folder, number: staged.count, for: problem)
    do throws(Diagnostic) {
      try produce { bytes throws(Diagnostic) in try file.write(bytes, problem) }
      if let status, !file.take(modeAndOwnerOf: status) {
        file.remove()
        staged.append(StagedFile(path: path, target: target, way: .inPlace(try whole(produce))))
        return
      }
    } catch {
      file.remove()
      throw error
    }
    staged.append(StagedFile(path: path, target: target, way: .rename(file)))
  }

  /// The file that a path means, and what stands there now.
  ///
  /// - Throws: `output.is-input`, `output.unwritable` where it is plain that nothing can be written there.
  private func place(of path: String) throws(Diagnostic) -> (target: String, status: FileStatus?) {
    let problem = OutputProblem(path: path)
    let target = try followLinks(path)
    let status = FileStatus(target)
    if status?.kind == .folder { throw problem.unwritable("this is a folder", hint: "name a file in it") }
    if let status, let input = inputs[status.identity] {
      throw .error(
        "output.is-input", "the output would replace the input “\(input)”", at: SourceSpan(document: path),
        hint: "choose another name")
    }
    if let status, status.kind != .regular || isOpenElsewhere(target) { return (target, status) }
    let folder = folderName(target)
    guard FileStatus(folder)?.kind == .folder else {
      throw problem.unwritable("the folder “\(folder)” does not exist", hint: "make it first")
    }
    if status != nil, unsafe access(target, W_OK) != 0 {
      throw problem.unwritable("the file is write-protected", hint: "look at its permissions")
    }
    return (target, status)
  }

  /// Whether a file stands at the path, which writing would replace. Nothing is touched.
  ///
  /// - Throws: `output.is-input`, `output.unwritable`.
  func replaces(_ path: String) throws(Diagnostic) -> Bool { try place(of: path).status != nil }

  /// Puts all staged files in place.
  ///
  /// - Throws: `output.unwritable`, `output.full`.
  consuming func putInPlace() throws(Diagnostic) {
    for file in staged { try file.putInPlace() }
    staged = []
  }
}

/// Makes the bytes of a file and hands them on in pieces.
typealias Producer = (_ write: ([UInt8]) throws(Diagnostic) -> Void) throws(Diagnostic) -> Void

private func whole(_ produce: Producer) throws(Diagnostic) -> [UInt8] {
  var bytes: [UInt8] = []
  try produce { piece throws(Diagnostic) in bytes += piece }
  return bytes
}

/// Whether a path names an open file of a process; such a file is written to, since its reader holds it, not its name.
private func isOpenElsewhere(_ path: String) -> Bool { path.hasPrefix("/dev/") || path.hasPrefix("/proc/") }

/// The file that a path means after symbolic links; it need not exist.
///
/// - Throws: `output.unwritable` for links that lead round in a ring.
private func followLinks(_ path: String) throws(Diagnostic) -> String {
  var path = path
  for _ in 0..<40 {
    if isOpenElsewhere(path) { return path }
    guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path) else { return path }
    path = resolve(target, besides: path)
  }
  throw OutputProblem(path: path).unwritable("too many symbolic links lead on from here", hint: nil)
}

/// Which file it is, whatever its name.
struct FileIdentity: Hashable {
  var device: UInt64
  var node: UInt64
}

struct FileStatus {
  enum Kind { case regular, folder, other }
  var identity: FileIdentity
  var kind: Kind
  var links: Int
  var mode: mode_t
  var owner: uid_t
  var group: gid_t

  /// nil where nothing can be found at the path. Symbolic links are followed.
  init?(_ path: String) {
    var found = stat()
    guard unsafe stat(path, &found) == 0 else { return nil }
    identity = FileIdentity(device: UInt64(found.st_dev), node: UInt64(found.st_ino))
    switch found.st_mode & S_IFMT {
    case S_IFREG: kind = .regular
    case S_IFDIR: kind = .folder
    default: kind = .other
    }
    links = Int(found.st_nlink)
    mode = found.st_mode & 0o7777
    owner = found.st_uid
    group = found.st_gid
  }
}

/// Says why a file cannot be written.
struct OutputProblem {
  var path: String

  func unwritable(_ message: String, hint: String?) -> Diagnostic {
    .error("output.unwritable", message, at: SourceSpan(document: path), hint: hint)
  }

  /// - Parameter code: an `errno`.
  func diagnostic(_ code: Int32) -> Diagnostic {
    switch code {
    case ENOSPC, EDQUOT:
      .error("output.full", "the disk is full", at: SourceSpan(document: path), hint: "make room, or write elsewhere")
    case EACCES, EPERM, EROFS: unwritable("the file cannot be written", hint: "look at the folder's permissions")
    case EPIPE: unwritable("the reader of this pipe is gone", hint: nil)
    default: unwritable("the file cannot be written: \(unsafe String(cString: strerror(code)))", hint: nil)
    }
  }
}

private struct StagedFile {
  enum Way {
    case rename(TemporaryFile)
    /// Over the bytes of the file that is there, whose name and links stay.
    case inPlace([UInt8])
    /// To the end of a device or pipe.
    case into([UInt8])
  }
  /// As the user wrote it.
  var path: String
  var target: String
  var way: Way

  func putInPlace() throws(Diagnostic) {
    let problem = OutputProblem(path: path)
    switch way {
    case .rename(let file): try file.rename(to: target, problem)
    case .inPlace(let bytes): try overwrite(bytes, problem)
    case .into(let bytes):
      let descriptor = unsafe open(target, O_WRONLY | O_NOCTTY)
      guard descriptor >= 0 else { throw problem.diagnostic(errno) }
      defer { close(descriptor) }
      try writeAll(bytes, to: descriptor, problem)
    }
  }

  func remove() { if case .rename(let file) = way { file.remove() } }

  private func overwrite(_ bytes: [UInt8], _ problem: OutputProblem) throws(Diagnostic) {
    let descriptor = unsafe open(target, O_WRONLY)
    guard descriptor >= 0 else { throw problem.diagnostic(errno) }
    defer { close(descriptor) }
    var before = stat()
    guard unsafe fstat(descriptor, &before) == 0 else { throw problem.diagnostic(errno) }
    // Room first, so that a full disk leaves the old file; where the file system cannot promise it, writing tells.
    let old = FileManager.default.contents(atPath: target)
    let room = posix_fallocate(descriptor, 0, off_t(max(bytes.count, 1)))
    if room == ENOSPC || room == EFBIG {
      ftruncate(descriptor, before.st_size)
      throw problem.diagnostic(room)
    }
    do throws(Diagnostic) {
      try writeAll(bytes, to: descriptor, problem)
      guard ftruncate(descriptor, off_t(bytes.count)) == 0 else { throw problem.diagnostic(errno) }
    } catch {
      // What stood there is put back as far as the disk lets it.
      if let old, lseek(descriptor, 0, SEEK_SET) == 0 { try? writeAll([UInt8](old), to: descriptor, problem) }
      ftruncate(descriptor, before.st_size)
      throw error
    }
  }
}

func writeAll(_ bytes: [UInt8], to descriptor: Int32, _ problem: OutputProblem) throws(Diagnostic) {
  var done = 0
  while done < bytes.count {
    let written = unsafe bytes.withUnsafeBytes {
      unsafe write(descriptor, UnsafeRawBufferPointer(rebasing: $0[done...]).baseAddress, bytes.count - done)
    }
    if written < 0 {
      if errno == EINTR { continue }
      throw problem.diagnostic(errno)
    }
    done += written
  }
}
