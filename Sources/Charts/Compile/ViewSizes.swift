import Geometry
import Grammar
import StructuredData

/// The sizes that a spec, its autosize and the picture ask of its views.
extension ChartCompilation {
  static func padding(_ config: Config) -> (left: Double, top: Double, right: Double, bottom: Double) {
    let node = config.plain["padding"]
    let all = node?.double ?? 5
    func side(_ key: String) -> Double { node?[key]?.double ?? (node?.mapping == nil ? all : 0) }
    return (side("left"), side("top"), side("right"), side("bottom"))
  }

  static func pixels(_ view: ViewSpec) -> Size? {
    // Of a grid it is the size of a cell.
    switch view.content {
    case .unit(_, let encoding) where Channel.allCases.contains(where: { $0.isFacet && !encoding.all($0).isEmpty }): return nil
    case .unit, .layer: break
    case .concat, .facet, .repeated: return nil
    }
    guard case .pixels(let width)? = view.width, case .pixels(let height)? = view.height, width > 0, height > 0 else { return nil }
    return Size(width, height)
  }

  /// Gives a plain plot the size of the picture.
  static func fit(_ view: inout ViewSpec, _ autosize: inout Autosize, to size: Size) {
    switch view.content {
    case .unit, .layer:
      view.width = .pixels(size.width.points)
      view.height = .pixels(size.height.points)
      autosize.kind = .fit
      autosize.containsPadding = true
    case .concat, .facet, .repeated: break
    }
  }

  /// A plot as wide or high as its container is fitted into the size of a plain one: there is no page around it.
  static func fillContainer(_ view: inout ViewSpec, _ autosize: inout Autosize, _ config: Config) {
    switch view.content {
    case .unit, .layer: break
    case .concat, .facet, .repeated: return
    }
    let (isWide, isHigh) = (view.width == .container, view.height == .container)
    guard isWide || isHigh else { return }
    if isWide { view.width = .pixels(config["view"].number("continuousWidth") ?? 300) }
    if isHigh { view.height = .pixels(config["view"].number("continuousHeight") ?? 300) }
    if autosize.kind == nil {
      autosize.kind = isWide && isHigh ? .fit : isWide ? .fitX : .fitY
      autosize.containsPadding = true
    }
  }

  /// The size that `autosize: fit` asks for.
  static func sizeToFit(_ view: ViewSpec, _ autosize: Autosize) -> (width: Double?, height: Double?)? {
    func pixels(_ size: ViewSize?) -> Double? { if case .pixels(let value)? = size { value } else { nil } }
    switch view.content {
    case .unit, .layer: break
    case .concat, .facet, .repeated: return nil
    }
    switch autosize.kind {
    case .fit: return (pixels(view.width), pixels(view.height))
    case .fitX: return (pixels(view.width), nil)
    case .fitY: return (nil, pixels(view.height))
    default: return nil
    }
  }
}
