import Foundation
import Scales
import Testing

@Suite struct MapProjectionTests {
  /// Where Vega 6 puts three places on a sphere of 100 pixels' radius: kind, turn, longitude, latitude, x, y.
  @Test func placesStandWhereVegaPutsThem() throws {
    let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/map-projections.txt")
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 78)
    for line in lines {
      let words = line.split(separator: " ").map(String.init)
      try #require(words.count == 6)
      var projection = MapProjection(try #require(MapProjection.Kind(rawValue: words[0])))
      projection.rotate = words[1].split(separator: ",").compactMap { Double($0) }
      projection.center = [0, 0]
      let numbers = words[2...].compactMap { Double($0) }
      let place = try #require(projection.plane(longitude: numbers[0], latitude: numbers[1]), "\(line)")
      let (centre, expected) = (projection.centre, (x: numbers[2], y: numbers[3]))
      #expect(abs((place.x - centre.x) * 100 - expected.x) < 0.001, "\(line)")
      #expect(abs((place.y - centre.y) * 100 - expected.y) < 0.001, "\(line)")
    }
  }

  @Test func theFarSideOfAGlobeIsNotShown() {
    let globe = MapProjection(.orthographic)
    #expect(globe.plane(longitude: 30, latitude: 10) != nil)
    #expect(globe.plane(longitude: 150, latitude: 10) == nil)
    var turned = globe
    turned.rotate = [-120, 0]
    #expect(turned.plane(longitude: 150, latitude: 10) != nil)
  }

  @Test(arguments: MapProjection.Kind.allCases)
  func whatIsNoPlaceHasNone(kind: MapProjection.Kind) {
    let projection = MapProjection(kind)
    #expect(projection.plane(longitude: 0, latitude: 91) == nil)
    #expect(projection.plane(longitude: .nan, latitude: 0) == nil)
    #expect(projection.plane(longitude: .infinity, latitude: 0) == nil)
  }
}
