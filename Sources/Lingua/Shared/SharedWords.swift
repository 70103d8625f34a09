import Assets
import Diagnostics
import Foundation
import StructuredData

/// Files of words that stages share which are handed no language: how units are called, what stays together in a line, what is printed.
/// Each is read once, when one of its words is first needed.
enum SharedWords {
  /// The words of a file of the folder `language`. No number can be read or printed without them, so a folder in which the file is
  /// missing or wrong ends the program with status 1, after it was said what is wrong and where.
  static func read<Words>(_ name: String, _ shape: NodeShape<Words>) -> Words {
    do throws(Diagnostics) {
      let assets = try Diagnostics.several { () throws(Diagnostic) in try Assets() }
      let path = assets.language + "/" + name
      let text = try Diagnostics.several { () throws(Diagnostic) in try assets.text(path) }
      return try shape.read(parseYAML(text, document: path)).value
    } catch {
      FileHandle.standardError.write(Data("\(error)\n".utf8))
      exit(1)
    }
  }
}

extension Fields {
  /// Words with a value each, which may have blanks: the word ends at the first one.
  mutating func named(_ key: String) -> [(phrase: String, value: String)] {
    optional(key, Self.named, default: [], "Words with what stands for them, parted by commas.")
  }

  /// The same of phrases of several words, whose value is the last.
  mutating func namedByLastWord(_ key: String) -> [(phrase: String, value: String)] {
    optional(key, LanguagePack.valued, default: [], "Phrases with what stands for them, parted by commas.").map { ($0.phrase, $0.value) }
  }

  private static let named = LanguagePack.words.map { words, node throws(Diagnostic) in
    var found: [(phrase: String, value: String)] = []
    for word in words {
      guard let blank = word.firstIndex(of: " ") else {
        throw .error("language.value", "“\(word)” has no value", at: node.span, hint: "write the value after it, as in “吨 t”")
      }
      found.append((String(word[..<blank]), String(word[word.index(after: blank)...])))
    }
    return found
  }

  /// Words with a whole number each.
  mutating func numbered(_ key: String) -> [(phrase: String, value: Int)] {
    optional(key, Self.numbered, default: [], "Words with their whole numbers, parted by commas.")
  }

  private static let numbered = LanguagePack.valued.map { words, node throws(Diagnostic) in
    var found: [(phrase: String, value: Int)] = []
    for word in words {
      guard let value = Int(word.value) else {
        throw .error("language.value", "“\(word.value)” is no whole number", at: node.span, hint: "write one, as in “亿 8”")
      }
      found.append((word.phrase, value))
    }
    return found
  }
}
