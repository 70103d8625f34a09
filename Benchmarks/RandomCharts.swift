import Assets
import ChartProof
import Dataflow
import Diagnostics
import Fonts
import Foundation
import Geometry
import Grammar
import Graphics
import Scene
import StructuredData
import Typesetting

/// Draws random charts in the look of the house and asks every question of each.
///
/// - Parameter arguments: how many seeds, then where to write the specs of those with a fault.
func randomCharts(_ arguments: [String]) throws {
  let count = arguments.first.flatMap(UInt64.init) ?? 300
  let folder = arguments.dropFirst().first
  let assets = try Assets()
  let typesetter = Typesetter(fonts: try FontLibrary(directories: [assets.fonts]))
  let path = assets.layouts + "/charts/annual.yaml"
  var findings = Findings()
  let theme = Config.read(try parseYAML(try String(contentsOfFile: path, encoding: .utf8), document: path), &findings)
  var tally = ProofTally()
  for seed in 0..<count {
    let chart = RandomChart(seed: seed)
    var faults: [FigureFault] = []
    do {
      let source = try readSpec(try parseJSON(chart.spec, document: "\(seed).json"))
      let setting = ChartSetting(theme: theme, typesetter: typesetter, language: .simplifiedChinese) { url, span throws(Diagnostic) in
        throw .error("input.missing", "random charts read no files", at: span)
      }
      let frame = try BuiltChart.compile(source.value, in: setting).value.draw()
      let dump = try parseJSON(frame.dump(fonts: typesetter.fonts.resources), document: "dump")
      faults = checkFigure(DumpPage(dump), against: chart)
      tally.add(chart, faults: faults)
    } catch let error as Diagnostics {
      tally.refuse(chart, rule: error.all.last { $0.severity == .error }?.rule ?? "?")
    }
    if let folder, !faults.isEmpty {
      try chart.spec.write(toFile: "\(folder)/\(seed).json", atomically: true, encoding: .utf8)
    }
  }
  print((tally.lines + tally.examples).joined(separator: "\n"))
}
