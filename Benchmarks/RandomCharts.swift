import Assets
import ChartProof
import Charts
import Dataflow
import Diagnostics
import Fonts
import Foundation
import Geometry
import Grammar
import Scene
import StructuredData
import Typesetting

/// Draws random charts in the look of the house and asks every question of each.
///
/// - Parameter arguments: how many seeds, then where to write the specs of those with a fault, then `all` to
///   write those without one too.
func randomCharts(_ arguments: [String]) throws {
  let count = arguments.first.flatMap(UInt64.init) ?? 300
  let folder = arguments.dropFirst().first
  let writesAll = arguments.dropFirst(2).first == "all"
  let assets = try Assets()
  let typesetter = Typesetter(fonts: try FontLibrary(directories: [assets.fonts]))
  let theme = try shippedLook("annual", assets)
  let setting = ChartSetting(theme: theme, typesetter: typesetter, language: .simplifiedChinese, fetch: noFiles)
  var tally = ProofTally()
  // Two charts of plain marks and one of the house's, by turns.
  for seed in 0..<count {
    let chart = seed % 3 == 2 ? RandomChart(houseSeed: seed / 3) : RandomChart(seed: seed)
    switch page(of: chart, in: setting) {
    case .success(let page):
      let faults = checkFigure(page, against: chart)
      tally.add(chart, faults: faults)
      if let folder, writesAll || !faults.isEmpty {
        try chart.spec.write(toFile: "\(folder)/\(seed).json", atomically: true, encoding: .utf8)
      }
    case .failure(let refusal):
      tally.refuse(chart, rule: refusal.all.last { $0.severity == .error }?.rule ?? "?")
    }
  }
  print((tally.lines + tally.examples).joined(separator: "\n"))
}

/// A look of `layouts/charts` that extends no other.
func shippedLook(_ name: String, _ assets: Assets) throws -> Config {
  let path = assets.layouts + "/charts/" + name + ".yaml"
  return try readLook(try parseYAML(try String(contentsOfFile: path, encoding: .utf8), document: path)) { name, span throws(Diagnostics) in
    throw Diagnostics(.error("look.unknown", "“\(name)” is not read here", at: span))
  }
}

func noFiles(_ url: String, at span: SourceSpan) throws(Diagnostic) -> String {
  throw .error("input.missing", "measured charts read no files", at: span)
}

private func page(of chart: RandomChart, in setting: ChartSetting) -> Result<DumpPage, Diagnostics> {
  do throws(Diagnostics) {
    let source = try readSpec(try parseJSON(chart.spec, document: "\(chart.seed).json"))
    let frame = try BuiltChart.compile(source.value, in: setting).value.draw()
    return .success(DumpPage(try parseJSON(frame.dump(fonts: setting.typesetter.fonts.resources), document: "dump")))
  } catch {
    return .failure(error)
  }
}
