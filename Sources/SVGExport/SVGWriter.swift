import Geometry
import Scene

/// Collects the elements of one page.
struct SVGWriter {
  let fonts: [FontResource]
  let images: [ImageResource]
  let options: SVGOptions
  var body = ""
  var definitions = ""
  /// Alternative texts of the figures met.
  var descriptions: [String] = []
  private var usedFonts: [Int] = []
  private var clipCount = 0
  private var anchors: Set<String> = []

  init(fonts: [FontResource], images: [ImageResource], options: SVGOptions) {
    self.fonts = fonts
    self.images = images
    self.options = options
  }

  mutating func draw(_ frame: Frame, at origin: Point) {
    let linking = LinkRuns(frame)
    var openRun = -1
    var index = 0
    while index < frame.items.count {
      let placed = frame.items[index]
      if let linking {
        let run = linking.runOfItem[index]
        // What has no link of its own but stands between linked texts, such as a rule under them, stays inside.
        let ends = openRun >= 0 && run != openRun && (run >= 0 || placed.item.isText)
        if ends {
          body += "</a>\n"
          openRun = -1
        }
        if run >= 0, openRun < 0, open(linking.runs[run], at: origin) { openRun = run }
      }
      guard case .text(let run) = placed.item else {
        draw(placed, at: origin + placed.origin)
        index += 1
        continue
      }
      var line = [PlacedRun(run: run, origin: origin + placed.origin)]
      index += 1
      while index < frame.items.count, case .text(let run) = frame.items[index].item,
        linking.map({ $0.runOfItem[index] == $0.runOfItem[index - 1] }) ?? true
      {
        let next = PlacedRun(run: run, origin: origin + frame.items[index].origin)
        guard line[line.count - 1].continues(in: next) else { break }
        line.append(next)
        index += 1
      }
      draw(line: line)
    }
    if openRun >= 0 { body += "</a>\n" }
    for run in linking?.bare ?? [] where open(linking?.runs[run], at: origin) { body += "</a>\n" }
  }

  private mutating func draw(_ placed: Placed, at origin: Point) {
    switch placed.item {
    case .shape(let shape): draw(shape, at: origin)
    case .image(let id, let size): draw(id, size, at: origin)
    case .group(let group): draw(group, at: origin)
    case .anchor(let name):
      let id = options.idPrefix + xmlID(name)
      if anchors.insert(id).inserted {
        body += "<g id=\"\(id)\" transform=\"translate(\(origin.x.svg) \(origin.y.svg))\"/>\n"
      }
    case .text, .link: return
    }
  }

  private mutating func draw(_ group: Group, at origin: Point) {
    var attributes = AriaRole.attributes(of: group)
    if let alt = group.alt, group.tag == nil || group.tag?.element == .figure { descriptions.append(alt) }
    if let language = group.tag?.language { attributes += " xml:lang=\"\(language.tag)\"" }
    var inside = origin
    if group.transform != .identity {
      attributes += " transform=\"\(group.transform.then(.translation(origin)).svg)\""
      inside = .zero
    }
    if let clip = group.clip {
      clipCount += 1
      let id = "\(options.idPrefix)clip-\(clipCount)"
      let box = clip.offset(by: inside)
      definitions += "<clipPath id=\"\(id)\"><rect \(box.svg)/></clipPath>\n"
      attributes += " clip-path=\"url(#\(id))\""
    }
    if !attributes.isEmpty { body += "<g\(attributes)>\n" }
    draw(group.frame, at: inside)
    if !attributes.isEmpty { body += "</g>\n" }
  }

  /// Opens a link with its areas, which catch the pointer between letters; false when its address is not known.
  private mutating func open(_ run: LinkRuns.Run?, at origin: Point) -> Bool {
    guard let run else { return false }
    let address: String?
    switch run.destination {
    case .anchor(let name): address = options.address(of: name)
    case .uri(let uri): address = uri
    case .unprinted: address = nil
    }
    guard let address else { return false }
    let href = xmlText(address)
    body += "<a href=\"\(href)\" xlink:href=\"\(href)\">\n"
    for area in run.areas { body += "<rect \(area.offset(by: origin).svg) fill=\"none\" pointer-events=\"all\"/>\n" }
    return true
  }

  private mutating func draw(_ id: ImageID, _ size: Size, at origin: Point) {
    guard images.indices.contains(id.index), let address = dataAddress(images[id.index]) else { return }
    body += "<image \(Rect(origin: origin, size: size).svg) preserveAspectRatio=\"none\" xlink:href=\"\(address)\"/>\n"
  }

  /// The class of a font; its style is written once, at the top.
  mutating func fontClass(_ id: FontID) -> String {
    let index = Int(id.index)
    guard fonts.indices.contains(index) else { return "" }
    if !usedFonts.contains(index) { usedFonts.append(index) }
    return "font-\(xmlID(fonts[index].name))"
  }

  var fontStyles: String {
    guard !usedFonts.isEmpty else { return "" }
    var out = "<style>\n"
    for index in usedFonts.sorted() {
      let font = fonts[index]
      out += ".font-\(xmlID(font.name)) { font-family: \(fontFamilies(font)); font-weight: \(font.weight) }\n"
    }
    return out + "</style>\n"
  }
}

extension Item {
  fileprivate var isText: Bool { if case .text = self { true } else { false } }
}

/// The font's family, then what other systems have in its place.
private func fontFamilies(_ font: FontResource) -> String {
  let isSerif = font.family.contains("Serif") || font.name.hasPrefix("serif")
  let others =
    isSerif
    ? ["Source Han Serif SC", "Songti SC", "SimSun"] : ["Source Han Sans SC", "PingFang SC", "Microsoft YaHei"]
  let quoted = ([font.family] + others.filter { $0 != font.family }).map { name in
    "'" + xmlText(name.filter { $0 != "'" && $0 != "\\" }) + "'"
  }
  return (quoted + [isSerif ? "serif" : "sans-serif"]).joined(separator: ", ")
}
