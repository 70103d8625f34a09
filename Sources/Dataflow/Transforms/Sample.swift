/// At most `size` rows in their order, picked by reservoir sampling (Vitter 1985) with a fixed seed.
func sampled(_ table: Table, size: Int) -> Table {
  guard table.rowCount > size else { return table }
  guard size > 0 else { return table.gathered([]) }
  var generator = SeededGenerator(seed: 1)
  var reservoir = Array(0..<size)
  for row in size..<table.rowCount {
    let place = Int(generator.next() * Double(row + 1))
    if place < size { reservoir[place] = row }
  }
  return table.gathered(reservoir.sorted())
}
