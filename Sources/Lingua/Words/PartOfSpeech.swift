/// The part of speech a word has most often; the order is that of `Scripts/make-lexicon`.
package enum PartOfSpeech: UInt8, Hashable, Sendable, CaseIterable {
  /// 企业, 知识产权; also idioms and set phrases.
  case noun
  /// A place: 江南, 东海.
  case place
  /// A body: 委员会, 法院.
  case organization
  /// 增长, 达到.
  case verb
  /// A verb that stands as a noun as well: 投资, 进出口.
  case verbalNoun
  case adjective
  /// Stands before a noun only: 大型, 国有.
  case attributive
  /// 分别, 仅.
  case adverb
  case numeral
  /// 件, 亿元.
  case measure
  case pronoun
  case preposition
  case conjunction
  /// 的, 了, 们, and what else has no meaning alone.
  case particle
  /// 今年, 上午.
  case time
  /// 以上, 其间, 当地.
  case position
  /// 民航, 中小企.
  case abbreviation
  /// 蓬勃, 堂堂.
  case descriptive
  /// A part of words that is none alone.
  case other

  /// Whether the word can be or end the name of a thing that is counted.
  package var isNominal: Bool {
    switch self {
    case .noun, .verbalNoun, .abbreviation, .organization, .place: true
    default: false
    }
  }
  package var isVerbal: Bool { self == .verb || self == .verbalNoun }
}
