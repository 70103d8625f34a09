import Foundation
import JPEG
import Testing

/// 16 × 8 pixels: the left half red (200, 0, 0), the right half white.
@Suite struct JPEGTests {
  static let plain =
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAIBAQEBAQIBAQECAgICAgQDAgICAgUEBAMEBgUGBgYFBgYGBwkIBgcJBwYGCAsICQoKCgoKBggLDAsKDAkKCgr/2wBDAQICAgICAgUDAwUKBwYHCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgr/wAARCAAIABADAREAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAACQr/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAACAn/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwA7x3WQWGEQje//2Q=="
  static let progressive =
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAIBAQEBAQIBAQECAgICAgQDAgICAgUEBAMEBgUGBgYFBgYGBwkIBgcJBwYGCAsICQoKCgoKBggLDAsKDAkKCgr/2wBDAQICAgICAgUDAwUKBwYHCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgr/wgARCAAIABADAREAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAACAn/xAAVAQEBAAAAAAAAAAAAAAAAAAAHCP/aAAwDAQACEAMQAAABO53ZFhkSN//EABQQAQAAAAAAAAAAAAAAAAAAABD/2gAIAQEAAQUCP//EABQRAQAAAAAAAAAAAAAAAAAAABD/2gAIAQMBAT8BP//EABQRAQAAAAAAAAAAAAAAAAAAABD/2gAIAQIBAT8BP//EABQQAQAAAAAAAAAAAAAAAAAAABD/2gAIAQEABj8CP//EABQQAQAAAAAAAAAAAAAAAAAAABD/2gAIAQEAAT8hP//aAAwDAQACAAMAAAAQA//EABQRAQAAAAAAAAAAAAAAAAAAABD/2gAIAQMBAT8QP//EABQRAQAAAAAAAAAAAAAAAAAAABD/2gAIAQIBAT8QP//EABQQAQAAAAAAAAAAAAAAAAAAABD/2gAIAQEAAT8QP//Z"
  static let grey =
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAIBAQEBAQIBAQECAgICAgQDAgICAgUEBAMEBgUGBgYFBgYGBwkIBgcJBwYGCAsICQoKCgoKBggLDAsKDAkKCgr/wAALCAAIABABAREA/8QAFQABAQAAAAAAAAAAAAAAAAAACQr/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/9oACAEBAAA/ADvWGP/Z"
  /// Its camera was held upright: the right edge is the top.
  static let turned =
    "/9j/4AAQSkZJRgABAQAAAQABAAD/4QAiRXhpZgAATU0AKgAAAAgAAQESAAMAAAABAAYAAAAAAAD/2wBDAAIBAQEBAQIBAQECAgICAgQDAgICAgUEBAMEBgUGBgYFBgYGBwkIBgcJBwYGCAsICQoKCgoKBggLDAsKDAkKCgr/2wBDAQICAgICAgUDAwUKBwYHCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgr/wAARCAAIABADAREAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAACQr/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAACAn/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwA7x3WQWGEQje//2Q=="
  static let printing =
    "/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwACAQEBAQECAQEBAgICAgIEAwICAgIFBAQDBAYFBgYGBQYGBgcJCAYHCQcGBggLCAkKCgoKCgYICwwLCgwJCgoK/8AAFAgACAAQBEMRAE0RAFkRAEsRAP/EABcAAQEBAQAAAAAAAAAAAAAAAAoJAAj/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/9oADgRDAE0AWQBLAAA/AKQD/j/r+O3D/D/Gf//Z"

  func bytes(_ text: String) throws -> [UInt8] { Array(try #require(Data(base64Encoded: text))) }
  func decode(_ bytes: [UInt8], side: Int = 100, pixels: Int = 1_000) throws -> JPEGImage {
    try decodeJPEG(bytes, document: "x.jpg", side: side, pixels: pixels)
  }
  func pixel(_ image: JPEGImage, _ x: Int, _ y: Int) -> [UInt8] { Array(image.pixels[((y * image.width + x) * 4)...].prefix(4)) }
  func isNear(_ a: [UInt8], _ b: [UInt8]) -> Bool { zip(a, b).allSatisfy { abs(Int($0) - Int($1)) <= 4 } }

  @Test(arguments: [plain, progressive]) func colours(text: String) throws {
    let image = try decode(bytes(text))
    #expect(image.width == 16 && image.height == 8 && image.pixels.count == 16 * 8 * 4)
    #expect(isNear(pixel(image, 2, 4), [200, 0, 0, 255]))
    #expect(isNear(pixel(image, 13, 4), [255, 255, 255, 255]))
  }

  @Test func greyHasThreeEqualChannels() throws {
    let dark = pixel(try decode(bytes(Self.grey)), 2, 4)
    #expect(dark[0] == dark[1] && dark[1] == dark[2] && isNear(dark, [60, 60, 60, 255]))
  }

  @Test func thePictureIsTurnedAsItsCameraSays() throws {
    let image = try decode(bytes(Self.turned))
    #expect(image.width == 8 && image.height == 16)
    #expect(isNear(pixel(image, 4, 2), [200, 0, 0, 255]))
    #expect(isNear(pixel(image, 4, 13), [255, 255, 255, 255]))
  }

  @Test func whatCannotBeReadIsSaid() throws {
    func rule(_ work: () throws -> JPEGImage) -> String {
      do { return "\(try work().width)" } catch { return "\(error)" }
    }
    let good = try bytes(Self.plain)
    #expect(rule { try decode(Array("GIF89a".utf8)) }.contains("jpeg.signature"))
    #expect(rule { try decode(good, side: 10) }.contains("jpeg.too-large"))
    #expect(rule { try decode(good, pixels: 100) }.contains("jpeg.too-large"))
    #expect(rule { try decode(bytes(Self.printing)) }.contains("jpeg.damaged"))
    // Cut anywhere, or changed anywhere: pixels or a finding.
    for end in stride(from: 3, to: good.count - 2, by: 5) { #expect(rule { try decode(Array(good[..<end])) }.contains("jpeg.damaged")) }
    for at in stride(from: 2, to: good.count, by: 3) {
      var bad = good
      bad[at] ^= 0xA5
      _ = rule { try decode(bad) }
    }
  }
}
