package import Geometry
package import Scene

/// A picture's pixels, and how large it is by itself.
package struct LoadedPicture: Hashable, Sendable {
  package var image: ImageResource
  package var size: Size

  /// - Parameter size: nil for a picture of pixels alone, of which 144 are an inch.
  package init(_ image: ImageResource, size: Size? = nil) {
    self.image = image
    self.size = size ?? Size(width: .pt(Double(image.width) / 2), height: .pt(Double(image.height) / 2))
  }
}
