import FlyingSocks
import Foundation

/// A server of HTTP/1.1 (RFC 9112) on 127.0.0.1, as far as a page of one's own needs it: requests without a body, an answer each, and
/// streams of events (WHATWG HTML, "Server-sent events").
struct LoopbackServer: Sendable {
  struct Request: Sendable {
    var method: String
    /// Without the query, percent signs decoded.
    var path: String
    var query: [String: String]
    /// By name in small letters.
    var headers: [String: String]
  }

  enum Answer: Sendable {
    case whole(status: Int, type: String, bytes: Data, isKept: Bool = false)
    /// Each text is an event; none has line ends.
    case events(AsyncStream<String>)

    static func refused(_ status: Int, _ words: String) -> Answer {
      .whole(status: status, type: "text/plain; charset=utf-8", bytes: Data((words + "\n").utf8))
    }
  }

  /// Bytes of a request's head, and seconds until it must have come.
  private static let longestHead = 16 << 10
  private static let patience = 10.0

  let port: UInt16
  private let socket: Socket
  private let pool: any AsyncSocketPool = .ePoll()

  /// - Parameter port: 0 takes a free one.
  /// - Throws: for a port in use.
  init(port: UInt16) throws {
    // A numeral address: no name is looked up, and no other machine can ask.
    let address: sockaddr_in = try .inet(ip4: "127.0.0.1", port: port)
    socket = try Socket(domain: Int32(sockaddr_in.family))
    try socket.setValue(true, for: .localAddressReuse)
    try socket.bind(to: address)
    try socket.listen()
    guard case .ip4(_, let port) = try socket.sockname() else { throw SocketError.unsupportedAddress }
    self.port = port
  }

  /// Answers until the task is cancelled.
  func run(_ answer: @escaping @Sendable (Request) async -> Answer) async throws {
    try await pool.prepare()
    let listening = try AsyncSocket(socket: socket, pool: pool)
    defer { try? listening.close() }
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await pool.run() }
      group.addTask {
        await withDiscardingTaskGroup { connections in
          while !Task.isCancelled, let connection = try? await listening.accept() {
            connections.addTask {
              await Self.serve(connection, answer)
              try? connection.close()
            }
          }
        }
      }
      try await group.next()
      group.cancelAll()
    }
  }

  private static func serve(_ connection: AsyncSocket, _ answer: @Sendable (Request) async -> Answer) async {
    guard let head = await head(from: connection) else { return }
    guard let request = Request(head) else {
      try? await write(.refused(400, "this is no request"), to: connection)
      return
    }
    try? await write(answer(request), to: connection)
  }

  /// A request up to its empty line; nil where none comes in time.
  private static func head(from connection: AsyncSocket) async -> String? {
    await withTaskGroup(of: String?.self) { group in
      group.addTask {
        var bytes: [UInt8] = []
        while bytes.count < longestHead {
          guard let more = try? await connection.read(atMost: 4096), !more.isEmpty else { return nil }
          bytes += more
          if let end = Data(bytes).firstRange(of: Data("\r\n\r\n".utf8)) {
            return String(validating: bytes[..<end.lowerBound], as: UTF8.self)
          }
        }
        return nil
      }
      group.addTask {
        try? await Task.sleep(for: .seconds(patience))
        return nil
      }
      let first = await group.next() ?? nil
      group.cancelAll()
      return first
    }
  }

  private static func write(_ answer: Answer, to connection: AsyncSocket) async throws {
    switch answer {
    case .whole(let status, let type, let bytes, let isKept):
      let kept = isKept ? "max-age=86400, immutable" : "no-store"
      try await connection.write(
        Data(head(status, ["Content-Type": type, "Content-Length": "\(bytes.count)", "Cache-Control": kept]).utf8) + bytes)
    case .events(let events):
      try await connection.write(Data(head(200, ["Content-Type": "text/event-stream", "Cache-Control": "no-store"]).utf8))
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          for await event in events { try await connection.write(Data("data: \(event)\n\n".utf8)) }
        }
        // The browser says no more; reading ends when it goes away.
        group.addTask { while try await !connection.read(atMost: 64).isEmpty {} }
        try await group.next()
        group.cancelAll()
      }
    }
  }

  private static let phrases = [200: "OK", 400: "Bad Request", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed"]

  private static func head(_ status: Int, _ headers: [String: String]) -> String {
    // Pages bring styles of their own; scripts come from the site only.
    let all = headers.merging([
      "Connection": "close", "X-Content-Type-Options": "nosniff", "Cross-Origin-Resource-Policy": "same-origin",
      "Content-Security-Policy": "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'",
    ]) { first, _ in first }
    return "HTTP/1.1 \(status) \(phrases[status] ?? "")\r\n" + all.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\r\n" }.joined()
      + "\r\n"
  }
}

extension LoopbackServer.Request {
  /// - Parameter head: the lines before the empty one.
  init?(_ head: String) {
    let lines = head.split(separator: "\r\n", omittingEmptySubsequences: false)
    let words = lines.first?.split(separator: " ") ?? []
    guard words.count == 3, words[2].hasPrefix("HTTP/1."), words[1].hasPrefix("/") else { return nil }
    method = String(words[0])
    let parts = words[1].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard let path = String(parts[0]).removingPercentEncoding else { return nil }
    self.path = path
    query = [:]
    for pair in (parts.count > 1 ? parts[1] : "").split(separator: "&") {
      let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let value = sides.count > 1 ? sides[1].replacing("+", with: " ") : ""
      guard let name = String(sides[0]).removingPercentEncoding, let text = String(value).removingPercentEncoding else { return nil }
      query[name] = text
    }
    headers = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { return nil }
      headers[line[..<colon].lowercased()] = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    }
  }
}
