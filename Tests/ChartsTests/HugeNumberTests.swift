import ChartProof
import Diagnostics
import StructuredData
import Testing

/// Numbers far beyond any picture end in a picture or a diagnostic, at once.
@Suite struct HugeNumberTests {
  @Test(
    arguments: ["vega-lite", "annual"],
    [
      "{mark: bar, data: {values: [{a: 甲, b: 1e12}, {a: 乙, b: 5}]}, encoding: {x: {field: a, type: nominal}, y: {field: b, type: quantitative, scale: {domain: [0, 1]}}}}",
      "{mark: line, data: {values: [{a: 1, b: 1e300}, {a: 2, b: 5}]}, encoding: {x: {field: a, type: quantitative}, y: {field: b, type: quantitative, scale: {domain: [0, 1]}}}}",
      "{mark: point, data: {values: [{a: 甲, b: 2}]}, encoding: {y: {field: b, type: quantitative}, color: {field: a, type: nominal, legend: {symbolLimit: 1e300}}}}",
      "{mark: arc, data: {values: [{a: 甲, b: 2}]}, encoding: {theta: {value: 1e300}, color: {field: a, type: nominal}}}",
      "{mark: {type: arc, theta: -1e300, theta2: 1e300}, data: {values: [{a: 甲, b: 2}]}}",
      "{mark: line, data: {values: [{a: 1, b: 2}, {a: 2, b: 3}, {a: 3, b: 4}]}, transform: [{loess: b, on: a, bandwidth: 1e300}], encoding: {x: {field: a, type: quantitative}, y: {field: b, type: quantitative}}}",
      "{mark: bar, height: 1e308, data: {values: [{a: 甲, b: 2}, {a: 乙, b: 3}]}, encoding: {x: {field: a, type: nominal}, y: {field: b, type: quantitative}, facet: {field: a, type: nominal, columns: 2}}}",
      "{mark: bar, width: 1e308, height: 1e308, data: {values: [{a: 甲, b: 2}, {a: 乙, b: 3}]}, encoding: {x: {field: a, type: nominal}, y: {field: b, type: quantitative}}}",
      "{mark: area, width: 300, height: 1e308, data: {values: [{a: 1, b: 2}, {a: 2, b: 3}]}, encoding: {x: {field: a, type: quantitative}, y: {field: b, type: quantitative}}}",
      "{mark: ranking, width: 1e308, data: {values: [{a: 甲, b: 2}, {a: 乙, b: 3}]}, encoding: {y: {field: a, type: nominal}, x: {field: b, type: quantitative}}}",
      "{mark: line, width: 1e-300, height: 1e-300, data: {values: [{a: 1, b: 2}, {a: 2, b: 3}]}, encoding: {x: {field: a, type: quantitative}, y: {field: b, type: quantitative}}}",
      "{width: 1e308, hconcat: [{mark: bar, width: 1e308, data: {values: [{a: 甲, b: 2}]}, encoding: {x: {field: a, type: nominal}, y: {field: b, type: quantitative}}}, {mark: point, height: 1e308, data: {values: [{a: 1, b: 2}]}, encoding: {x: {field: a, type: quantitative}, y: {field: b, type: quantitative}}}]}",
      "{mark: bar, width: {step: -1}, data: {values: [{a: 甲, b: 2}, {a: 乙, b: 3}]}, encoding: {x: {field: a, type: nominal}, y: {field: b, type: quantitative}}}",
      "{mark: bar, width: {step: 1e308}, data: {values: [{a: 甲, b: 2}, {a: 乙, b: 3}]}, encoding: {x: {field: a, type: nominal}, y: {field: b, type: quantitative}}}",
      "{mark: bar, config: {view: {step: -7, continuousHeight: -300}}, data: {values: [{a: 甲, b: 2}, {a: 乙, b: 3}]}, encoding: {x: {field: a, type: nominal}, y: {field: b, type: quantitative}}}",
      "{mark: bar, padding: 1e308, data: {values: [{a: 甲, b: 2}, {a: 乙, b: 3}]}, encoding: {x: {field: a, type: nominal}, y: {field: b, type: quantitative}}}",
      "{spacing: 1e308, hconcat: [{mark: bar, data: {values: [{a: 甲, b: 2}, {a: 乙, b: 3}]}, encoding: {x: {field: a, type: nominal}, y: {field: b, type: quantitative}}}, {mark: bar, data: {values: [{a: 甲, b: 2}, {a: 乙, b: 3}]}, encoding: {x: {field: a, type: nominal}, y: {field: b, type: quantitative}}}]}",
      "{mark: circle, projection: {type: mercator, scale: 1e308, translate: [1e308, 0]}, data: {values: [{a: 1, b: 90}, {a: 2, b: -90}]}, encoding: {longitude: {field: a}, latitude: {field: b}}}",
      "{mark: line, data: {values: [{a: 甲, b: 2}, {a: 乙, b: 3}]}, encoding: {x: {field: b, type: ordinal}, y: {field: b, type: quantitative}, facet: {field: a, type: nominal, columns: 1e308}}}",
      "{mark: point, data: {values: [{a: 甲, b: 2}, {a: 乙, b: 3}]}, encoding: {x: {field: b, type: quantitative}, facet: {field: a, type: nominal, columns: 2147483648, sort: {op: median, field: b}}}}",
      "{columns: 12345678901234567890, concat: [{mark: bar, data: {values: [{a: 甲, b: 2}]}, encoding: {x: {field: a, type: nominal}, y: {field: b, type: quantitative}}}, {mark: point, data: {values: [{a: 1, b: 2}]}, encoding: {x: {field: a, type: quantitative}, y: {field: b, type: quantitative}}}]}",
      "{columns: 1e300, repeat: [b, c], spec: {mark: bar, data: {values: [{a: 甲, b: 2, c: 4}]}, encoding: {x: {field: a, type: nominal}, y: {field: {repeat: repeat}, type: quantitative}}}}",
      "{mark: point, data: {values: [{a: 甲, b: 2}, {a: 乙, b: 3}]}, encoding: {y: {field: b, type: quantitative}, color: {field: a, type: nominal, legend: {columns: 1e308}}}}",
      "{mark: point, data: {values: [{a: 甲, b: 2}, {a: 乙, b: 3}]}, encoding: {y: {field: b, type: quantitative}, color: {field: a, type: nominal, legend: {columns: 2147483648, orient: top}}}}",
      "{mark: change, data: {values: [{t: 一, v: 1e-9, g: ''}, {t: 二, v: 1e12, g: +5%}]}, encoding: {x: {field: t, type: nominal}, y: {field: v, type: quantitative}, growth: {field: g}}}",
    ])
  func endsAtOnce(look: String, spec: String) throws {
    let bench = try ChartBench(look: look)
    let node = try parseYAML(spec, document: "huge.yaml")
    let time = try ContinuousClock().measure {
      do { _ = try bench.draw(node, folder: KindsOfChartsTests.folder) } catch is Diagnostics {}
    }
    #expect(time < .seconds(5), "\(time)")
  }

