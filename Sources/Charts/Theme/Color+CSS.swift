import Geometry
import Scales

extension Color {
  /// A colour as CSS writes it: hex, `rgb()`, `hsl()`, names; nil for anything else. `none` and `transparent` are invisible.
  init?(css: String) {
    if let hex = Color(hex: css) {
      self = hex
      return
    }
    if css == "transparent" || css == "none" {
      self = Color(red: 0, green: 0, blue: 0, alpha: 0)
      return
    }
    guard let color = RGBColor(css) else { return nil }
    self.init(color)
  }
}
