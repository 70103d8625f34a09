import Diagnostics
import Geometry
import PageLayout
import Scene

/// Cards of what follows each other, side by side with an arrow between two; in a narrow measure below each other.
struct StepsSetting {
  let styles: Styles
  let cards: [Card]
  let width: Length
  let isVertical: Bool
  private let setting: CardSetting

  /// - Parameter gutter: between cards that do not follow each other; an arrow has room of its own.
  init(_ cards: [Card], width: Length, gutter: Length, styles: Styles) {
    self.cards = cards
    self.width = width
    self.styles = styles
    gap = max(gutter, .pt(18))
    let across = (width - gap * Double(max(0, cards.count - 1))) / Double(max(1, cards.count))
    // As narrow as the least card of a row of four.
    isVertical = across < .pt(84)
    cardWidth = isVertical ? width : across
    setting = CardSetting(cards, width: cardWidth, styles: styles)
  }

  private let gap: Length
  private let cardWidth: Length
  var diagnostics: [Diagnostic] { setting.diagnostics }

  var height: Length {
    isVertical ? setting.height * Double(cards.count) + gap * Double(max(0, cards.count - 1)) : setting.height
  }

  /// - Parameter height: at least ``height``.
  func frame(height: Length) -> Frame {
    var frame = Frame(size: Size(width: width, height: height))
    let count = Double(max(1, cards.count))
    let own = isVertical ? (height - gap * (count - 1)) / count : height
    for (i, card) in cards.enumerated() {
      let corner =
        isVertical
        ? Point(x: .zero, y: (own + gap) * Double(i)) : Point(x: (cardWidth + gap) * Double(i), y: .zero)
      frame.merge(setting.frame(card, height: own), at: corner)
      guard i > 0 else { continue }
      let middle =
        isVertical
        ? Point(x: width / 2, y: corner.y - gap / 2) : Point(x: corner.x - gap / 2, y: own / 2)
      frame.place(.shape(Shape(.path(arrow(at: middle)), fill: styles.color("brand"))), at: .zero, role: .decoration)
    }
    return frame
  }

  /// A triangle that points to the next card.
  private func arrow(at middle: Point) -> Path {
    let (length, half) = (Length.pt(4.5), Length.pt(5))
    var path =
      isVertical
      ? Path.polyline([
        Point(x: middle.x - half, y: middle.y - length), Point(x: middle.x + half, y: middle.y - length),
        Point(x: middle.x, y: middle.y + length),
      ])
      : Path.polyline([
        Point(x: middle.x - length, y: middle.y - half), Point(x: middle.x + length, y: middle.y),
        Point(x: middle.x - length, y: middle.y + half),
      ])
    path.close()
    return path
  }
}
