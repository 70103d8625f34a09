import Diagnostics
import Dispatch
import Fonts
import Grammar

/// The workshop of a run that names no files of its own, made on another core while the command line is read: options take a tenth of a
/// chart's time.
package final class WorkshopAhead: Sendable {
  private let read: ReadOnce<Workshop, Diagnostics>

  /// - Parameter prepare: reads what the run will ask for besides; what fails here is told where it is asked for.
  package init(_ prepare: @escaping @Sendable (Workshop) -> Void = { _ in }) {
    read = ReadOnce { () throws(Diagnostics) in
      let workshop = try Workshop()
      prepare(workshop)
      return workshop
    }
  }

  package func start() {
    DispatchQueue.global(qos: .userInitiated).async { [self] in _ = try? read.value() }
  }

  package func workshop() throws(Diagnostics) -> Workshop { try read.value() }
}

extension Workshop {
  /// Reads the house's look of charts, and opens the faces of its labels and titles.
  package func prepareCharts() {
    guard let look = try? shippedLook("annual"), let families = look.plain.text("font") else { return }
    for weight in [400, 700] {
      if let font = fonts.fonts(families: families, weight: weight).first { _ = fonts.typeface(font) }
    }
  }
}
