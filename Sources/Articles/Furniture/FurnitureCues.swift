import Lingua

/// Words that announce page furniture, and how they do it.
struct FurnitureCue: Sendable {
  enum Place: Sendable {
    /// The line is furniture when it starts with the word.
    case start
    /// The line is furniture when the word stands anywhere and the line is short and no sentence.
    case anywhere
    /// The line is furniture whatever its length.
    case certain
    /// The line is furniture when it has nothing else: Statistical bulletin.
    case whole
    /// The line is furniture when the word is a label before a number and the line is short and no sentence: 阅读 4318.
    case label
  }
  var place: Place
  var reason: FurnitureReason
}

extension FurnitureCue {
  static let all: WordTrie<FurnitureCue> = {
    var trie = WordTrie<FurnitureCue>()
    for (place, reason, words) in FurnitureWords.shared.cues {
      let cue = FurnitureCue(place: Place(place), reason: FurnitureReason(reason))
      for word in words { trie.insert(word, cue) }
    }
    return trie
  }()
}

extension FurnitureCue.Place {
  fileprivate init(_ place: FurnitureWords.Place) {
    switch place {
    case .starts: self = .start
    case .anywhere: self = .anywhere
    case .certain: self = .certain
    case .whole: self = .whole
    case .labels: self = .label
    }
  }
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
