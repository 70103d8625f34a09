/// That a series states changes, as agencies say it in codes and in labels: a unit “Percentage change” (PC), a measure “Employment,
/// growth rate over same quarter of previous year”, a transformation GY (OECD), a unit PCH_SM (Eurostat).
struct SDMXChange: Hashable {
  var basis: Basis?

  init(basis: Basis?) { self.basis = basis }

  /// - Parameters:
  ///   - code: of the unit or of a dimension.
  ///   - label: its text, where there is one.
  ///   - period: tells what the period before is.
  init?(code: String, label: String?, period: Period?) {
    if let known = Self.codes[code.uppercased()] {
      basis = known.basis(period)
      return
    }
    guard let text = label?.lowercased(),
      let lead = Self.leads.compactMap({ text.firstRange(of: $0) }).min(by: { $0.lowerBound < $1.lowerBound })
    else { return nil }
    // Contribution to growth rate, Index of percentage change: something else is measured.
    let before = text[..<lead.lowerBound]
    guard before.isEmpty || before.last.map({ ", (:-–—".contains($0) }) ?? false, !before.hasSuffix("of "), !before.hasSuffix("to ") else {
      return nil
    }
    basis = Self.phrases.first { text.contains($0.words) }?.from.basis(period)
  }

  /// What is measured without the words of its change; nil where nothing else is said.
  static func measured(_ label: String) -> String? {
    let text = label.lowercased()
    guard let lead = leads.compactMap({ text.firstRange(of: $0) }).min(by: { $0.lowerBound < $1.lowerBound }) else { return label }
    let kept = String(label.unicodeScalars.prefix(text[..<lead.lowerBound].unicodeScalars.count))
    let bare = String(kept.reversed().drop { ", (:-–—".contains($0) }.reversed())
    return bare.isEmpty ? nil : bare
  }

  private enum From: Hashable {
    case yearBefore, quarterBefore, monthBefore, periodBefore

    func basis(_ period: Period?) -> Basis? {
      switch self {
      case .yearBefore: .yearOnYear
      case .quarterBefore: .quarterOnQuarter
      case .monthBefore: .monthOnMonth
      case .periodBefore:
        switch period.map({ ($0.start.month, $0.end.month) }) {
        case (let first?, let last?)?: last == first ? .monthOnMonth : last - first == 2 ? .quarterOnQuarter : nil
        case (nil, nil)?: .yearOnYear
        default: nil
        }
      }
    }
  }

  private static let leads = [
    "growth rate", "percentage change", "per cent change", "percent change", "year-on-year", "year on year", "quarter-on-quarter",
    "month-on-month", "period-on-period", "rate of change",
  ]

  /// The first that a label holds.
  private static let phrases: [(words: String, from: From)] = [
    ("same period", .yearBefore), ("same quarter", .yearBefore), ("same month", .yearBefore), ("over 1 year", .yearBefore),
    ("previous year", .yearBefore), ("year earlier", .yearBefore), ("year-on-year", .yearBefore), ("year on year", .yearBefore),
    ("annual", .yearBefore), ("12 months", .yearBefore), ("previous quarter", .quarterBefore), ("quarter-on-quarter", .quarterBefore),
    ("previous month", .monthBefore), ("month-on-month", .monthBefore), ("previous period", .periodBefore),
    ("period on period", .periodBefore),
    ("period-on-period", .periodBefore),
  ]

  /// Eurostat's units (PCH_*) and OECD's transformations and measures (GY, G1, GPSA, GYSA).
  private static let codes: [String: From] = [
    "PCH_SM": .yearBefore, "PCH_SAME": .yearBefore, "PCH_M12": .yearBefore, "PCH_Q4": .yearBefore, "PCH_PRE": .periodBefore,
    "PCH_M1": .monthBefore, "PCH_Q1": .quarterBefore, "GY": .yearBefore, "GYSA": .yearBefore, "G1": .periodBefore, "GPSA": .periodBefore,
  ]
}
