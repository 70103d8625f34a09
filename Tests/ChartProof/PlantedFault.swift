/// Faults put into sound dumps on purpose, to see that the checker finds them.
package enum PlantedFault {
  /// The page with a fault that its question must find; nil where the figure has nothing that could be wrong in this way.
  package static func plant(
    _ question: FigureQuestion, in page: DumpPage, of chart: RandomChart, _ random: inout SeededGenerator
  ) -> DumpPage? {
    var page = page
    func indices(_ holds: (DumpItem) -> Bool) -> [Int] { page.items.indices.filter { holds(page.items[$0]) } }
    func any(_ holds: (DumpItem) -> Bool) -> Int? {
      let found = indices(holds)
      return found.isEmpty ? nil : random.pick(found)
    }
    let isShape: (DumpItem) -> Bool = { $0.isMark && !$0.isText }
    switch question {
    case .title:
      guard let index = any({ $0.role == "title" }) else { return nil }
      if random.chance(0.5) { page.items.remove(at: index) } else { page.items[index].text = "另一个标题" }
    case .form:
      guard let index = any(isShape) else { return nil }
      if random.chance(0.5) {
        page.items[index].datum = nil
        page.items[index].points = []
      } else {
        page.items[index].type = page.items[index].type == "rect" ? "symbol" : "rect"
      }
    case .complete:
      guard let index = any(isShape) else { return nil }
      if !page.items[index].points.isEmpty {
        page.items[index].points.remove(at: random.int(0...page.items[index].points.count - 1))
      } else if random.chance(0.5) {
        page.items.remove(at: index)
      } else {
        page.items.append(page.items[index])
      }
    case .proportional:
      if chart.form == .ring {
        guard let index = any({ isShape($0) && ($0.angle ?? 0) > 3 }) else { return nil }
        page.items[index].angle = (page.items[index].angle ?? 0) * 0.8
      } else if let index = any({ $0.points.count > 3 && isShape($0) }) {
        let place = random.int(1...page.items[index].points.count - 2)
        page.items[index].points[place].y += 9
      } else {
        guard page.marks.count > 2, let index = any({ isShape($0) && $0.points.isEmpty && $0.w > 8 && $0.h > 8 }) else { return nil }
        if chart.form == .scatter {
          page.items[index].y += 7
        } else {
          page.items[index].w *= 0.7
          page.items[index].h *= 0.7
          page.items[index].x += 5
        }
      }
    case .order:
      if [.scatter, .strip, .ring].contains(chart.form) {
        let labels = indices { $0.role == "legend-label" }
        guard labels.count > 1, page.items[labels[0]].text != page.items[labels[1]].text else { return nil }
        (page.items[labels[0]].text, page.items[labels[1]].text) = (page.items[labels[1]].text, page.items[labels[0]].text)
      } else {
        // Two data change places.
        let shapes = indices(isShape)
        guard chart.categories.count > 1, let a = chart.facts.firstIndex(where: { $0.categoryIndex == 0 && $0.digits != nil }),
          let b = chart.facts.lastIndex(where: { $0.categoryIndex == chart.categories.count - 1 && $0.digits != nil })
        else { return nil }
        for index in shapes {
          if page.items[index].datum == String(a) {
            page.items[index].datum = String(b)
          } else if page.items[index].datum == String(b) {
            page.items[index].datum = String(a)
          }
          for place in page.items[index].points.indices {
            if page.items[index].points[place].datum == String(a) {
              page.items[index].points[place].datum = String(b)
            } else if page.items[index].points[place].datum == String(b) {
              page.items[index].points[place].datum = String(a)
            }
          }
        }
      }
    case .labels:
      if let index = any({ $0.role == "value-label" && $0.text != "0" }) {
        page.items[index].text = random.chance(0.5) ? "0" : "9" + (page.items[index].text ?? "")
      } else {
        let ticks = indices {
          $0.role == "axis-label" && ($0.text.flatMap(FigureCheck.number) ?? 0) != 0 && !chart.categories.contains($0.text ?? "")
        }
        guard ticks.count > 3 else { return nil }
        page.items[ticks[1]].text = "77777"
      }
    case .legend:
      let names = chart.form == .ring ? chart.categories : chart.series
      guard names.count > 1 else { return nil }
      guard let index = any({ $0.role == "legend-symbol" && ($0.fill ?? $0.stroke) != nil }) else {
        guard let direct = any({ $0.role == "legend-label" && $0.series != nil }) else { return nil }
        page.items[direct].series = "niemand"
        return page
      }
      if random.chance(0.5) {
        page.items[index].fill = page.items[index].fill.map { _ in "#123456" }
        page.items[index].stroke = page.items[index].stroke.map { _ in "#123456" }
      } else {
        var more = page.items[index]
        more.series = "niemand"
        page.items.append(more)
      }
    case .annotation:
      var leader = DumpItem()
      (leader.type, leader.role) = ("path", "leader")
      (leader.x, leader.y, leader.w, leader.h) = (-200, -200, 20, 20)
      page.items.append(leader)
    case .source:
      guard chart.source != nil, let index = any({ $0.role == "source" }) else { return nil }
      page.items.remove(at: index)
    case .decoration:
      guard
        let mark = page.items.first(where: { isShape($0) && $0.points.isEmpty && $0.w > 3 && $0.h > 3 })
          ?? page.items.first(where: { $0.isText })
      else { return nil }
      var ornament = DumpItem()
      (ornament.type, ornament.role) = ("rect", "decoration")
      (ornament.x, ornament.y, ornament.w, ornament.h) = (mark.x, mark.y, mark.w, mark.h)
      page.items.append(ornament)
    case .overlap:
      let texts = indices { $0.isText && $0.rotation == 0 && ($0.text ?? "") != "" }
      guard texts.count > 1 else { return nil }
      let (a, b) = (random.pick(texts), random.pick(texts))
      if a == b { return nil }
      page.items[a].x = page.items[b].x
      page.items[a].y = page.items[b].y
      page.items[a].baseline = page.items[b].baseline
    case .clipping:
      guard let index = any({ $0.isText && $0.rotation == 0 && ($0.text ?? "") != "" }) else { return nil }
      if random.chance(0.5) { page.items[index].x = page.width - page.items[index].w / 2 } else { page.items[index].text = "某某…" }
    case .foreignMark:
      guard let text = any({ $0.isText && $0.role == "axis-label" }),
        let mark = page.items.first(where: { isShape($0) && $0.type != "path" && $0.w > 4 && $0.h > 4 })
      else { return nil }
      page.items[text].x = mark.midX - page.items[text].w / 2
      page.items[text].baseline = mark.midY + page.items[text].size * 0.35
    case .readable:
      page.items.removeAll { ["value-label", "axis-label"].contains($0.role) }
    }
    return page
  }
}
