import CHarfBuzz
package import Scene

/// One glyph of a shaped text; lengths in em, y grows downwards.
package struct ShapedGlyph: Hashable, Sendable {
  /// 0 where the font has no glyph for the character.
  package var id: UInt16
  package var advance: Float
  package var dx: Float
  package var dy: Float
  /// Index of the first code point of its cluster, in the array that was shaped.
  package var cluster: Int32
}

/// How a run is shaped. `liga`, `clig` and `dlig` are always off: in the PDF each glyph then has one Unicode value.
package struct ShapingStyle: Hashable, Sendable {
  /// Decides the font's script: Chinese marks and ideographs, or Latin, Greek and figures.
  package enum Script: UInt8, Hashable, Sendable { case han, latin }
  package var script: Script
  package var language: Language
  /// Figures of one width (`tnum`), where the font has them.
  package var tabularFigures: Bool
  /// Full-width marks on half their width (`halt`); only used to measure them.
  package var halfWidth: Bool

  package init(script: Script, language: Language, tabularFigures: Bool = false, halfWidth: Bool = false) {
    self.script = script
    self.language = language
    self.tabularFigures = tabularFigures
    self.halfWidth = halfWidth
  }
}

/// Shapes one run after another; keeps HarfBuzz's buffer and the code points between the calls.
@safe package struct Shaper: ~Copyable {
  private let buffer: OpaquePointer
  private var codepoints: [UInt32] = []

  package init() { unsafe buffer = hb_buffer_create() }
  deinit { unsafe hb_buffer_destroy(buffer) }

  /// Appends the glyphs of `scalars[range]`, in reading order (left to right), to `glyphs`.
  package mutating func shape(
    _ scalars: [Unicode.Scalar], _ range: Range<Int>, in face: Typeface, _ style: ShapingStyle,
    into glyphs: inout [ShapedGlyph]
  ) {
    codepoints.removeAll(keepingCapacity: true)
    for scalar in scalars[range] { codepoints.append(scalar.value) }
    unsafe hb_buffer_clear_contents(buffer)
    unsafe hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES)
    unsafe codepoints.withUnsafeBufferPointer { pointer in
      unsafe hb_buffer_add_codepoints(buffer, pointer.baseAddress, Int32(pointer.count), 0, Int32(pointer.count))
    }
    unsafe hb_buffer_set_direction(buffer, HB_DIRECTION_LTR)
    unsafe hb_buffer_set_script(buffer, style.script == .han ? HB_SCRIPT_HAN : HB_SCRIPT_LATIN)
    unsafe hb_buffer_set_language(buffer, hb_language_from_string(style.language.openType, -1))
    let features = style.features
    unsafe features.withUnsafeBufferPointer { list in
      unsafe hb_shape(face.font, buffer, list.baseAddress, UInt32(list.count))
    }
    var count: UInt32 = 0
    guard let infos = unsafe hb_buffer_get_glyph_infos(buffer, &count),
      let positions = unsafe hb_buffer_get_glyph_positions(buffer, &count)
    else { return }
    let scale = 1 / face.unitsPerEm
    glyphs.reserveCapacity(glyphs.count + Int(count))
    for i in 0..<Int(count) {
      let (info, position) = unsafe (infos[i], positions[i])
      glyphs.append(
        ShapedGlyph(
          id: UInt16(truncatingIfNeeded: info.codepoint), advance: Float(position.x_advance) * scale,
          dx: Float(position.x_offset) * scale, dy: Float(-position.y_offset) * scale,
          cluster: Int32(range.lowerBound) + Int32(info.cluster)))
    }
  }
}

extension ShapingStyle {
  /// `pwid` gives Latin text its own quotation marks, dashes and dots where the font's default ones are full-width.
  var features: [hb_feature_t] {
    var list = [feature(Tag.liga, 0), feature(Tag.clig, 0), feature(Tag.dlig, 0)]
    if script == .latin { list.append(feature(Tag.pwid, 1)) }
    if tabularFigures { list += [feature(Tag.tnum, 1), feature(Tag.lnum, 1)] }
    if halfWidth { list.append(feature(Tag.halt, 1)) }
    return list
  }

  private func feature(_ tag: hb_tag_t, _ value: UInt32) -> hb_feature_t {
    hb_feature_t(tag: tag, value: value, start: 0, end: .max)
  }

  /// Feature names as HarfBuzz takes them: four ASCII bytes, the first one highest.
  private enum Tag {
    static let liga: hb_tag_t = 0x6C69_6761
    static let clig: hb_tag_t = 0x636C_6967
    static let dlig: hb_tag_t = 0x646C_6967
    static let pwid: hb_tag_t = 0x7077_6964
    static let tnum: hb_tag_t = 0x746E_756D
    static let lnum: hb_tag_t = 0x6C6E_756D
    static let halt: hb_tag_t = 0x6861_6C74
  }
}

extension Language {
  /// In the form HarfBuzz maps to the font's language systems ZHS, ZHT, ZHH and ENG, on which `locl` depends.
  var openType: String {
    switch self {
    case .simplifiedChinese: "zh-Hans"
    case .traditionalChinese: "zh-Hant"
    case .hongKongChinese: "zh-HK"
    case .english: "en"
    }
  }
}
