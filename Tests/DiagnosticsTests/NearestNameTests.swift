import Diagnostics
import Testing

@Test(
  "the nearest name within a third of the length",
  arguments: [
    ("anual", "annual"), ("annaul", "annual"), ("ANNUAL", "annual"), ("breif", "brief"), ("long_image", "long-image"),
  ])
func nearest(wrong: String, right: String) {
  #expect(nearestName(to: wrong, among: ["annual", "brief", "slides", "long-image", "card"]) == right)
}

@Test("names too far away are not suggested", arguments: ["", "poster", "年报"])
func none(wrong: String) {
  #expect(nearestName(to: wrong, among: ["annual", "brief", "slides"]) == nil)
}

@Test func tiesGoToTheEarlier() {
  #expect(nearestName(to: "card", among: ["cart", "care"]) == "cart")
  #expect(nearestName(to: "card", among: ["care", "cart"]) == "care")
}

@Test func aShortNameMayBeOneEditAway() {
  #expect(nearestName(to: "项", among: ["件", "家"]) == "件")
  #expect(nearestName(to: "万件", among: ["亿件", "家"]) == "亿件")
}
