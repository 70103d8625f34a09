import Articles
import Indicators
import Lingua

/// The closed words of statistical prose, simplified and half-width. Open words (what is measured) are not listed:
/// whatever stands between the words below is a name.
struct ClosedWords: Sendable {
  let words: WordTrie<Word>

  init(_ prose: ProseWords) {
    var trie = WordTrie<Word>(edges: 6_000)
    func join(_ a: Word, _ b: Word) -> Word {
      Word(classes: a.classes.union(b.classes), before: a.before ?? b.before, after: a.after ?? b.after)
    }
    for key in WordsByClass.Class.allCases {
      for word in prose.classes[key] { trie.insert(word, Word(classes: WordClass(key)), merge: join) }
    }
    for key in QualifierWords.Manner.allCases {
      for word in prose.qualifiers[key] { trie.insert(word, Word(key), merge: join) }
    }
    words = trie
  }
}

extension Word {
  fileprivate init(_ manner: QualifierWords.Manner) {
    switch manner {
    case .passing: self.init(classes: .predicate, before: .moreThan)
    case .passingPlanned: self.init(classes: [.plan], before: .moreThan)
    case .atLeast: self.init(classes: [], before: .atLeast)
    case .shortOf: self.init(classes: [], before: .lessThan)
    case .atMost: self.init(classes: [], before: .atMost)
    case .beingAbout: self.init(classes: [.predicate, .equals], before: .about)
    case .makingUpAbout: self.init(classes: [.share], before: .about)
    case .about: self.init(classes: [], before: .about)
    case .orMore: self.init(classes: [], after: .atLeast)
    case .andMore: self.init(classes: [], after: .moreThan)
    case .orLess: self.init(classes: [], after: .atMost)
    case .orSo: self.init(classes: [], after: .about)
    }
  }
}

extension WordClass {
  fileprivate init(_ key: WordsByClass.Class) {
    self =
      switch key {
      case .noun: .noun
      case .dependent: .dependent
      case .rate: .rate
      case .predicate: .predicate
      case .rise: .rise
      case .fall: .fall
      case .reach: .reach
      case .growthNoun: .growthNoun
      case .rank: .rank
      case .share: .share
      case .compare: .compare
      case .equals: .equals
      case .unbroken: .unbroken
      case .first: .first
      case .respectively: .respectively
      case .within: .within
      case .from: .from
      case .of: .of
      case .done: .done
      case .each: .each
      case .etCetera: .etCetera
      case .plan: .plan
      case .adverb: .adverb
      case .pronoun: .pronoun
      case .yearOnYear: .yearOnYear
      case .conjunction: .conjunction
      case .preposition: .preposition
      case .marker: .marker
      case .speech: .speech
      case .selfName: .selfName
      case .body: .body
      case .office: .office
      case .stop: .stop
      case .setting: .setting
      case .abstract: .abstract
      case .verb: .verb
      case .action: .action
      case .currency: .currency
      }
  }
}
