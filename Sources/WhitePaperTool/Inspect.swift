import ArgumentParser
import Diagnostics
import Scene
import WhitePaper

struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Shows how text is set, and what is known by name.",
    subcommands: [Lines.self, Breaks.self, Fonts.self, Layouts.self, Themes.self, Concepts.self, Schema.self])

  struct Lines: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "lines",
      abstract: "The lines of a text: text, stretch ratio, width in points.")
    @Argument(help: "A text, each line a paragraph; standard input when left out.") var file: String = "-"
    @Option(help: "Measure, as a number with pt, mm, em or px.") var width: String
    @Option(help: "A font's name or family.") var font: String?
    @Option(help: "Size of type.") var size: String?
    @Option(help: "zh-Hans, zh-Hant, zh-Hant-HK or en.") var lang: String = "zh-Hans"
    @Option(help: "Prohibition at line ends: none, basic, gb or strict.") var level: String?
    @Option(help: "justify, start, center or end.") var align: String?
    @OptionGroup var common: CommonOptions

    func validate() throws { _ = try language() }

    private func language() throws -> Language { try usage { () throws(Diagnostic) in try Language(named: lang) } }

    func run() throws {
      let language = try language()
      try common.run { () throws(Diagnostics) in
        let workshop = try Workshop()
        let lines = try workshop.inspectLines(
          file, width: width, font: font, size: size, language: language, level: level,
          alignment: align)
        common.report(lines.diagnostics)
        try Diagnostics.several { () throws(Diagnostic) in try workshop.write(lines.value, to: "-") }
      }
    }
  }

  struct Breaks: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "breaks", abstract: "Break opportunities of untailored UAX #14.")
    @Argument(help: "A text; standard input when left out.") var file: String = "-"
    @Flag(help: "Each input line is code points in hexadecimal.") var hex = false
    @OptionGroup var common: CommonOptions

    func run() throws {
      try common.run { () throws(Diagnostics) in
        let workshop = try Workshop()
        let text = try workshop.inspectBreaks(file, hex: hex)
        try Diagnostics.several { () throws(Diagnostic) in try workshop.write(text, to: "-") }
      }
    }
  }

  struct Fonts: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "fonts", abstract: "The fonts at hand.")
    @OptionGroup var common: CommonOptions
    func run() throws { try common.list { $0.fontNames } }
  }
  struct Layouts: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "layouts", abstract: "The layouts at hand.")
    @OptionGroup var common: CommonOptions
    func run() throws { try common.list { $0.layoutNames } }
  }
  struct Themes: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "themes", abstract: "The themes at hand.")
    @OptionGroup var common: CommonOptions
    func run() throws { try common.list { $0.themeNames } }
  }
  struct Concepts: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "concepts", abstract: "The concepts at hand: id, Chinese and English name.")
    @Option(help: "A further concept file; may be given several times.") var concepts: [String] = []
    @OptionGroup var common: CommonOptions
    func run() throws {
      try common.list(conceptFiles: concepts) { workshop throws(Diagnostics) in
        if !concepts.isEmpty { common.report(try workshop.conceptFindings) }
        return try workshop.inspectConcepts()
      }
    }
  }

  struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "schema",
      abstract: "The JSON Schema of a kind of file, for editors and validators.")
    @Argument(help: "chart, indicators, corrections, concepts, layout or theme.") var name: String
    @OptionGroup var common: CommonOptions

    func run() throws {
      try common.run { () throws(Diagnostics) in
        let schema = try Diagnostics.several { () throws(Diagnostic) in try Workshop.inspectSchema(name) }
        let workshop = try Workshop()
        try Diagnostics.several { () throws(Diagnostic) in try workshop.write(schema, to: "-") }
      }
    }
  }
}

extension CommonOptions {
  func list(conceptFiles: [String] = [], _ names: (Workshop) throws(Diagnostics) -> [String]) throws {
    try run { () throws(Diagnostics) in
      let workshop = try Workshop(conceptFiles: conceptFiles)
      let text = try names(workshop).map { $0 + "\n" }.joined()
      try Diagnostics.several { () throws(Diagnostic) in try workshop.write(text, to: "-") }
    }
  }
}
