import AllCores
import Deflate

extension CairoFile {
  /// The file's new bytes: PDF 1.7, everything but streams in object streams (PDF 32000-1, 7.5.7 and 7.5.8), an identifier made of the
  /// content. The same objects give the same bytes.
  package func written() -> [UInt8] {
    var out = PDFBody(capacity: bytes.count + bytes.count / 8)
    var loose: [Int] = []
    for number in numbers {
      switch objects[number] {
      case .none: continue
      case .drawn, .value, .dictionary: loose.append(number)
      case .drawnStream(let dictionary, let range): out.add(number, dictionary, bytes[range])
      case .stream(let dictionary, let data): out.add(number, dictionary, data[...])
      }
    }
    let batches = stride(from: 0, to: loose.count, by: objectsPerStream).map {
      loose[$0..<min($0 + objectsPerStream, loose.count)]
    }
    let packed = onAllCores(batches.count) { objectStream(of: batches[$0]) }
    for (batch, stream) in zip(batches, packed) {
      let number = objects.count + out.objectStreams
      for (index, object) in batch.enumerated() { out.places[object] = .packed(stream: number, index: index) }
      var dictionary: PDFDictionary = [
        "Type": .name("ObjStm"), "N": .integer(batch.count), "First": .integer(stream.first),
      ]
      if stream.data.isPacked { dictionary["Filter"] = .name("FlateDecode") }
      out.add(number, dictionary, stream.data.bytes[...])
      out.objectStreams += 1
    }
    return out.finished(trailer: ["Root": .reference(rootNumber), "Info": .reference(infoNumber)], from: objects.count)
  }

  private func objectStream(of numbers: ArraySlice<Int>) -> (data: StreamData, first: Int) {
    var places = ""
    var values: [UInt8] = []
    for number in numbers {
      places += "\(number) \(values.count) "
      if let value = value(number) { values += value.bytes }
      values.append(UInt8(ascii: "\n"))
    }
    return (.packed(Array(places.utf8) + values), places.utf8.count)
  }
}

/// Readers unpack a whole stream for one object, so there are not too many in one.
private let objectsPerStream = 200

/// The file as far as it is written.
private struct PDFBody {
  enum Place {
    case offset(Int)
    case packed(stream: Int, index: Int)
  }

  private(set) var bytes: [UInt8]
  var places: [Int: Place] = [:]
  var objectStreams = 0

  init(capacity: Int) {
    bytes = []
    bytes.reserveCapacity(capacity)
    // Bytes over 127 say that the file is not text (7.5.2).
    bytes += Array("%PDF-1.7\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3, 10]
  }

  mutating func add(_ number: Int, _ dictionary: PDFDictionary, _ data: ArraySlice<UInt8>) {
    places[number] = .offset(bytes.count)
    var dictionary = dictionary
    dictionary["Length"] = .integer(data.count)
    bytes += Array("\(number) 0 obj\n".utf8)
    bytes += dictionary.bytes
    bytes += Array("\nstream\n".utf8)
    bytes += data
    bytes += Array("\nendstream\nendobj\n".utf8)
  }

  /// Adds the cross-reference stream, which holds the trailer (7.5.8).
  consuming func finished(trailer: PDFDictionary, from firstOwn: Int) -> [UInt8] {
    let number = firstOwn + objectStreams
    let start = bytes.count
    places[number] = .offset(start)
    var dictionary = trailer
    dictionary["Type"] = .name("XRef")
    dictionary["Size"] = .integer(number + 1)
    dictionary["ID"] = FileIdentifier.blank
    dictionary["W"] = PDFValue(syntax: "[1 4 2]")
    dictionary["DecodeParms"] = PDFValue(syntax: "<</Predictor 12/Columns 7>>")
    dictionary["Filter"] = .name("FlateDecode")
    add(number, dictionary, deflated(rows(count: number + 1), level: 6)[...])
    bytes += Array("startxref\n\(start)\n%%EOF\n".utf8)
    return FileIdentifier.identified(bytes)
  }

  /// Type, place and index of each object, each row as its difference to the one above (the Up filter of PNG).
  private func rows(count: Int) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(count * 8)
    var above: UInt64 = 0
    for number in 0..<count {
      let row: UInt64 =
        switch places[number] {
        case .offset(let offset): 1 << 48 | UInt64(offset) << 16
        case .packed(let stream, let index): 2 << 48 | UInt64(stream) << 16 | UInt64(index)
        case nil: number == 0 ? 65_535 : 0
        }
      out.append(2)
      for shift in stride(from: 48, through: 0, by: -8) {
        out.append(UInt8(truncatingIfNeeded: row >> UInt64(shift)) &- UInt8(truncatingIfNeeded: above >> UInt64(shift)))
      }
      above = row
    }
    return out
  }
}
