/// Break opportunities by character classes alone: around Chinese characters and after spaces, but for marks at the edges.
func simpleOpportunities(_ text: ItemizedText) -> [BreakOpportunity] {
  var result = [BreakOpportunity](repeating: .prohibited, count: text.scalars.count + 1)
  for i in text.scalars.indices.dropFirst() {
    let (a, b) = (text.classes[i - 1], text.classes[i])
    switch (a, b) {
    case (_, .space), (_, .combining), (_, .invisible), (.opening, _), (.latin, .latin), (.dash, .dash): break
    case (_, .closing), (_, .pause), (_, .stop), (_, .interpunct), (_, .connector), (_, .solidus): break
    case (.latin, .han) where text.scalars[i - 1].properties.numericType != nil || text.scalars[i - 1] == "%": break
    default: result[i] = .allowed
    }
  }
  return result
}
