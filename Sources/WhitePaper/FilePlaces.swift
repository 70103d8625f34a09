import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The path with all links resolved (POSIX `realpath`); nil where there is no such file.
func realPath(_ path: String) -> String? {
  guard let resolved = unsafe realpath(path, nil) else { return nil }
  defer { unsafe free(resolved) }
  return unsafe String(cString: resolved)
}

/// Whether a resolved path is a resolved folder or lies in it.
func isInside(_ path: String, _ folder: String) -> Bool {
  folder == "/" || path == folder || path.hasPrefix(folder + "/")
}

/// The path of a file as seen from a folder, links resolved: `../data/a.txt`. Both exist, the file's own name aside.
func relativePath(of file: String, from folder: String) -> String {
  let place = (realPath(folderName(file)) ?? folderName(file)).split(separator: "/") + [Substring(fileName(file))]
  let base = (realPath(folder) ?? folder).split(separator: "/")
  let shared = zip(place, base).prefix { $0 == $1 }.count
  return (Array(repeating: "..", count: base.count - shared) + place[shared...].map(String.init)).joined(separator: "/")
}

/// The kind and size of a file, links followed; nil where there is none.
func fileAttributes(_ path: String) -> (isRegular: Bool, size: Int)? {
  guard let real = realPath(path), let found = try? FileManager.default.attributesOfItem(atPath: real) else { return nil }
  return (found[.type] as? FileAttributeType == .typeRegular, (found[.size] as? NSNumber)?.intValue ?? 0)
}
