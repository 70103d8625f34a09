import Diagnostics
import Foundation

/// A file of this run in a folder of outputs, locked as long as the run lives.
struct TemporaryFile {
  private static let prefix = ".whitepaper-", suffix = ".part"
  private let path: String
  private let descriptor: Int32

  init(in folder: String, number: Int, for problem: OutputProblem) throws(Diagnostic) {
    let start = "\(folder)/\(Self.prefix)\(getpid())-\(number)"
    for attempt in 0..<100 {
      let path = "\(start)-\(attempt)\(Self.suffix)"
      let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor < 0, errno == EEXIST { continue }
      guard descriptor >= 0 else { throw problem.diagnostic(errno) }
      var status = stat()
      // Between making and locking, another run may have taken the file for one that nobody holds.
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, unsafe fstat(descriptor, &status) == 0, status.st_nlink > 0 else {
        unsafe unlink(path)
        close(descriptor)
        continue
      }
      self.path = path
      self.descriptor = descriptor
      return
    }
    throw problem.unwritable("no temporary file can be made beside it", hint: nil)
  }

  func write(_ bytes: [UInt8], _ problem: OutputProblem) throws(Diagnostic) {
    try writeAll(bytes, to: descriptor, problem)
  }

  /// - Returns: whether the file could be given to the owner.
  func take(modeAndOwnerOf status: FileStatus) -> Bool {
    var own = stat()
    guard unsafe fstat(descriptor, &own) == 0 else { return false }
    if (own.st_uid, own.st_gid) != (status.owner, status.group), fchown(descriptor, status.owner, status.group) != 0 {
      return false
    }
    return fchmod(descriptor, status.mode) == 0
  }

  func rename(to target: String, _ problem: OutputProblem) throws(Diagnostic) {
    guard unsafe Foundation.rename(path, target) == 0 else {
      let code = errno
      remove()
      throw problem.diagnostic(code)
    }
    close(descriptor)
  }

  func remove() {
    unsafe unlink(path)
    close(descriptor)
  }

  static func isOne(_ name: String) -> Bool { name.hasPrefix(prefix) && name.hasSuffix(suffix) }
}

/// Removes what runs that were ended while they wrote have left; files of living runs are locked and stay.
func removeTemporaryFiles(ofEndedRunsIn folder: String) {
  let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  for name in names where TemporaryFile.isOne(name) {
    let path = "\(folder)/\(name)"
    let descriptor = unsafe open(path, O_RDWR | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { continue }
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { unsafe unlink(path) }
    close(descriptor)
  }
}
