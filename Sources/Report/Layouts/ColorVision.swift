package import Geometry
import Scales

/// Ways to see colours: with all three primaries, or without one of them at full severity (Machado, Oliveira & Fernandes 2009, table 1; the
/// matrices act on linear light).
package enum ColorVision: String, Hashable, Sendable, CaseIterable {
  case all = "all readers"
  case protan = "protanopes"
  case deutan = "deuteranopes"
  case tritan = "tritanopes"

  private var matrix: [[Double]] {
    switch self {
    case .all: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protan:
      [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    case .deutan:
      [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]]
    case .tritan:
      [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]]
    }
  }

  /// The colour as it is seen, in CIELAB (D65).
  package func seen(_ color: Color) -> LabColor {
    let light = [color.red, color.green, color.blue].map { channel -> Double in
      let v = Double(channel) / 255
      return v <= 0.04045 ? v / 12.92 : power((v + 0.055) / 1.055, 2.4)
    }
    let seen = matrix.map { row in min(1, max(0, zip(row, light).reduce(0) { $0 + $1.0 * $1.1 })) }
    return LabColor(red: seen[0], green: seen[1], blue: seen[2])
  }
}

/// A colour in CIELAB, white point D65.
package struct LabColor: Hashable, Sendable {
  package var l: Double
  package var a: Double
  package var b: Double

  package init(l: Double, a: Double, b: Double) {
    self.l = l
    self.a = a
    self.b = b
  }

  /// Of linear sRGB.
  init(red: Double, green: Double, blue: Double) {
    func f(_ t: Double) -> Double { t > 216.0 / 24389 ? power(t, 1.0 / 3) : (24389.0 / 27 * t + 16) / 116 }
    let x = f((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047)
    let y = f(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue)
    let z = f((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883)
    self.init(l: 116 * y - 16, a: 500 * (x - y), b: 200 * (y - z))
  }

  /// CIEDE2000 (Sharma, Wu & Dalal 2005).
  package func distance(to other: LabColor) -> Double {
    let degree = Double.pi / 180
    func root7(_ c: Double) -> Double {
      let power7 = power(c, 7)
      return (power7 / (power7 + 6_103_515_625)).squareRoot()
    }
    func length(_ x: Double, _ y: Double) -> Double { (x * x + y * y).squareRoot() }
    let g = 1.5 - 0.5 * root7((length(a, b) + length(other.a, other.b)) / 2)
    let (a1, a2) = (a * g, other.a * g)
    let (c1, c2) = (length(a1, b), length(a2, other.b))
    func hue(_ x: Double, _ y: Double) -> Double {
      let angle = x == 0 && y == 0 ? 0 : arcTangent(y, x) / degree
      return angle < 0 ? angle + 360 : angle
    }
    let (h1, h2) = (hue(a1, b), hue(a2, other.b))
    let isGrey = c1 * c2 == 0
    var turn = isGrey ? 0 : h2 - h1
    if turn > 180 { turn -= 360 } else if turn < -180 { turn += 360 }
    let deltaHue = 2 * (c1 * c2).squareRoot() * sine(turn / 2 * degree)
    var hueMean = h1 + h2
    if !isGrey { hueMean = abs(h1 - h2) <= 180 ? hueMean / 2 : hueMean < 360 ? hueMean / 2 + 180 : hueMean / 2 - 180 }
    let t =
      1 - 0.17 * cosine((hueMean - 30) * degree) + 0.24 * cosine(2 * hueMean * degree)
      + 0.32 * cosine((3 * hueMean + 6) * degree) - 0.2 * cosine((4 * hueMean - 63) * degree)
    let (lMean, cMean) = ((l + other.l) / 2, (c1 + c2) / 2)
    let lOff = (lMean - 50) * (lMean - 50)
    let lightness = (other.l - l) / (1 + 0.015 * lOff / (20 + lOff).squareRoot())
    let chroma = (c2 - c1) / (1 + 0.045 * cMean)
    let hueTerm = deltaHue / (1 + 0.015 * cMean * t)
    let off = (hueMean - 275) / 25
    let rotation = -2 * root7(cMean) * sine(60 * exponential(-off * off) * degree)
    return (lightness * lightness + chroma * chroma + hueTerm * hueTerm + rotation * chroma * hueTerm).squareRoot()
  }
}
