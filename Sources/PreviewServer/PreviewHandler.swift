import Foundation

/// Answers the browser: the site, pages, fonts, texts of the report's own files, and what is new.
struct PreviewHandler: Sendable {
  let site: PreviewSite
  let editions: PreviewEditions

  func answer(to request: LoopbackServer.Request) async -> LoopbackServer.Answer {
    guard await editions.isOwn(host: request.headers["host"], origin: request.headers["origin"], site: request.headers["sec-fetch-site"])
    else { return .refused(403, "this preview answers its own page only") }
    guard request.method == "GET" else { return .refused(405, "this preview is looked at only") }
    if let file = site[request.path] { return .whole(status: 200, type: file.type, bytes: file.bytes) }
    func asked(_ name: String) -> String { request.query[name] ?? "" }
    func json(_ text: String?) -> LoopbackServer.Answer? {
      text.map { .whole(status: 200, type: "application/json", bytes: Data($0.utf8)) }
    }
    let found: LoopbackServer.Answer? =
      switch request.path {
      case "/updates": .events(await editions.news())
      case "/page":
        await editions.page(asked("id")).map {
          .whole(status: 200, type: "image/svg+xml; charset=utf-8", bytes: Data($0.utf8), isKept: true)
        }
      case "/font": await editions.font(asked("name")).map { .whole(status: 200, type: "font/otf", bytes: $0, isKept: true) }
      case "/fonts.css": .whole(status: 200, type: "text/css; charset=utf-8", bytes: Data(await editions.fontFaces.utf8))
      case "/sentence": json(await editions.sentence(asked("anchor")))
      case "/figure": json(await editions.figure(asked("text"), on: asked("page"), after: Int(asked("number")) ?? 0))
      case "/text": json(await editions.text(of: asked("file")))
      case "/search": json(await editions.search(asked("text")))
      default: nil
      }
    return found ?? .refused(404, "there is nothing here")
  }
}
