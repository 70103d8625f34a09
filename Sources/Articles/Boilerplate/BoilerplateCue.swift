import Lingua

/// Words that announce boilerplate, and how they do it.
struct BoilerplateCue: Sendable {
  var place: BoilerplateWords.Place
  var reason: BoilerplateReason
}

extension BoilerplateCue {
  static let all: WordTrie<BoilerplateCue> = {
    var trie = WordTrie<BoilerplateCue>()
    for (place, reason, words) in BoilerplateWords.shared.cues {
      let cue = BoilerplateCue(place: place, reason: BoilerplateReason(reason))
      for word in words { trie.insert(word, cue) }
    }
    return trie
  }()
}

extension BoilerplateReason {
  fileprivate init(_ reason: BoilerplateWords.Reason) {
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
