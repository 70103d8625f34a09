import Articles
import Lingua

/// A place that no list has, by its office at the head of an English title: Northmere of “Northmere Intellectual Property Office – monthly
/// statistics”, and of “Statistics Northmere”.
struct PlaceOfOffice {
  let place: NamedPlace
  /// What the title says behind the office.
  let rest: String

  init?(_ text: String, _ words: TableWords) {
    let parts = text.split(separator: " ")
    // How many words from one on are a name: capitals, and none of those that offices of all places have.
    func name(from start: Int) -> Int {
      parts[start...].prefix(3).prefix { word in
        let plain = word.filter { !",:;–—".contains($0) }
        return plain.first?.isUppercase ?? false && plain.count > 2 && plain.allSatisfy { $0.isLetter || "'’-".contains($0) }
          && plain.dropFirst().contains(where: \.isLowercase) && !words.holds(.noPlaceNames, plain.lowercased())
      }.count
    }
    func joined(_ range: Range<Int>) -> String { parts[range].joined(separator: " ") }
    func behind(_ end: Int) -> String {
      String(parts[end...].joined(separator: " ").drop { !$0.isLetter && !$0.isNumber && $0 != "(" })
    }
    for lead in words.phrases(.officeLeads) {
      let length = lead.text.split(separator: " ").count
      guard parts.count > length, joined(0..<length).lowercased() == lead.text, case let count = name(from: length), count > 0 else {
        continue
      }
      let end = (length..<(length + count)).first { parts[$0].last.map { ",:;".contains($0) } ?? false }.map { $0 + 1 } ?? length + count
      place = NamedPlace(unlisted: joined(length..<end).filter { !",:;".contains($0) })
      rest = behind(end)
      return
    }
    for count in (1...3).reversed() where parts.count > count {
      let following = joined(count..<parts.count).lowercased()
      guard
        let office = words.phrases(.placeOffices).first(where: { office in
          following.hasPrefix(office.text) && !(following.dropFirst(office.text.count).first?.isLetter ?? false)
        }), name(from: 0) >= count
      else { continue }
      place = NamedPlace(unlisted: joined(0..<count))
      rest = behind(count + office.text.split(separator: " ").count)
      return
    }
    return nil
  }
}

/// A place that no list has and two English titles name: behind the colon of “Sea fisheries statistics 2024: Ardmaren”, and in “Landings by
/// vessels into Ardmaren”.
func placeToldTwice(_ titles: [String], _ words: TableWords) -> NamedPlace? {
  for title in titles {
    for mark in [": ", " – ", " - ", ", "] {
      guard let found = title.ranges(of: mark).last, case let name = String(title[found.upperBound...]),
        case let parts = name.split(separator: " "), (1...3).contains(parts.count),
        parts.allSatisfy({ part in
          part.first?.isUppercase ?? false && part.count > 2 && part.allSatisfy { $0.isLetter || "'’-".contains($0) }
            && part.dropFirst().contains(where: \.isLowercase) && !words.holds(.noPlaceNames, part.lowercased())
        })
      else { continue }
      let isConfirmed = titles.contains { other in
        words.phrases(.placeLeads).contains { lead in
          other.ranges(of: " \(lead.text) \(name)").contains { $0.upperBound == other.endIndex || !other[$0.upperBound].isLetter }
        }
      }
      if isConfirmed { return NamedPlace(unlisted: name) }
    }
  }
  return nil
}

/// A place that no list has, at the end of an English title in the case of a sentence: Norland of “Crashes by road type, Norland” and of
/// “Waste treatment in Norland”. In titles all of whose words begin with capitals nothing tells a place from a branch.
///
/// - Returns: the place, and the title without it; nil where the end is none.
func placeAtEnd(of title: String, _ words: TableWords) -> (place: NamedPlace, rest: String)? {
  // (2020 = 100) behind the place says something else.
  if title.hasSuffix(")"), let open = title.lastIndex(of: "("), open > title.startIndex {
    return placeAtEnd(of: String(title[..<open]).trimmed, words).map { ($0.place, $0.rest + " " + title[open...]) }
  }
  let parts = title.split(separator: " ")
  guard parts.count > 2, parts.count <= 24, !title.unicodeScalars.contains(where: \.isHan) else { return nil }
  func plain(_ word: Substring) -> String { word.filter { !",;:".contains($0) } }
  func isLead(_ word: String) -> Bool {
    words.holds(.placeLeads, word) || words.holds(.conjunctions, word) || words.holds(.breakdowns, word) || words.holds(.comparing, word)
  }
  // A noun that begins with a small letter: crashes, treatment.
  let isSentence = parts.dropFirst().contains { part in
    part.first?.isLowercase ?? false && plain(part).count > 3 && !isLead(plain(part).lowercased())
  }
  guard isSentence else { return nil }
  let name = parts.suffix(4).reversed().prefix { part in
    part.first?.isUppercase ?? false && part.allSatisfy { $0.isLetter || "'’-".contains($0) }
      && part.dropFirst().contains(where: \.isLowercase)
  }
  guard (1...3).contains(name.count), name.contains(where: { $0.count > 3 }) else { return nil }
  let text = name.reversed().joined(separator: " ")
  let isWordOfTables = name.contains { part in
    let word = part.lowercased()
    return words.holds(.noPlaceNames, word) || words.holds(.flows, word) || words.holds(.totals, word) || words.holds(.kindsOfPeople, word)
      || words.holds(.units, word)
  }
  let lists: [TableWords.List] = [.emptyNames, .titleNoise, .productHeads, .areaHeads, .categoryHeads, .indicatorHeads, .bodyHeads]
  guard !isWordOfTables, !lists.contains(where: { words.holds($0, text.lowercased()) || words.holds($0, HeadReading.key(text)) }) else {
    return nil
  }
  let before = parts.dropLast(name.count)
  guard let last = before.last, before.count > 1 else { return nil }
  if last.last == "," { return (NamedPlace(unlisted: text), String(before.joined(separator: " ").dropLast())) }
  // At Lakeport names a place as well, from Norland or to it where others come from.
  guard words.holds(.placesOfAll, last.lowercased()) else { return nil }
  return (NamedPlace(unlisted: text), before.dropLast().joined(separator: " "))
}
