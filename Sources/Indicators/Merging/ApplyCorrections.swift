package import Diagnostics

/// The set with the corrections made. Each change is noted (`correction.applied`), so that the difference can be shown;
/// an entry without its figure is `correction.unmatched`, one whose id now means another text `correction.moved`.
package func apply(_ corrections: Corrections, to set: IndicatorSet) -> Warned<IndicatorSet> {
  var applying = Applying(set)
  for entry in corrections.entries { applying.apply(entry) }
  return applying.finished(onlyAccepted: corrections.onlyAccepted)
}

private struct Applying {
  private var set: IndicatorSet
  private var byID: [Observation.ID: Int] = [:]
  private var accepted: Set<Int> = []
  private var rejected: Set<Int> = []
  private var replaced: [Observation.ID: Observation.ID] = [:]
  private var findings: [Diagnostic] = []

  init(_ set: IndicatorSet) {
    self.set = set
    for (index, observation) in set.observations.enumerated() { byID[observation.id] = byID[observation.id] ?? index }
  }

  mutating func apply(_ entry: Correction) {
    let targets = targets(of: entry)
    guard !targets.isEmpty else {
      // What moved has been said.
      if findings.last?.span != entry.span || findings.last?.severity != .warning { unmatched(entry) }
      return
    }
    for index in targets { for action in entry.actions { apply(action, at: index, entry) } }
  }

  private mutating func unmatched(_ entry: Correction) {
    let wanted = [entry.id, entry.text, entry.name, entry.sentence].compactMap { $0.map { "“\($0)”" } }
    let near = candidates(for: entry).map { "did you mean \($0)?" }
    findings.append(
      .warning(
        "correction.unmatched", "no figure fits \(wanted.joined(separator: " and "))", at: entry.span, hint: near))
  }

  /// The figures most like what an entry names: by its id, else by its text, else by its name.
  private func candidates(for entry: Correction) -> String? {
    func like(_ wanted: String?, _ names: (Observation) -> String?) -> String? {
      guard let wanted, let near = nearestName(to: wanted, among: set.observations.compactMap(names)) else { return nil }
      let those = set.observations.filter { names($0) == near }.prefix(3)
      return those.map { "“\($0.id)” (\($0.name), \($0.source?.text ?? term($0)))" }.joined(separator: " or ")
    }
    return like(entry.text) { $0.source?.text } ?? like(entry.name) { $0.name } ?? like(entry.id) { $0.id }
  }

  /// By id where that figure still fits the rest of the entry; else all figures that fit the rest.
  private mutating func targets(of entry: Correction) -> [Int] {
    if let id = entry.id {
      if let named = byID[id], fits(set.observations[named], entry) { return [named] }
      guard entry.text != nil || entry.sentence != nil else {
        if let named = byID[id] { moved(entry, named) }
        return []
      }
      let elsewhere = set.observations.indices.filter { fits(set.observations[$0], entry) }
      if let first = elsewhere.first { moved(entry, first) }
      return elsewhere
    }
    return set.observations.indices.filter { fits(set.observations[$0], entry) }
  }

  private func fits(_ observation: Observation, _ entry: Correction) -> Bool {
    if let document = entry.document {
      guard let name = observation.source?.document, name == document || name.hasSuffix("/" + document) else {
        return false
      }
    }
    if let text = entry.text, folded(text) != folded(observation.source?.text ?? "") { return false }
    if let name = entry.name, folded(name) != folded(observation.name) { return false }
    if let words = entry.sentence, !folded(observation.source?.sentence ?? "").contains(folded(words)) { return false }
    return true
  }

  private mutating func moved(_ entry: Correction, _ index: Int?) {
    let now = index.map { set.observations[$0].id } ?? ""
    findings.append(
      .warning(
        "correction.moved", "“\(entry.id ?? "")” no longer is the figure the entry describes", at: entry.span,
        hint: now.isEmpty || now == entry.id ? nil : "the figure is “\(now)” now"))
  }

