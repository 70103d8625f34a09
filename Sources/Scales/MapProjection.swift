/// Longitude and latitude in degrees to a plane: the projections of d3-geo, by their names there.
///
/// Formulas: J. P. Snyder, *Map Projections – A Working Manual* (USGS 1395); Šavrič, Patterson and Jenny, *The Equal Earth map
/// projection* (2018); Patterson's Natural Earth by the polynomial of Šavrič et al. (2011).
package struct MapProjection: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case albers, azimuthalEqualArea, azimuthalEquidistant, conicConformal, conicEqualArea, conicEquidistant, equalEarth,
      equirectangular, gnomonic, mercator, naturalEarth1, orthographic, stereographic
  }

  package var kind: Kind
  /// Degrees by which the sphere is turned before it is projected: about its axis, then by latitude, then about the centre of the map.
  package var rotate: [Double]
  /// The degrees of longitude and latitude that stand at the place the map is moved to, after the turn.
  package var center: [Double]
  /// The two standard parallels of a cone in degrees.
  package var parallels: [Double]
  /// How far from the centre of the map a place is still shown, in degrees; 0: the whole sphere.
  package var clipAngle: Double
  package var isMirroredAcross = false
  package var isMirroredDown = false

  package init(_ kind: Kind) {
    self.kind = kind
    rotate = kind == .albers ? [96, 0] : [0, 0]
    center =
      switch kind {
      case .albers: [-0.6, 38.7]
      case .conicEqualArea: [0, 33.6442]
      case .conicEquidistant: [0, 13.9389]
      default: [0, 0]
      }
    parallels =
      switch kind {
      case .albers: [29.5, 45.5]
      case .conicConformal: [30, 30]
      default: [0, 60]
      }
    clipAngle =
      switch kind {
      case .orthographic: 90
      case .gnomonic: 60
      case .stereographic: 142
      case .azimuthalEqualArea, .azimuthalEquidistant: 179.999
      default: 0
      }
  }

  /// The radius of the sphere in pixels where nothing says otherwise (d3-geo's defaults).
  package var naturalScale: Double {
    switch kind {
    case .albers: 1070
    case .azimuthalEqualArea: 124.75
    case .azimuthalEquidistant: 79.4188
    case .conicConformal: 109.5
    case .conicEqualArea: 155.424
    case .conicEquidistant: 131.154
    case .equalEarth: 177.158
    case .equirectangular: 152.63
    case .gnomonic: 144.049
    case .mercator: 961 / (2 * Double.pi)
    case .naturalEarth1: 175.295
    case .orthographic: 249.5
    case .stereographic: 250
    }
  }

  /// A place in a plane whose unit is the sphere's radius, y downwards; nil where the map does not show it.
  package func plane(longitude: Double, latitude: Double) -> (x: Double, y: Double)? {
    guard longitude.isFinite, latitude.isFinite, abs(latitude) <= 90 else { return nil }
    let turned = turned(radians(longitude), radians(latitude))
    if clipAngle > 0, cosine(turned.latitude) * cosine(turned.longitude) < cosine(radians(clipAngle)) { return nil }
    return mirrored(flat(turned.longitude, turned.latitude))
  }

  /// Where `center` stands in that plane.
  package var centre: (x: Double, y: Double) {
    mirrored(flat(radians(center.first ?? 0), radians(center.count > 1 ? center[1] : 0))) ?? (0, 0)
  }

  private func mirrored(_ place: (x: Double, y: Double)) -> (x: Double, y: Double)? {
    guard place.x.isFinite, place.y.isFinite else { return nil }
    return (isMirroredAcross ? -place.x : place.x, isMirroredDown ? place.y : -place.y)
  }

  private func turned(_ longitude: Double, _ latitude: Double) -> (longitude: Double, latitude: Double) {
    var longitude = longitude + radians(rotate.first ?? 0)
    if abs(longitude) > .pi { longitude -= (longitude / (2 * .pi)).rounded() * 2 * .pi }
    let (pitch, roll) = (rotate.count > 1 ? radians(rotate[1]) : 0, rotate.count > 2 ? radians(rotate[2]) : 0)
    if pitch == 0, roll == 0 { return (longitude, latitude) }
    let (x, y, z) = (cosine(longitude) * cosine(latitude), sine(longitude) * cosine(latitude), sine(latitude))
    let k = z * cosine(pitch) + x * sine(pitch)
    return (
      arcTangent(y * cosine(roll) - k * sine(roll), x * cosine(pitch) - z * sine(pitch)),
      arcSine(k * cosine(roll) + y * sine(roll))
    )
  }

  // MARK: Formulas, in radians, y upwards

  private func flat(_ longitude: Double, _ latitude: Double) -> (x: Double, y: Double) {
    switch kind {
    case .equirectangular: return (longitude, latitude)
    case .mercator: return (longitude, naturalLogarithm(tangent((.pi / 2 + latitude) / 2)))
    case .equalEarth: return equalEarth(longitude, latitude)
    case .naturalEarth1: return naturalEarth(longitude, latitude)
    case .albers, .conicEqualArea: return conicEqualArea(longitude, latitude)
    case .conicConformal: return conicConformal(longitude, latitude)
    case .conicEquidistant: return conicEquidistant(longitude, latitude)
    case .orthographic: return azimuthal(longitude, latitude) { _ in 1 }
    case .gnomonic: return azimuthal(longitude, latitude) { 1 / $0 }
    case .stereographic: return azimuthal(longitude, latitude) { 1 / (1 + $0) }
    case .azimuthalEqualArea: return azimuthal(longitude, latitude) { (2 / (1 + $0)).squareRoot() }
    case .azimuthalEquidistant:
      return azimuthal(longitude, latitude) { cosine in
        let angle = arcCosine(cosine)
        return angle == 0 ? 1 : angle / sine(angle)
      }
    }
  }

  /// - Parameter factor: how far a place is moved from the centre, by the cosine of its distance from there.
  private func azimuthal(_ longitude: Double, _ latitude: Double, factor: (Double) -> Double) -> (x: Double, y: Double) {
    let k = factor(cosine(longitude) * cosine(latitude))
    return (k * cosine(latitude) * sine(longitude), k * sine(latitude))
  }

  private func equalEarth(_ longitude: Double, _ latitude: Double) -> (x: Double, y: Double) {
    let (a1, a2, a3, a4, m) = (1.340264, -0.081106, 0.000893, 0.003796, 3.0.squareRoot() / 2)
    let l = arcSine(m * sine(latitude))
    let l2 = l * l
    let l6 = l2 * l2 * l2
    return (
      longitude * cosine(l) / (m * (a1 + 3 * a2 * l2 + l6 * (7 * a3 + 9 * a4 * l2))), l * (a1 + a2 * l2 + l6 * (a3 + a4 * l2))
    )
  }

  private func naturalEarth(_ longitude: Double, _ latitude: Double) -> (x: Double, y: Double) {
    let p2 = latitude * latitude
    let p4 = p2 * p2
    let across = 0.8707 - 0.131979 * p2 + p4 * (-0.013791 + p4 * (0.003971 * p2 - 0.001529 * p4))
    let up = 1.007226 + p2 * (0.015085 + p4 * (-0.044475 + 0.028874 * p2 - 0.005916 * p4))
    return (longitude * across, latitude * up)
  }

  private var parallelsInRadians: (Double, Double) {
    let first = radians(parallels.first ?? 0)
    return (first, parallels.count > 1 ? radians(parallels[1]) : first)
  }

  private func conicEqualArea(_ longitude: Double, _ latitude: Double) -> (x: Double, y: Double) {
    let (first, second) = parallelsInRadians
    let n = (sine(first) + sine(second)) / 2
    // Parallels as far north as south make a cylinder of the cone.
    if abs(n) < 1e-6 { return (longitude * cosine(first), sine(latitude) / cosine(first)) }
    let c = 1 + sine(first) * (2 * n - sine(first))
    let r = (c - 2 * n * sine(latitude)).squareRoot() / n
    return (r * sine(longitude * n), c.squareRoot() / n - r * cosine(longitude * n))
  }

  private func conicConformal(_ longitude: Double, _ latitude: Double) -> (x: Double, y: Double) {
    let (first, second) = parallelsInRadians
    func stretch(_ latitude: Double) -> Double { tangent((.pi / 2 + latitude) / 2) }
    let n =
      first == second
      ? sine(first) : naturalLogarithm(cosine(first) / cosine(second)) / naturalLogarithm(stretch(second) / stretch(first))
    if n == 0 { return (longitude, naturalLogarithm(stretch(latitude))) }
    let f = cosine(first) * power(stretch(first), n) / n
    // The pole away from the tip of the cone lies at no place.
    let limit = Double.pi / 2 - 1e-6
    let r = f / power(stretch(f > 0 ? max(latitude, -limit) : min(latitude, limit)), n)
    return (r * sine(n * longitude), f - r * cosine(n * longitude))
  }

  private func conicEquidistant(_ longitude: Double, _ latitude: Double) -> (x: Double, y: Double) {
    let (first, second) = parallelsInRadians
    let n = first == second ? sine(first) : (cosine(first) - cosine(second)) / (second - first)
    if abs(n) < 1e-6 { return (longitude, latitude) }
    let g = cosine(first) / n + first
    return ((g - latitude) * sine(n * longitude), g - (g - latitude) * cosine(n * longitude))
  }
}

private func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }
