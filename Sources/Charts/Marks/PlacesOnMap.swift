import Geometry
import Grammar
import Scene

extension UnitEncoder {
  /// Where a row stands on the map of its unit, across (`x`, `x2`) or down (`y`, `y2`); nil where the unit has no map.
  func placeOnMap(_ channel: Channel) -> ((Int) -> Double?)? {
    let isSecond = channel == .x2 || channel == .y2
    guard let place = placesOnMap(isSecond: isSecond) else { return nil }
    switch channel {
    case .x, .x2: return { place($0)?.x.points }
    case .y, .y2: return { place($0)?.y.points }
    default: return nil
    }
  }

  /// Rules between two places of a map: straight on the map.
  func rulesOnMap(_ paint: MarkPaint) -> [SceneItem] {
    guard let starts = placesOnMap(isSecond: false), let ends = placesOnMap(isSecond: true) else { return [] }
    return drawnRows.compactMap { row in
      guard let start = starts(row), let end = ends(row) else { return nil }
      var path = Path()
      path.move(to: end)
      path.line(to: start)
      return pathItem(path, fill: nil, stroke: paint.stroke(row), row: row)
    }
  }

  private func placesOnMap(isSecond: Bool) -> ((Int) -> Point?)? {
    guard let map = unit.map else { return nil }
    let longitudes = unit.degrees(isSecond ? .longitude2 : .longitude, resolver) ?? unit.degrees(.longitude, resolver)
    let latitudes = unit.degrees(isSecond ? .latitude2 : .latitude, resolver) ?? unit.degrees(.latitude, resolver)
    guard let longitudes, let latitudes else { return nil }
    let size = size
    return { row in
      guard let longitude = longitudes(row), let latitude = latitudes(row) else { return nil }
      return map.place(longitude: longitude, latitude: latitude, in: size)
    }
  }
}