  @Test(
    "a value that a scale carries beyond all numbers",
    arguments: ["point", "text", "bar", "line", "trail", "area", "rule", "tick", "arc", "rect", "square"],
    ["angle", "size", "strokeWidth", "opacity", "fillOpacity", "xOffset", "yOffset", "theta", "radius", "strokeDash", "color", "y", "x2"])
  func unboundedValues(mark: String, channel: String) throws {
    let bench = try ChartBench(look: "vega-lite")
    for scale in ["{domain: [0, 360], range: [180, 540]}", "{type: sqrt, domain: [0, 1e-300]}", "null", "{zero: false}"] {
      let spec = """
        mark: {type: \(mark), shape: wedge}
        data: {values: [{a: 1, b: 2, t: 甲}, {a: 2, b: 1e308, t: 乙}, {a: 3, b: -1e308, t: 丙}]}
        encoding:
          x: {field: a, type: quantitative}
          y: {field: a, type: quantitative}
          text: {field: t}
          \(channel == "y" ? "detail" : channel): {field: b, type: quantitative, scale: \(scale)}
          \(channel == "y" ? "y2: {field: b}" : "")
        """
      do { _ = try bench.draw(parseYAML(spec, document: "huge.yaml"), folder: KindsOfChartsTests.folder) } catch is Diagnostics {}
    }
  }
}
