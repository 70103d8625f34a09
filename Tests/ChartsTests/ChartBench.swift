import Assets
import Charts
import Diagnostics
import Fonts
import Foundation
import Geometry
import Grammar
import Scene
import StructuredData
import Testing
import Typesetting

/// Compiles specs with the shipped look and reads what is drawn.
struct ChartBench {
  var typesetter: Typesetter
  let theme: Config

  /// - Parameters:
  ///   - look: a file of `layouts/charts`.
  ///   - values: what a theme of pages says.
  init(look: String = "vega-lite", values: [String: Node] = [:]) throws {
    let assets = try Assets()
    typesetter = Typesetter(fonts: try FontLibrary(directories: [assets.fonts]))
    func node(_ name: String) throws(Diagnostics) -> Node {
      let path = assets.layouts + "/charts/\(name).yaml"
      guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
        throw Diagnostics(.error("look.unknown", "there is no look “\(name)”"))
      }
      return try parseYAML(text, document: path)
    }
    theme = try readLook(try node(look), values: values) { name, _ throws(Diagnostics) in try node(name) }
  }

  func draw(_ text: String, folder: String = ".", size: Size? = nil) throws -> Drawn {
    try draw(try parseYAML(text, document: "s.yaml"), folder: folder, size: size)
  }

  func draw(_ node: Node, folder: String = ".", size: Size? = nil) throws -> Drawn {
    let (frame, findings) = try frame(node, folder: folder, size: size)
    let dump = try parseJSON(frame.dump(fonts: typesetter.fonts.resources), document: "dump")
    var items: [Node] = []
    func collect(_ node: Node) {
      for item in node["items"]?.sequence ?? [] {
        if item["type"]?.string == "group" { collect(item) } else { items.append(item) }
      }
    }
    for page in dump["pages"]?.sequence ?? [] { collect(page) }
    return Drawn(items: items, findings: findings, size: frame.size)
  }

  /// The dump of a spec's picture.
  func dump(_ node: Node) throws -> Node {
    try parseJSON(try frame(node, folder: ".", size: nil).frame.dump(fonts: typesetter.fonts.resources), document: "dump")
  }

  /// A spec compiled, and all findings.
  func compile(_ text: String, size: ChartSize, language: Language = .simplifiedChinese) throws -> Warned<BuiltChart> {
    let source = try readSpec(try parseYAML(text, document: "s.yaml"))
    let setting = ChartSetting(theme: theme, typesetter: typesetter, language: language, size: size) { _, span throws(Diagnostic) in
      throw .error("input.missing", "there is no such file", at: span)
    }
    let built = try BuiltChart.compile(source.value, in: setting)
    return Warned(built.value, source.diagnostics + built.diagnostics)
  }

  /// A spec's picture, and all findings.
  func frame(_ node: Node, folder: String, size: Size?) throws -> (frame: Frame, findings: [Diagnostic]) {
    let source = try readSpec(node)
    let setting = ChartSetting(
      theme: theme, typesetter: typesetter, language: .simplifiedChinese, size: size.map { .fixed($0) } ?? .own
    ) { url, span throws(Diagnostic) in
      guard let text = try? String(contentsOfFile: folder + "/" + url, encoding: .utf8) else {
        throw .error("input.missing", "there is no such file", at: span)
      }
      return text
    }
    let built = try BuiltChart.compile(source.value, in: setting)
    return (built.value.draw(), source.diagnostics + built.diagnostics)
  }
}

struct Drawn {
  var items: [Node]
  var findings: [Diagnostic]
  var size: Size

  func texts(_ role: String? = nil) -> [String] {
    items.filter { $0["type"]?.string == "text" && (role == nil || $0["role"]?.string == role) }.compactMap { $0["text"]?.string }
  }
  /// x, y, w, h of the marks that are no texts, in drawing order.
  var marks: [[Double]] {
    items.filter { $0["role"]?.string == "mark" && $0["type"]?.string != "text" }.map { item in
      ["x", "y", "w", "h"].map { item[$0]?.double ?? .nan }
    }
  }
  func values(_ key: String, role: String = "mark") -> [String] {
    items.filter { $0["role"]?.string == role }.compactMap { $0[key]?.string }
  }
}
