/// A value of the Line_Break property (UAX #14), with what rule LB1 resolves done and with what some rules ask of other
/// properties as classes of their own. Raw values are those that Scripts/make-linebreak-tables writes.
enum LineBreakClass {
  static let bk: UInt8 = 0
  static let cr: UInt8 = 1
  static let lf: UInt8 = 2
  static let nl: UInt8 = 3
  static let sp: UInt8 = 4
  static let zw: UInt8 = 5
  static let zwj: UInt8 = 6
  static let cm: UInt8 = 7
  static let wj: UInt8 = 8
  static let gl: UInt8 = 9
  static let ba: UInt8 = 10
  static let hy: UInt8 = 11
  static let hh: UInt8 = 12
  static let cl: UInt8 = 13
  static let cp: UInt8 = 14
  static let ex: UInt8 = 15
  static let sy: UInt8 = 16
  static let op: UInt8 = 17
  static let qu: UInt8 = 18
  /// Quotation marks of general category Pi, then Pf.
  static let qi: UInt8 = 19
  static let qf: UInt8 = 20
  static let `is`: UInt8 = 21
  static let ns: UInt8 = 22
  static let b2: UInt8 = 23
  static let cb: UInt8 = 24
  static let `in`: UInt8 = 25
  static let al: UInt8 = 26
  static let hl: UInt8 = 27
  static let nu: UInt8 = 28
  static let pr: UInt8 = 29
  static let po: UInt8 = 30
  static let id: UInt8 = 31
  static let eb: UInt8 = 32
  static let em: UInt8 = 33
  static let jl: UInt8 = 34
  static let jv: UInt8 = 35
  static let jt: UInt8 = 36
  static let h2: UInt8 = 37
  static let h3: UInt8 = 38
  static let ri: UInt8 = 39
  static let ak: UInt8 = 40
  static let ap: UInt8 = 41
  static let `as`: UInt8 = 42
  static let vf: UInt8 = 43
  static let vi: UInt8 = 44
  static let bb: UInt8 = 45
  /// The dotted circle: AL, and named in LB28a.
  static let dc: UInt8 = 46
  /// Unassigned pictographs: ID or AL, and named in LB30b.
  static let xp: UInt8 = 47
  static let xa: UInt8 = 48
  /// Start and end of the text.
  static let edge: UInt8 = 49

  /// Added to a class where the East Asian width is F, W or H.
  static let wide: UInt8 = 64
  static let mask: UInt8 = 63
}

/// A set of line break classes.
struct LineBreakClassSet {
  private let bits: UInt64
  init(_ classes: UInt8...) { bits = classes.reduce(0) { $0 | 1 << UInt64($1) } }
  @inline(__always) func contains(_ value: UInt8) -> Bool { bits >> UInt64(value & LineBreakClass.mask) & 1 != 0 }
}

/// Looks up the class of a code point: an array for the first plane, runs by binary search for the others.
struct LineBreakLookup: Sendable {
  private var plane0: [UInt8] = []
  private var starts: [UInt32] = []
  private var values: [UInt8] = []

  static let unicode17 = LineBreakLookup(runs: lineBreakRuns)

  private init(runs: String) {
    var valueOf = [UInt8](repeating: 0, count: 128)
    for (letter, value) in zip(lineBreakLetters, lineBreakValues) { valueOf[Int(letter & 127)] = value }
    plane0.reserveCapacity(0x10000)
    var start = 0
    var length = 0
    for byte in runs.utf8 {
      if (48...57).contains(byte) {
        length = length * 10 + Int(byte - 48)
        continue
      }
      let value = valueOf[Int(byte & 127)]
      let end = start + max(1, length)
      if start < 0x10000 { plane0.append(contentsOf: repeatElement(value, count: min(end, 0x10000) - start)) }
      if end > 0x10000 {
        starts.append(UInt32(max(start, 0x10000)))
        values.append(value)
      }
      (start, length) = (end, 0)
    }
  }

  /// The class, with ``LineBreakClass/wide`` added where the character is wide.
  @inline(__always) subscript(scalar: Unicode.Scalar) -> UInt8 {
    let code = Int(scalar.value)
    if code < plane0.count { return plane0[code] }
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= scalar.value { low = middle } else { high = middle }
    }
    return values[low]
  }
}
