import Dataflow
import Diagnostics
import Geometry
import Grammar
import Scales
import StructuredData

/// The pass that gives everything its place, in a plot of some size.
extension ChartCompilation {
  struct Laid {
    var group: SceneGroup
    var plot: PlotSize
    var scales: [ScaleFunction]
    var findings: [Diagnostic]
    /// Whether names under columns do not fit, so that rows would serve better.
    var wantsRows = false
    /// By how much the plot must be higher for its names and values to have room.
    var stretch = 1.0
    /// Whether the names of series stand at the ends of their lines.
    var labelsLineEnds: Bool?
    /// The height of cards and entries.
    var neededHeight: Double?
  }

  /// - Parameters:
  ///   - override: the size of a plot that is fitted into a picture.
  ///   - cells: what the plots of a grid have whose sizes are open.
  func lay(_ resolver: Resolver, labelsLineEnds: Bool? = nil, override: PlotSize?, cells: GridCells? = nil) -> Laid {
    var (scene, findings) = scene(resolver, override: override, cells: cells)
    scene.labelsLineEnds = labelsLineEnds
    // Plots of a grid are needed whole for its rows and columns.
    scene.endsWhenCrowded = inRows != nil && prepared.model.isPlot
    let built = scene.build(prepared.model, isRoot: true)
    return Laid(
      group: built.group, plot: PlotSize(width: built.group.width, height: built.group.height), scales: scene.scales,
      findings: findings + scene.findings, wantsRows: scene.wantsRows, stretch: scene.stretch,
      labelsLineEnds: scene.labelsLineEnds, neededHeight: scene.neededHeight)
  }

  /// The room that the axes of a single plot take beside it, where nothing else asks for any.
  func axesRoom(of plot: PlotSize) -> GuideRoom {
    let scene = scene(prepared.resolver, override: plot, cells: nil).scene
    return GuideRoom(around: scene.axesBounds(prepared.model, of: plot), of: plot)
  }

  /// Scales with the ranges that plots of their sizes give them.
  private func scene(_ resolver: Resolver, override: PlotSize?, cells: GridCells?) -> (scene: SceneBuilder, findings: [Diagnostic]) {
    let (model, table) = (prepared.model, prepared.table)
    var builder = prepared.builder
    var scales = prepared.domains
    var sizes: [Int: PlotSize] = [:]
    let plots = PlotSizes(table: table, scales: scales, config: config, cells: cells)
    plots.assign(model, override, &sizes)
    // Positions first: their steps bound other ranges.
    for pass in 0..<3 {
      for (index, component) in table.components.enumerated() {
        let channel = component.channel
        let rank = channel.isPosition ? 0 : channel.isOffset ? 1 : 2
        guard rank == pass, let size = sizes[component.first.unit.id] else { continue }
        switch rank {
        case 0: scales[index].range = builder.positionRange(scales[index], component, size: size)
        case 1: scales[index].range = builder.offsetRange(component, scales, table, size: size)
        default:
          let steps = [Channel.x, .y].compactMap { place -> Double? in
            guard let other = table[component.first.unit.id, place] else { return nil }
            let scale = scales[other]
            if scale.type.hasCategories { return scale.step }
            if let bins = scale.bins, bins.count > 1, let a = scale.number(bins[0]), let b = scale.number(bins[1]) { return abs(b - a) }
            return nil
          }
          scales[index].range = builder.visualRange(scales[index], component, size: size, steps: steps)
          scales[index].mix = builder.mixing(component)
          builder.checkColours(scales[index], component)
        }
        builder.finishDomain(&scales[index], component)
      }
    }
    var scene = SceneBuilder(scales: scales, table: table, sizes: sizes, text: text, resolver: resolver, config: config)
    scene.room = frame?.area.size.width.points
    scene.plotAxes = prepared.axes
    scene.highlight = source.highlight
    scene.unitOfValues = source.unit
    scene.magnitudes = magnitudes
    return (scene, builder.findings)
  }
}
