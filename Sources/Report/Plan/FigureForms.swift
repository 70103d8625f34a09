import StructuredData

extension ChartFigure {
  /// Right below the headline that says what it shows: it says what is measured only.
  func below(headline: String) -> ChartFigure {
    var copy = self
    copy.anchor = nil
    if let measure = subtitle, title == headline { copy.spec = spec.replacing("title", with: .string(measure)) }
    return copy
  }
}

/// How often each form of figure was drawn in a chapter, and in the others.
struct FigureForms {
  private(set) var counts: [String: Int] = [:]
  var elsewhere: [String: Int] = [:]
  static let most = 2
  /// Of all figures of a report of several chapters.
  private static let greatestShare = 0.4

  /// Whether one more of a form leaves its chapter and its report varied.
  private func hasRoom(_ form: String, most: Int) -> Bool {
    guard counts[form, default: 0] < most else { return false }
    let drawn = elsewhere[form, default: 0] + counts[form, default: 0] + 1
    let all = elsewhere.values.reduce(0, +) + counts.values.reduce(0, +) + 1
    return elsewhere.isEmpty || drawn <= FigureForms.most || Double(drawn) <= Double(all) * FigureForms.greatestShare
  }

  /// The one whose form was drawn least; nil where each stands there as often as it may.
  mutating func least(_ figures: [ChartFigure], most: Int = FigureForms.most) -> ChartFigure? {
    let best = figures.filter { hasRoom($0.form, most: most) }.enumerated().min {
      (counts[$0.element.form, default: 0], $0.offset) < (counts[$1.element.form, default: 0], $1.offset)
    }?.element
    guard let best else { return nil }
    counts[best.form, default: 0] += 1
    return best
  }
}
