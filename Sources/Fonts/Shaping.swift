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

/// Shapes one run after another; keeps HarfBuzz's buffer between the calls.
@safe package struct Shaper: ~Copyable {
  private let buffer: OpaquePointer
  private let languages: [hb_language_t?]
  private var features: [hb_feature_t] = []
  private var featuresOf: ShapingStyle?
  private var dashes: [Range<Int>] = []

  package init() {
    unsafe buffer = hb_buffer_create()
    unsafe languages = Language.allCases.map { unsafe hb_language_from_string($0.openType, -1) }
  }
  deinit { unsafe hb_buffer_destroy(buffer) }

  /// Appends the glyphs of `scalars[range]`, in reading order (left to right), to `glyphs`.
  package mutating func shape(
    _ scalars: [Unicode.Scalar], _ range: Range<Int>, in face: Typeface, _ style: ShapingStyle,
    into glyphs: inout [ShapedGlyph]
  ) {
    if featuresOf != style {
      features = style.features
      featuresOf = style
    }
    fill(scalars, range, face)
    unsafe hb_buffer_set_direction(buffer, HB_DIRECTION_LTR)
    unsafe hb_buffer_set_script(buffer, style.script == .han ? HB_SCRIPT_HAN : HB_SCRIPT_LATIN)
    unsafe hb_buffer_set_language(buffer, languages[style.language.index])
    let usual = features.count
    for pair in dashes {
      features.append(
        hb_feature_t(tag: ShapingStyle.Tag.ccmp, value: 0, start: UInt32(pair.lowerBound), end: UInt32(pair.upperBound))
      )
    }
    unsafe features.withUnsafeBufferPointer { list in
      unsafe hb_shape(face.font, buffer, list.baseAddress, UInt32(list.count))
    }
    features.removeSubrange(usual...)
    let first = glyphs.count
    var count: UInt32 = 0
    guard let infos = unsafe hb_buffer_get_glyph_infos(buffer, &count),
      let positions = unsafe hb_buffer_get_glyph_positions(buffer, &count)
    else { return }
    let scale = 1 / face.unitsPerEm
    for i in 0..<Int(count) {
      let (info, position) = unsafe (infos[i], positions[i])
      glyphs.append(
        ShapedGlyph(
          id: UInt16(truncatingIfNeeded: info.codepoint), advance: Float(position.x_advance) * scale,
          dx: Float(position.x_offset) * scale, dy: Float(-position.y_offset) * scale, cluster: Int32(info.cluster)))
    }
    for pair in dashes { join(pair, in: &glyphs, from: first, face) }
  }

  /// Fills the buffer; a cluster is the offset of its first character. A font without ⸺ gets two — for it.
  private mutating func fill(_ scalars: [Unicode.Scalar], _ range: Range<Int>, _ face: Typeface) {
    unsafe hb_buffer_clear_contents(buffer)
    unsafe hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES)
    unsafe hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE)
    dashes.removeAll(keepingCapacity: true)
    let emDash: hb_codepoint_t = 0x2014
    var i = range.lowerBound
    while i < range.upperBound {
      let value = scalars[i].value
      if value == emDash, i + 1 < range.upperBound, scalars[i + 1].value == emDash {
        unsafe hb_buffer_add(buffer, emDash, UInt32(i))
        unsafe hb_buffer_add(buffer, emDash, UInt32(i + 1))
        dashes.append(i..<i + 2)
        i += 1
      } else if value == 0x2E3A, !face.covers(scalars[i]) {
        unsafe hb_buffer_add(buffer, emDash, UInt32(i))
        unsafe hb_buffer_add(buffer, emDash, UInt32(i))
        dashes.append(i..<i + 1)
      } else {
        // A tab is a space: fonts have no glyph for it.
        unsafe hb_buffer_add(buffer, value == 0x09 ? 0x20 : value, UInt32(i))
      }
      i += 1
    }
  }

  /// Moves the two dashes of —— towards each other until their ink meets. The font would put one glyph for both, but then a
  /// PDF has to spell out what that glyph stands for, which some readers do not survive.
  private func join(_ pair: Range<Int>, in glyphs: inout [ShapedGlyph], from first: Int, _ face: Typeface) {
    let both = glyphs.indices[first...].filter { pair.contains(Int(glyphs[$0].cluster)) }
    guard both.count == 2, glyphs[both[0]].id == glyphs[both[1]].id, glyphs[both[0]].id != 0 else { return }
    var extents = hb_glyph_extents_t()
    guard unsafe hb_font_get_glyph_extents(face.font, hb_codepoint_t(glyphs[both[0]].id), &extents) != 0 else { return }
    let scale = 1 / face.unitsPerEm
    let left = Float(extents.x_bearing) * scale
    let right = glyphs[both[0]].advance - left - Float(extents.width) * scale
    glyphs[both[0]].dx += max(0, right)
    glyphs[both[1]].dx -= max(0, left)
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
  fileprivate enum Tag {
    static let ccmp: hb_tag_t = 0x6363_6D70
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
  /// Position in `allCases`.
  var index: Int {
    switch self {
    case .simplifiedChinese: 0
    case .traditionalChinese: 1
    case .hongKongChinese: 2
    case .english: 3
    }
  }

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
