import Lingua

/// Words that announce page furniture, and how they do it.
struct FurnitureCue: Sendable {
  var place: FurnitureWords.Place
  var reason: FurnitureReason
}

extension FurnitureCue {
  static let all: WordTrie<FurnitureCue> = {
    var trie = WordTrie<FurnitureCue>()
    for (place, reason, words) in FurnitureWords.shared.cues {
      let cue = FurnitureCue(place: place, reason: FurnitureReason(reason))
      for word in words { trie.insert(word, cue) }
    }
    return trie
  }()
}

extension FurnitureReason {
  fileprivate init(_ reason: FurnitureWords.Reason) {
    switch reason {
    case .metadata: self = .metadata
    case .counter: self = .counter
    case .share: self = .share
    case .navigation: self = .navigation
    case .contact: self = .contact
    case .copyright: self = .copyright
    case .keywords: self = .keywords
    case .byline: self = .byline
    case .pictureNote: self = .pictureNote
    }
  }
}
