package import StructuredData

/// The JSON Schema of a chart spec, for editors: made of the tables that reading is checked against.
package func chartSchema() -> Node {
  let places: [String: [String: String]] = [
    "view": [
      "encoding": "encoding", "mark": "mark", "layer": "views", "spec": "view", "concat": "views", "hconcat": "views",
      "vconcat": "views", "title": "title", "view": "background", "projection": "projection", "transform": "transforms", "data": "data",
      "resolve": "resolve",
      "params": "parameters", "annotations": "annotations", "facet": "facet",
    ],
    "channel": ["scale": "scale", "axis": "axis", "legend": "legend", "header": "header", "condition": "condition"],
    "data": ["format": "dataFormat"],
  ]
  func object(_ vocabulary: Vocabulary, _ references: [String: String] = [:]) -> Node {
    vocabulary.schema(references)
  }
  func list(of name: String) -> Node { .mapping([("type", .string("array")), ("items", reference(name))]) }
  func map(of item: Node) -> Node { .mapping([("type", .string("object")), ("additionalProperties", item)]) }

  var channels: [(key: String, value: Node)] = []
  for channel in Channel.allCases {
    channels.append(
      (
        channel.rawValue,
        .mapping([("anyOf", .sequence([reference("channel"), list(of: "channel"), .mapping([("type", .string("null"))])]))])
      ))
  }
  let encoding: Node = .mapping([
    ("type", .string("object")), ("properties", .mapping(channels)), ("additionalProperties", .bool(false)),
  ])
  let transforms: Node = .mapping([
    (
      "anyOf",
      .sequence(
        Vocabulary.transforms.map { key, vocabulary in
          vocabulary.schema([:]).adding("required", .sequence([.string(key)]))
        })
    )
  ])
  let viewPlaces = places["view"] ?? [:]
  let definitions: [(key: String, value: Node)] = [
    ("view", object(.viewSpec, viewPlaces)),
    ("views", list(of: "view")),
    (
      "mark",
      .mapping([
        ("anyOf", .sequence([.mapping([("type", .string("string"))]), object(.mark).adding("required", .sequence([.string("type")]))]))
      ])
    ),
    ("encoding", encoding),
    ("channel", object(.channel, places["channel"] ?? [:])),
    ("condition", .mapping([("anyOf", .sequence([reference("channel"), list(of: "channel")]))])),
    (
      "facet",
      .mapping([
        (
          "anyOf",
          .sequence([
            reference("channel"),
            .mapping([
              ("type", .string("object")), ("properties", .mapping([("row", reference("channel")), ("column", reference("channel"))])),
              ("additionalProperties", .bool(false)),
            ]),
          ])
        )
      ])
    ),
    ("axis", object(.axis)), ("legend", object(.legend)), ("scale", object(.scale)), ("header", object(.header)),
    (
      "title",
      .mapping([("anyOf", .sequence([.mapping([("type", .string("string"))]), .mapping([("type", .string("array"))]), object(.title)]))])
    ),
    ("background", object(.view)), ("projection", object(.projection)),
    (
      "data",
      .mapping([
        ("anyOf", .sequence([object(.data, places["data"] ?? [:]), .mapping([("type", .sequence([.string("array"), .string("null")]))])]))
      ])
    ),
    ("dataFormat", object(.dataFormat)),
    ("transforms", .mapping([("type", .string("array")), ("items", transforms)])),
    ("resolve", object(.resolve)),
    ("parameter", object(.parameter)), ("parameters", list(of: "parameter")),
    ("annotation", object(.annotation)), ("annotations", list(of: "annotation")),
    (
      "config",
      .mapping([
        ("type", .string("object")), ("properties", .mapping(Config.keys.map { ($0, .bool(true)) })),
        ("additionalProperties", .bool(false)),
      ])
    ),
  ]
  var root = object(.chartSpec, viewPlaces.merging(["config": "config"]) { own, _ in own })
  root = root.adding("$defs", .mapping(definitions))
  return .mapping(
    [("$schema", .string("https://json-schema.org/draft/2020-12/schema")), ("title", .string("Chart"))]
      + (root.mapping?.entries ?? []).map { ($0.key, $0.value) })
}

private func reference(_ name: String) -> Node { .mapping([("$ref", .string("#/$defs/" + name))]) }

extension Vocabulary {
  /// A mapping with the keys of the table and no others.
  ///
  /// - Parameter references: definitions that describe the values of some keys.
  fileprivate func schema(_ references: [String: String]) -> Node {
    let properties: [(key: String, value: Node)] = keys.map { key in
      (key, references[key].map { reference($0, orNull: entries[key]) } ?? entries[key]?.schema ?? .bool(true))
    }
    return .mapping([
      ("type", .string("object")), ("properties", .mapping(properties)), ("additionalProperties", .bool(false)),
    ])
  }

  private func reference(_ name: String, orNull entry: Entry?) -> Node {
    let own: Node = .mapping([("$ref", .string("#/$defs/" + name))])
    guard entry?.kinds.contains("null") == true else { return own }
    return .mapping([("anyOf", .sequence([own, .mapping([("type", .string("null"))])]))])
  }
}

extension Vocabulary.Entry {
  /// What ``takes(_:)`` accepts, as a schema.
  fileprivate var schema: Node {
    if kinds.contains("any") { return .bool(true) }
    var types: [String] = []
    func add(_ more: String...) { for type in more where !types.contains(type) { types.append(type) } }
    var isText = false
    for kind in kinds {
      switch kind {
      case "number", "pixels", "area": add("number", "null")
      case "bool": add("boolean")
      case "text":
        add("string", "number", "null")
        isText = true
      case "texts":
        add("string", "number", "null", "array")
        isText = true
      case "color":
        add("string", "null", "object")
        isText = true
      case "numbers", "dashes", "list": add("array")
      case "map", "times": add("object")
      default: add("null")
      }
    }
    // A formula, a signal or a condition stands for a value of any key.
    add("object")
    let form: Node = .mapping([("type", .sequence(types.map { .string($0) }))])
    if words.isEmpty || isText {
      return words.isEmpty
        ? form
        : .mapping([
          ("type", .sequence((types + ["string"]).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }.map { .string($0) }))
        ])
    }
    return .mapping([("anyOf", .sequence([.mapping([("enum", .sequence(words.map { .string($0) }))]), form]))])
  }
}
