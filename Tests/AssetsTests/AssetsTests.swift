import Assets
import Diagnostics
import Testing

@Test func placesOfABuild() {
  #expect(
    Assets.places(executable: "/home/ann/paper/.build/release/whitepaper") == [
      "/home/ann/paper/.build/release/WhitePaper_Assets.resources",
      "/home/ann/paper/.build/share/whitepaper",
      "/home/ann/paper/.build/WhitePaper_Assets.resources",
      "/home/ann/paper/WhitePaper_Assets.resources",
      "/home/ann/WhitePaper_Assets.resources",
    ])
}

@Test func placesOfAnInstallation() {
  let places = Assets.places(executable: "/usr/local/bin/whitepaper")
  #expect(places.prefix(2) == ["/usr/local/bin/WhitePaper_Assets.resources", "/usr/local/share/whitepaper"])
}

@Test func placesOfAProgramInTheRootFolderEndThere() {
  #expect(
    Assets.places(executable: "/whitepaper") == ["/WhitePaper_Assets.resources", "/share/whitepaper"])
}

/// Also the proof that the test runner finds the build's bundle.
@Test func theBundleHoldsTheFonts() throws {
  let assets = try Assets()
  let names = assets.files(in: assets.fonts, suffix: ".otf").map { $0.dropFirst(assets.fonts.count + 1) }
  #expect(
    names == [
      "sans-black.otf", "sans-bold.otf", "sans-medium.otf", "sans-regular.otf", "serif-regular.otf",
      "serif-semibold.otf",
    ])
}

@Test func aFolderThatCannotBeReadHasNoFiles() throws {
  #expect(try Assets().files(in: "/nowhere/at/all", suffix: ".otf") == [])
}

@Test func anotherFolderMustHoldTheFour() {
  #expect(
    throws: Diagnostic.error(
      "assets.missing", "“/nowhere” does not hold the folders fonts, layouts, concepts, language and icons",
      hint: "WHITEPAPER_ASSETS names the folder they are in")
  ) { try Assets(folder: "/nowhere") }
}
