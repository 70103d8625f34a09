import Geometry
import Scene

/// cairo's attribute strings. Only whole numbers are written: cairo reads fractions in the locale of the process.
enum TagAttributes {
  /// A link to a named place or an address.
  ///
  /// - Parameter areas: in page coordinates; widened to whole points, as cairo does for the annotation's box anyway.
  static func link(to destination: Destination, areas: [Rect]) -> String {
    var out =
      switch destination {
      case .anchor(let name), .unprinted(let name): "dest='\(destinationName(name))'"
      case .uri(let uri): "uri='\(escaped(asciiURI(uri)))'"
      }
    out += " rect=["
    for (index, area) in areas.enumerated() {
      let x0 = whole(area.minX.points.rounded(.down))
      let y0 = whole(area.minY.points.rounded(.down))
      let x1 = whole(area.maxX.points.rounded(.up))
      let y1 = whole(area.maxY.points.rounded(.up))
      out += "\(index == 0 ? "" : " ")\(x0) \(y0) \(x1 - x0) \(y1 - y0)"
    }
    return out + "]"
  }

  static func destination(_ name: String, at point: Point) -> String {
    "name='\(destinationName(name))' x=\(whole(point.x.points.rounded(.down))) "
      + "y=\(whole(point.y.points.rounded(.down)))"
  }

  /// A name of ASCII letters, digits, `.` and `-`; each other byte of the UTF-8 form is `_` and two hex digits, so that
  /// different names stay different.
  static func destinationName(_ name: String) -> String {
    escapedBytes(name, mark: "_") { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"):
        true
      default: false
      }
    }
  }

  /// Percent-encodes what may not stand in a URI (RFC 3986); what is encoded already stays.
  static func asciiURI(_ uri: String) -> String {
    escapedBytes(uri, mark: "%") { byte in
      switch byte {
      case 0...0x20, 0x7F..., UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "{"),
        UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "`"):
        false
      default: true
      }
    }
  }

  private static func escapedBytes(_ text: String, mark: String, keeps: (UInt8) -> Bool) -> String {
    let digits = Array("0123456789ABCDEF")
    var out = ""
    for byte in text.utf8 {
      if keeps(byte) {
        out.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        out += mark
        out.append(digits[Int(byte >> 4)])
        out.append(digits[Int(byte & 15)])
      }
    }
    return out
  }

  private static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      if scalar == "'" || scalar == "\\" { out += "\\" }
      out.unicodeScalars.append(scalar)
    }
    return out
  }

  /// PDF pages end at 14,400 points; what lies far outside is cut to where `Int` and cairo's fixed numbers hold it.
  private static func whole(_ value: Double) -> Int { Int(max(-100_000, min(100_000, value))) }
}
