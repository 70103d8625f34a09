/// The columns of SDMX-CSV (1.0 and 2.0), and of tables that agencies export in its manner.
struct SDMXColumns {
  struct Field {
    var id: String
    var index: Int
    var role: CodeLists.Role
    /// The column of texts beside that of codes (labels `name` of SDMX-CSV 2.0).
    var label: Int?
    /// `AT: Austria` in one cell (labels `both`).
    var holdsBoth = false
  }

  private(set) var columns: [Field] = []
  /// The place of the name of the dataflow, and that of its id.
  private(set) var title: Int?
  private(set) var flow: Int?
  private(set) var action: Int?
  /// Attributes that say nothing a figure holds.
  private(set) var unread: [String] = []

  /// Concepts of the cross-domain list of SDMX, and what agencies call the same.
  private static let roles: [String: CodeLists.Role] = [
    "TIME_PERIOD": .period, "TIME": .period, "PERIOD": .period, "OBS_VALUE": .value, "VALUE": .value, "REF_AREA": .area, "GEO": .area,
    "LOCATION": .area, "COU": .area,
    "COUNTRY": .area, "REGION": .area, "UNIT_MEASURE": .unit, "UNIT": .unit, "UNIT_MULT": .multiplier, "UNIT_MULTIPLIER": .multiplier,
    "POWERCODE": .multiplier,
    "SCALE": .multiplier, "DECIMALS": .decimals, "OBS_STATUS": .status, "OBS_FLAG": .status, "FREQ": .frequency, "FREQUENCY": .frequency,
    "KIND": .kind, "BASIS": .basis, "SCOPE": .scope, "OCCASION": .occasion,
  ]

  /// Whether the heads of a table are those of SDMX rather than of the project's own sets, or a mapping file says which of them is the value.
  static func areThere(in heads: [String], _ codes: CodeLists) -> Bool {
    let ids = Set(heads.map { CodeLists.key($0) })
    if ids.contains(where: { codes.columns[$0] == .value }), ids.contains(where: { codes.columns[$0] == .period || roles[$0] == .period }) {
      return true
    }
    guard ids.contains("OBS_VALUE"), !ids.contains("OBS_ID") else { return false }
    if ids.contains("DATAFLOW") || ids.contains("STRUCTURE") || ids.contains("STRUCTURE_ID") { return true }
    return (ids.contains("TIME_PERIOD") || ids.contains("TIME")) && ids.isDisjoint(with: ["KIND", "INDICATOR"])
  }

  /// `REF_AREA: Reference area` and `COMMENT[]` name REF_AREA and COMMENT.
  private static func id(of head: String) -> String {
    let name = head.split(separator: ":", maxSplits: 1).first.map(String.init) ?? head
    return String(name.filter { $0 != "[" && $0 != "]" && $0 != " " })
  }

  /// Ids are words of capitals or of small letters; `Reference area` and `Time` are texts.
  private static func isID(_ head: String) -> Bool {
    let id = head.split(separator: ":", maxSplits: 1).first.map(String.init) ?? head
    guard !id.isEmpty,
      id.utf8.allSatisfy({
        (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || [0x5F, 0x2D, 0x24, 0x40, 0x5B, 0x5D].contains($0)
      })
    else { return id.uppercased() == "LAST UPDATE" }
    return id == id.uppercased() || id == id.lowercased()
  }

  init(_ heads: [String], _ codes: CodeLists) {
    let valuePlace =
      heads.firstIndex { Self.roles[CodeLists.key($0)] == .value || codes.columns[CodeLists.key($0)] == .value } ?? heads.count
    for (index, head) in heads.enumerated() {
      let id = Self.id(of: head)
      let key = CodeLists.key(head)
      if !Self.isID(head), codes.columns[key] == nil {
        if !columns.isEmpty, columns[columns.count - 1].index == index - 1 { columns[columns.count - 1].label = index }
        continue
      }
      switch key {
      case "DATAFLOW", "STRUCTURE_ID": flow = index
      case "STRUCTURE_NAME", "DATAFLOW_NAME", "TITLE": title = title ?? index
      case "ACTION": action = index
      case "STRUCTURE", "LASTUPDATE", "LAST_UPDATE": continue
      default:
        let role = codes.columns[key] ?? Self.roles[key]
        if role == .ignore { continue }
        // Dimensions stand before the value, attributes behind it.
        if role == nil, index > valuePlace {
          unread.append(head)
          columns.append(Field(id: id, index: index, role: .ignore))
          continue
        }
        columns.append(Field(id: id, index: index, role: role ?? .name, holdsBoth: head.contains(":")))
      }
    }
  }

  func first(_ role: CodeLists.Role) -> Field? { columns.first { $0.role == role } }
  /// What is measured, the indicator first.
  var names: [Field] {
    let found = columns.filter { $0.role == .name }
    let leads = ["INDICATOR", "MEASURE", "SERIES", "SUBJECT", "NA_ITEM", "OBS_MEASURE"]
    return found.filter { leads.contains($0.id.uppercased()) } + found.filter { !leads.contains($0.id.uppercased()) }
  }
}
