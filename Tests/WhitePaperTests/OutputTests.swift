import Diagnostics
import Foundation
import Scene
import Testing
import WhitePaper

/// What stands at the outputs' places before a run stays what it is: a link, a device, a mode; and a run writes all or nothing.
@Suite struct OutputTests {
  let workshop: Workshop
  let scratch: Scratch
  var folder: String { scratch.path }

  init() throws {
    workshop = try shippedWorkshop()
    scratch = try Scratch()
  }

  private func make(_ name: String, _ text: String) throws -> String { try scratch.file(name, Array(text.utf8)) }
  private func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }
  private func attribute(_ key: FileAttributeKey, _ path: String) throws -> Int? {
    (try FileManager.default.attributesOfItem(atPath: path)[key] as? NSNumber)?.intValue
  }
  @Test func linksAreFollowed() throws {
    let file = try make("file", "old")
    try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: "file")
    try workshop.write("new", to: folder + "/link")
    #expect(try text(file) == "new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/link") == "file")
  }

  @Test func aLinkThatLeadsNowhereYetGetsItsFile() throws {
    try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: "later")
    try workshop.write("new", to: folder + "/link")
    #expect(try text(folder + "/later") == "new")
  }

  @Test func linksInARingAreRefused() throws {
    try FileManager.default.createSymbolicLink(atPath: folder + "/a", withDestinationPath: "b")
    try FileManager.default.createSymbolicLink(atPath: folder + "/b", withDestinationPath: "a")
    #expect(throws: Diagnostic.self) { try workshop.write("new", to: folder + "/a") }
  }

  @Test func modeStays() throws {
    let file = try make("file", "old")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
    try workshop.write("new", to: file)
    #expect(try attribute(.posixPermissions, file) == 0o640)
    #expect(try text(file) == "new")
  }

  @Test(arguments: ["new", "", "longer than what stood there before"])
  func hardLinksStay(content: String) throws {
    let file = try make("file", "what stood there")
    try FileManager.default.linkItem(atPath: file, toPath: folder + "/twin")
    try workshop.write(content, to: file)
    #expect(try text(folder + "/twin") == content)
    #expect(try attribute(.referenceCount, file) == 2)
  }

  @Test func devicesAreWrittenTo() throws {
    try workshop.write("new", to: "/dev/null")
    #expect(try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType == .typeCharacterSpecial)
  }

  @Test func aFullDiskIsSaid() throws {
    let problem = #expect(throws: Diagnostic.self) { try workshop.write("new", to: "/dev/full") }
    #expect(problem?.rule == "output.full")
  }

  @Test func inputsAreNotReplaced() throws {
    let file = try make("file", "old")
    try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: "file")
    let problem = #expect(throws: Diagnostic.self) { try workshop.write("new", to: folder + "/link", over: [file]) }
    #expect(problem?.rule == "output.is-input")
    #expect(try text(file) == "old")
  }

  @Test func filesOfEndedRunsAreRemoved() throws {
    _ = try make(".whitepaper-1-0-0.part", "half")
    let living = try make(".whitepaper-2-0-0.part", "half")
    let handle = try #require(FileHandle(forUpdatingAtPath: living))
    #expect(flock(handle.fileDescriptor, LOCK_EX | LOCK_NB) == 0)
    try workshop.write("new", to: folder + "/file")
    #expect(scratch.names == [".whitepaper-2-0-0.part", "file"])
    try handle.close()
  }

  @Test func ofSeveralPagesAllAreWrittenOrNone() throws {
    let document = try workshop.render([examples[1]], options: RenderOptions()).value
    try FileManager.default.createDirectory(atPath: folder + "/page-03.svg", withIntermediateDirectories: true)
    let problem = #expect(throws: Diagnostic.self) {
      _ = try workshop.write(document, to: folder + "/page.svg", format: .svg, options: RenderOptions())
    }
    #expect(problem?.rule == "output.unwritable")
    #expect(scratch.names == ["page-03.svg"])
  }
}
