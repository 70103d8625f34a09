import Diagnostics
import Grammar
import StructuredData
import Testing

/// Formulas are read wherever they stand: none is passed over.
@Suite struct FormulaTextsTests {
  private func findings(_ text: String) throws -> [String] {
    let head = "data: {values: [{n: a, v: 4}]}\n"
    do throws(Diagnostics) {
      return try readSpec(try parseYAML(head + text, document: "s.yaml")).diagnostics.map(\.rule)
    } catch { return error.all.filter { $0.severity == .error }.map(\.rule) }
  }

  @Test(arguments: [
    ("mark: {type: bar, opacity: {expr: 'datum.v +'}}\nencoding: {}", "expression.syntax"),
    ("mark: {type: bar, opacity: {expr: 'half(datum.v)'}}\nencoding: {}", "expression.function"),
    ("mark: bar\nencoding: {color: {value: {expr: 'half(datum.v)'}}}", "expression.function"),
    ("mark: bar\nencoding: {color: {condition: {test: 'half(datum.v)', value: red}, value: blue}}", "expression.function"),
    ("mark: bar\nencoding: {x: {field: v, type: quantitative, axis: {labelExpr: 'half(datum.label)'}}}", "expression.function"),
    ("mark: bar\nencoding: {x: {field: v, type: quantitative, scale: {domain: [0, {expr: 'half(2)'}]}}}", "expression.function"),
    ("mark: bar\nencoding: {x: {field: v, type: quantitative, scale: {domainMax: {signal: 'most'}}}}", "expression.param"),
    ("mark: bar\nparams: [{name: most, expr: 'half(2)'}]\nencoding: {}", "expression.function"),
    ("mark: bar\nparams: [{name: most, expr: 'mots * 2'}, {name: least, value: 1}]\nencoding: {}", "expression.param"),
    ("mark: {type: bar, opacity: {expr: 'widht / 100'}}\nencoding: {}", "expression.param"),
    (
      "mark: bar\nencoding: {x: {field: v, type: quantitative, axis: {labelColor: {condition: {test: 'half(1)', value: red}, value: blue}}}}",
      "expression.function"
    ),
    ("mark: bar\ntitle: {text: {expr: 'half(1)'}}\nencoding: {}", "expression.function"),
  ]) func whatCannotBeReadIsAnError(text: String, rule: String) throws { #expect(try findings(text) == [rule]) }

  @Test(arguments: [
    "mark: {type: bar, opacity: {expr: 'datum.v / width'}}\nencoding: {}",
    "layer: [{mark: bar, encoding: {}}, {mark: {type: rule, opacity: {expr: 'share'}}, params: [{name: share, value: 0.5}], encoding: {}}]",
    "mark: bar\nencoding: {x: {field: v, type: quantitative, axis: {labelExpr: \"datum.label + '%'\"}}}",
    "mark: bar\nusermeta: {expr: 'half('}\nencoding: {}",
  ]) func whatCanBeReadIsNot(text: String) throws {
    #expect(try findings(text).filter { $0.hasPrefix("expression") } == [])
  }
}
