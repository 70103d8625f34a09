import Dataflow
import Diagnostics
import Geometry
import Grammar
import Scales
import StructuredData

/// A projection with the extent of the places that are drawn by it.
struct FittedProjection: Hashable, Sendable {
  var projection: MapProjection
  /// The extent of all places of the views that share it, in radii of the sphere.
  var extent: Box
  /// Pixels of the sphere's radius and of the map's centre, where the spec gives one of them: the map is not fitted then.
  var scale: Double?
  var translate: Point?

  /// Whether places stand alike on both maps, fitted to the same extent.
  func isAlike(_ other: FittedProjection) -> Bool {
    projection == other.projection && scale == other.scale && translate == other.translate
  }

  /// Where a place stands in a plot; nil where the map does not show it. Without a scale or place of its own the map is as large as
  /// the plot allows, and amid it.
  func place(longitude: Double, latitude: Double, in size: PlotSize) -> Point? {
    guard let flat = projection.plane(longitude: longitude, latitude: latitude) else { return nil }
    let (factor, origin): (Double, (x: Double, y: Double))
    if scale != nil || translate != nil {
      factor = scale ?? projection.naturalScale
      let place = translate ?? Point(size.width / 2, size.height / 2)
      origin = (place.x.points - factor * projection.centre.x, place.y.points - factor * projection.centre.y)
    } else {
      factor = [size.width / extent.width, size.height / extent.height].filter(\.isFinite).min() ?? 0
      origin = ((size.width - factor * (extent.x1 + extent.x2)) / 2, (size.height - factor * (extent.y1 + extent.y2)) / 2)
    }
    let (x, y) = (origin.x + factor * flat.x, origin.y + factor * flat.y)
    // What lies so far out is on no picture.
    return abs(x) < 1e7 && abs(y) < 1e7 ? Point(x, y) : nil
  }
}

extension UnitModel {
  /// Whether its rows stand at places of the earth.
  var isOnMap: Bool { encoding[.longitude] != nil && encoding[.latitude] != nil }

  /// The degrees of a geographic channel by row; nil where the unit does not have it.
  func degrees(_ channel: Channel, _ resolver: Resolver) -> ((Int) -> Double?)? {
    guard let definition = encoding[channel] else { return nil }
    if let datum = definition.datum {
      let value = resolver.value(datum, of: definition).finiteNumber
      return { _ in value }
    }
    guard definition.isField, let path = definition.path() else { return nil }
    let column = table.values(at: path)
    return { row in column[row].finiteNumber }
  }
}

/// Gives every unit with longitudes and latitudes its map. Views over one another and the cells of a facet share one where they are
/// projected alike, so that a place stands alike in all of them.
///
/// - Returns: `spec.off-map` for places that a map does not show: on the far side of a globe, or beyond a pole.
func fitProjections(in view: inout ViewModel, config: Config, resolver: Resolver) -> [Diagnostic] {
  var findings: [Diagnostic] = []
  if case .concat(var views) = view.content {
    for place in views.indices {
      views[place].spec.projection = views[place].spec.projection.over(view.spec.projection)
      findings += fitProjections(in: &views[place], config: config, resolver: resolver)
    }
    view.content = .concat(views)
    return findings
  }
  var maps: [FittedProjection] = []
  view.changeUnits(inheriting: config["projection"]) { unit, written in
    guard unit.isOnMap else { return }
    let projection = FittedProjection(resolver.resolved(written))
    let place = maps.firstIndex { $0.isAlike(projection) }
    var map = place.map { maps[$0] } ?? projection
    var hidden: Set<Int> = []
    for (longitude, latitude) in [(Channel.longitude, Channel.latitude), (.longitude2, .latitude2)] {
      guard let longitudes = unit.degrees(longitude, resolver) ?? unit.degrees(.longitude, resolver),
        let latitudes = unit.degrees(latitude, resolver) ?? unit.degrees(.latitude, resolver)
      else { continue }
      for row in 0..<unit.table.rowCount {
        guard let longitude = longitudes(row), let latitude = latitudes(row) else { continue }
        if let flat = map.projection.plane(longitude: longitude, latitude: latitude) {
          map.extent.add(flat.x, flat.y)
        } else {
          hidden.insert(row)
        }
      }
    }
    if let row = hidden.min() {
      let example = [Channel.longitude, .latitude].compactMap { unit.degrees($0, resolver)?(row) }.map { "\($0)" }.joined(separator: ", ")
      findings.append(
        .warning(
          "spec.off-map", "\(hidden.count) of \(unit.table.rowCount) places are not on the map, \(example) among them", at: unit.span,
          hint: "turn the map with “rotate”, or take a projection of the whole earth"))
    }
    if let place { maps[place] = map } else { maps.append(map) }
  }
  view.changeUnits(inheriting: config["projection"]) { unit, written in
    guard unit.isOnMap else { return }
    let projection = FittedProjection(resolver.resolved(written))
    unit.map = maps.first { $0.isAlike(projection) }
  }
  return findings
}

extension ViewModel {
  /// Changes each unit below, which is given with the projection that it is written with, its own keys over those of views around it.
  fileprivate mutating func changeUnits(inheriting outer: Properties, _ change: (inout UnitModel, Properties) -> Void) {
    let written = spec.projection.over(outer)
    switch content {
    case .unit(var unit):
      change(&unit, written)
      content = .unit(unit)
    case .layer(var views):
      for place in views.indices { views[place].changeUnits(inheriting: written, change) }
      content = .layer(views)
    case .concat(var views):
      for place in views.indices { views[place].changeUnits(inheriting: written, change) }
      content = .concat(views)
    case .facet(var facet):
      for place in facet.cells.indices { facet.cells[place].changeUnits(inheriting: written, change) }
      content = .facet(facet)
    }
  }
}

extension FittedProjection {
  /// A projection as it is written, without places yet; Equal Earth where no type is.
  fileprivate init(_ written: Properties) {
    var projection = MapProjection(written.text("type").flatMap(MapProjection.Kind.init) ?? .equalEarth)
    if let degrees = written.numbers("rotate") { projection.rotate = degrees }
    if let degrees = written.numbers("center") { projection.center = degrees }
    if let degrees = written.numbers("parallels") { projection.parallels = degrees }
    if let degrees = written.number("clipAngle") { projection.clipAngle = degrees }
    projection.isMirroredAcross = written.bool("reflectX") ?? false
    projection.isMirroredDown = written.bool("reflectY") ?? false
    self.projection = projection
    extent = Box()
    scale = written.number("scale")
    translate = written.numbers("translate").flatMap { place in
      place.count == 2 && place.allSatisfy { abs($0) < 1e7 } ? Point(place[0], place[1]) : nil
    }
  }
}
