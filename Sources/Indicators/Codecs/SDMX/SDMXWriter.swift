import StructuredData

/// The set as SDMX-CSV. Where figures are of festivals, OCCASION says of which. What the columns of SDMX cannot hold (sources, links) is left out: CSV, YAML and JSON hold all of a set.
///
/// - Parameter version: 1 writes DATAFLOW first, 2 STRUCTURE, STRUCTURE_ID and ACTION.
func sdmxCSV(_ set: IndicatorSet, version: Int) -> String {
  let leads = version == 1 ? ["DATAFLOW"] : ["STRUCTURE", "STRUCTURE_ID", "ACTION"]
  let lead = version == 1 ? ["WHITEPAPER:FIGURES(1.0)"] : ["dataflow", "WHITEPAPER:FIGURES(1.0.0)", "I"]
  let hasOccasions = set.observations.contains { $0.period?.occasion != nil }
  let heads =
    leads + ["FREQ", "INDICATOR", "KIND", "BASIS", "SCOPE", "REF_AREA", "TIME_PERIOD"] + (hasOccasions ? ["OCCASION"] : [])
    + ["OBS_VALUE", "UNIT_MEASURE", "UNIT_MULT", "DECIMALS", "OBS_STATUS"]
  var out = heads.joined(separator: ",") + "\r\n"
  for figure in set.observations {
    // SDMX knows decimals only: a third is 0.333333333333.
    let value = figure.value.denominator == 1 ? figure.value : figure.value.rounded(decimals: 12) ?? figure.value
    let cells: [String?] =
      lead.map { $0 } + [
        frequency(figure.period), figure.name, figure.kind.rawValue, figure.basis?.description, figure.scope, figure.area,
        figure.period?.sdmx ?? figure.period?.description,
      ] + (hasOccasions ? [figure.period?.occasion?.rawValue] : []) + [
        value.description, figure.unit.measure, String(figure.unit.multiplier),
        String(value.scale),
        status(figure.status),
      ]
    out += cells.map { csvCell($0.flatMap { $0.isEmpty ? nil : $0 }) }.joined(separator: ",") + "\r\n"
  }
  return out
}

/// CL_FREQ.
private func frequency(_ period: Period?) -> String? {
  guard let period, !period.isOpen else { return nil }
  if period.start.day != nil { return period.sdmx?.contains("-W") == true ? "W" : "D" }
  return [1: "M", 3: "Q", 6: "S", 12: "A"][period.months]
}

/// CL_OBS_STATUS.
private func status(_ status: Observation.Status) -> String {
  switch status {
  case .forecast, .plan, .target: "F"
  case .derived: "E"
  case .fact, .quoted, .claim: "A"
  }
}