  private mutating func apply(_ action: Correction.Action, at index: Int, _ entry: Correction) {
    let before = set.observations[index]
    switch action {
    case .accept: accepted.insert(index)
    case .reject:
      rejected.insert(index)
      note("\(before.id): dropped \(quoted(before))", before)
    case .rename(let name): change(index, "name", before.name, name) { $0.name = name }
    case .merge(let id): merge(index, into: id, entry)
    case .area(let area): change(index, "area", before.area, area) { $0.area = area }
    case .period(let period):
      change(index, "period", before.period?.description, period?.description) { $0.period = period }
      set.observations[index].periodIsAssumed = false
    case .scope(let scope): change(index, "scope", before.scope, scope) { $0.scope = scope }
    case .status(let status): change(index, "status", before.status.rawValue, status.rawValue) { $0.status = status }
    case .value(let value): change(index, "value", before.value.description, value.description) { $0.value = value }
    case .unit(let unit): change(index, "unit", before.unit.written, unit.written) { $0.unit = unit }
    case .qualifier(let qualifier):
      change(index, "qualifier", before.qualifier.rawValue, qualifier.rawValue) { $0.qualifier = qualifier }
    case .of(let id): change(index, "of", before.of, id) { $0.of = id }
    case .partOf(let id): change(index, "part_of", before.partOf, id) { $0.partOf = id }
    case .basis(let basis):
      change(index, "basis", before.basis?.description, basis?.description) { $0.basis = basis }
    case .form(let form): change(index, "form", before.form?.rawValue, form?.rawValue) { $0.form = form }
    }
  }

  private mutating func change(
    _ index: Int, _ field: String, _ old: String?, _ new: String?, _ edit: (inout Observation) -> Void
  ) {
    guard old != new else { return }
    edit(&set.observations[index])
    let show = { (text: String?) in text.map { "“\($0)”" } ?? "none" }
    note("\(set.observations[index].id): \(field) \(show(old)) → \(show(new))", set.observations[index])
  }

  private mutating func merge(_ index: Int, into id: Observation.ID, _ entry: Correction) {
    let figure = set.observations[index]
    guard let target = byID[id], target != index, !rejected.contains(target) else {
      let near = nearestName(to: id, among: set.observations.map(\.id).filter { $0 != figure.id })
      findings.append(
        .warning(
          "correction.unmatched", "no figure “\(id)” to merge “\(figure.id)” into", at: entry.span,
          hint: near.map { "did you mean “\($0)”?" }))
      return
    }
    set.observations[target].absorb(figure)
    replaced[figure.id] = set.observations[target].id
    rejected.insert(index)
    note("\(figure.id): merged into \(set.observations[target].id)", figure)
  }

  private mutating func note(_ message: String, _ figure: Observation) {
    findings.append(.note("correction.applied", message, at: figure.source?.span))
  }

  /// Links to merged figures follow; links to dropped ones end.
  func finished(onlyAccepted: Bool) -> Warned<IndicatorSet> {
    var result = set
    let kept = set.observations.indices.filter { !rejected.contains($0) && (!onlyAccepted || accepted.contains($0)) }
    let ids = Set(kept.map { set.observations[$0].id })
    func link(_ id: Observation.ID?) -> Observation.ID? {
      var id = id
      for _ in 0..<8 { id = id.flatMap { replaced[$0] } ?? id }
      return id.flatMap { ids.contains($0) ? $0 : nil }
    }
    result.observations = kept.map { index in
      var figure = set.observations[index]
      if figure.of.map({ !ids.contains($0) }) ?? false { figure.of = link(figure.of) }
      if figure.partOf.map({ !ids.contains($0) }) ?? false { figure.partOf = link(figure.partOf) }
      if figure.partOf == figure.id { figure.partOf = nil }
      if let inputs = figure.derivation?.inputs { figure.derivation?.inputs = inputs.map { link($0) ?? $0 } }
      return figure
    }
    return Warned(result, findings)
  }
}
