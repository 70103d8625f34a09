import Charts
import Diagnostics
import Geometry
import Scene
import StructuredData
import Synchronization

/// The figures of a document at the sizes that were asked for.
package final class CompiledFigures: Sendable {
  private struct Entry {
    var chart: Warned<BuiltChart?>
    /// Where its spec stood.
    var place: SourceSpan
  }
  /// A spec of which only the first values are hashed: those of one report differ in them as a rule, and data may be long.
  private struct Key: Hashable {
    let spec: Node

    static func == (a: Key, b: Key) -> Bool { a.spec == b.spec }
    func hash(into hasher: inout Hasher) {
      var rest = 32
      spec.hashFirst(&rest, into: &hasher)
    }
  }
  private let known = Mutex<[Key: [ChartSize: Entry]]>([:])
  /// Specs that stand in the report since ``beginEdition()``; nil where no account is kept.
  private let used = Mutex<Set<Key>?>(nil)

  package init() {}

  func descriptions(of spec: Node) -> Set<String> {
    known.withLock { Set(($0[Key(spec: spec)] ?? [:]).values.compactMap { $0.chart.value?.description }) }
  }

  /// What was found in the spec is told of where it stands now.
  func known(_ spec: Node, size: ChartSize) -> Warned<BuiltChart?>? {
    let key = Key(spec: spec)
    used.withLock { _ = $0?.insert(key) }
    guard let entry = known.withLock({ $0[key]?[size] }) else { return nil }
    return Warned(entry.chart.value, entry.chart.diagnostics.map { $0.moved(from: entry.place, to: spec.span) })
  }

  /// From now on account is kept of what is used.
  package func beginEdition() { used.withLock { $0 = [] } }

  /// Keeps the figures of these specs.
  func use(_ specs: some Sequence<Node>) { used.withLock { $0?.formUnion(specs.map(Key.init)) } }

  package func forgetUnused() {
    guard let kept = used.withLock({ $0 }) else { return }
    known.withLock { known in
      for key in known.keys where !kept.contains(key) { known[key] = nil }
    }
  }

  func value(of spec: Node, size: ChartSize, _ make: () -> Warned<BuiltChart?>) -> Warned<BuiltChart?> {
    if let chart = known(spec, size: size) { return chart }
    var chart = make()
    let key = Key(spec: spec)
    known.withLock { known in
      if case .fixed(let size) = size {
        // Drawn now, and seldom again: what other heights would begin with is let go.
        let natural = ChartSize.wide(size.width)
        if let guess = known[key]?[natural]?.chart.value?.precedent.guess { known[key]?[natural]?.chart.value?.precedent = guess }
        if let guess = chart.value?.precedent.guess { chart.value?.precedent = guess }
      }
      known[key, default: [:]][size] = Entry(chart: chart, place: spec.span)
    }
    return chart
  }
}

extension Node {
  /// - Parameter rest: how many more values are hashed.
  fileprivate func hashFirst(_ rest: inout Int, into hasher: inout Hasher) {
    rest -= 1
    switch value {
    case .null: hasher.combine(0)
    case .bool(let value): hasher.combine(value)
    case .number(let text), .string(let text): hasher.combine(text)
    case .sequence(let nodes):
      hasher.combine(nodes.count)
      for node in nodes where rest > 0 { node.hashFirst(&rest, into: &hasher) }
    case .mapping(let mapping):
      hasher.combine(mapping.entries.count)
      for entry in mapping.entries where rest > 0 {
        hasher.combine(entry.key)
        entry.value.hashFirst(&rest, into: &hasher)
      }
    }
  }
}
