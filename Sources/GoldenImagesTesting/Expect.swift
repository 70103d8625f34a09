#if canImport(Testing) || canImport(XCTest)
  public import GoldenImages

  #if canImport(Testing)
    import Testing
  #endif
  #if canImport(XCTest)
    import XCTest
  #endif

  /// Expects a picture to look like the golden `Goldens/NAME.png` beside the test's file.
  ///
  /// Works in Swift Testing and in XCTest. See `GoldenStore` for missing goldens and how to record them.
  /// The picture is a PNG file's bytes; its name has letters, digits, `-` and `_`, and one test's goldens begin alike. `tolerance` is the
  /// largest difference of one channel that is forgiven, 0 to 255.
  ///
  /// - Returns: whether the picture matches.
  @discardableResult
  public func expectImage(
    _ png: [UInt8], _ name: String, tolerance: Int = 1, mode: GoldenMode = .fromEnvironment(),
    fileID: StaticString = #fileID, filePath: StaticString = #filePath, line: UInt = #line, column: UInt = #column
  ) -> Bool {
    let place = TestPlace(fileID: fileID, filePath: filePath, line: line, column: column)
    return expect(at: place) {
      try GoldenStore(besideFile: "\(filePath)", mode: mode).check(
        Picture(png: png, named: name), named: name, tolerance: tolerance)
    }
  }

  /// As `expectImage` with a tolerance, for pixels.
  @discardableResult
  public func expectImage(
    _ picture: Picture, _ name: String, tolerance: Int = 1, mode: GoldenMode = .fromEnvironment(),
    fileID: StaticString = #fileID, filePath: StaticString = #filePath, line: UInt = #line, column: UInt = #column
  ) -> Bool {
    let place = TestPlace(fileID: fileID, filePath: filePath, line: line, column: column)
    return expect(at: place) {
      try GoldenStore(besideFile: "\(filePath)", mode: mode).check(picture, named: name, tolerance: tolerance)
    }
  }

  /// As `expectImage` with a tolerance, with regions left out or of other tolerance,
  /// smoothed edges forgiven, or colours compared as they are perceived.
  @discardableResult
  public func expectImage(
    _ png: [UInt8], _ name: String, rules: ComparisonRules, mode: GoldenMode = .fromEnvironment(),
    fileID: StaticString = #fileID, filePath: StaticString = #filePath, line: UInt = #line, column: UInt = #column
  ) -> Bool {
    let place = TestPlace(fileID: fileID, filePath: filePath, line: line, column: column)
    return expect(at: place) {
      try GoldenStore(besideFile: "\(filePath)", mode: mode).check(
        Picture(png: png, named: name), named: name, rules: rules)
    }
  }

  /// Expects a scene dump to say the same as the golden `Goldens/NAME.scene.json` beside the test's file. Numbers may differ by
  /// `tolerance` points.
  @discardableResult
  public func expectDump(
    _ dump: String, _ name: String, tolerance: Double = 0.01, mode: GoldenMode = .fromEnvironment(),
    fileID: StaticString = #fileID, filePath: StaticString = #filePath, line: UInt = #line, column: UInt = #column
  ) -> Bool {
    let place = TestPlace(fileID: fileID, filePath: filePath, line: line, column: column)
    return expect(at: place) {
      try GoldenStore(besideFile: "\(filePath)", mode: mode).check(dump: dump, named: name, tolerance: tolerance)
    }
  }

  /// Expects a text to be the golden `Goldens/NAME.txt` beside the test's file.
  @discardableResult
  public func expectText(
    _ text: String, _ name: String, mode: GoldenMode = .fromEnvironment(), fileID: StaticString = #fileID,
    filePath: StaticString = #filePath, line: UInt = #line, column: UInt = #column
  ) -> Bool {
    let place = TestPlace(fileID: fileID, filePath: filePath, line: line, column: column)
    return expect(at: place) {
      try GoldenStore(besideFile: "\(filePath)", mode: mode).check(text: text, named: name)
    }
  }

  private struct TestPlace {
    var fileID: StaticString
    var filePath: StaticString
    var line: UInt
    var column: UInt
  }

  private func expect(at place: TestPlace, _ check: () throws -> GoldenOutcome) -> Bool {
    do {
      guard let failure = try check().failure else { return true }
      fail(failure, at: place)
    } catch {
      fail("\(error)", at: place)
    }
    return false
  }

  private func fail(_ message: String, at place: TestPlace) {
    #if canImport(Testing)
      if Test.current != nil {
        Issue.record(
          Comment(rawValue: message),
          sourceLocation: SourceLocation(
            fileID: "\(place.fileID)", filePath: "\(place.filePath)", line: Int(place.line), column: Int(place.column)))
        return
      }
    #endif
    #if canImport(XCTest)
      XCTFail(message, file: place.filePath, line: place.line)
    #endif
  }
#endif
