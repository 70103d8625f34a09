import Assets
package import Diagnostics
package import WhitePaper

/// Shows a report in the browser while it is written: pages as SVG on a loopback address, made anew when a file of it changes.
package struct PreviewServer: Sendable {
  private let session: RenderSession
  private let editions: PreviewEditions
  private let handler: PreviewHandler
  private let server: LoopbackServer

  /// - Parameters:
  ///   - paths: what `render` takes.
  ///   - port: of 127.0.0.1; 0 takes a free one.
  /// - Throws: `assets.missing`; `preview.port` for a port in use.
  package init(_ workshop: Workshop, paths: [String], options: RenderOptions, port: UInt16) throws(Diagnostics) {
    session = RenderSession(workshop, paths: paths, options: options)
    editions = PreviewEditions(files: workshop.files)
    let site = try Diagnostics.several { () throws(Diagnostic) in try PreviewSite(folder: Assets().layouts + "/preview") }
    handler = PreviewHandler(site: site, editions: editions)
    do { server = try LoopbackServer(port: port) } catch {
      throw Diagnostics(
        .error("preview.port", "port \(port) of 127.0.0.1 cannot be served on", hint: "another program has it: name a port with --port"))
    }
  }

  /// Serves and watches until the task is cancelled.
  ///
  /// - Parameters:
  ///   - onStart: is given the address once pages can be asked for.
  ///   - onEdition: is given what was found in each edition, whether that is other than in the one before, and the seconds that it took.
  package func run(
    onStart: @escaping @Sendable (String) -> Void, onEdition: @escaping @Sendable ([Diagnostic], Bool, Double) -> Void
  ) async {
    await editions.serve(on: server.port)
    await withTaskGroup(of: Void.self) { group in
      group.addTask { [server, handler] in try? await server.run { await handler.answer(to: $0) } }
      group.addTask {
        onStart("http://127.0.0.1:\(server.port)/")
        await watch(onEdition)
      }
      await group.next()
      group.cancelAll()
    }
  }

  private func watch(_ onEdition: @Sendable ([Diagnostic], Bool, Double) -> Void) async {
    var stamps: FileStamps?
    var known: [Diagnostic] = []
    while !Task.isCancelled {
      let start = ContinuousClock.now
      let made = session.edition(after: stamps)
      let seconds = (ContinuousClock.now - start).seconds
      let findings: [Diagnostic] =
        switch made.result {
        case .success(let edition): edition.diagnostics
        case .failure(let error): error.all
        }
      await editions.publish(made.result, findings: findings, files: made.stamps.paths, seconds: seconds)
      onEdition(findings, findings != known, seconds)
      known = findings
      stamps = made.stamps
      guard (try? await made.stamps.change()) != nil else { return }
    }
  }
}
