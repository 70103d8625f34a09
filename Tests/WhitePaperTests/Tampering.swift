import Foundation
import PDFFile
import SeededNumbers
import Testing

/// What may be done to a PDF after it was published, each at a place of chance.
enum Tampering: String, CaseIterable, CustomTestStringConvertible {
  case glyph, glyphPlace, colour, rectangle, graphicsState
  case linkTarget, linkToAddress, linkArea, overlaidNote, overlaidAppearance, removedLink, annotationWords
  case alternativeText, tag, elementLanguage, removedElement, swappedElements, markedContent
  case outlineTitle, outlineTarget, removedOutline, namedPlace, pageLabel, removedLabels
  case relationship, fileDescription, mediaType, unassociatedFile
  case metadataTitle, metadataDate, metadataAuthor, conformance, accessibility, metadataKeyword, moreMetadata, removedMetadata
  case author, producer, changeDate, documentLanguage, openAction, form, outputIntent, colourProfile, viewerPreferences
  case fontProgram, unicodeMap, widths, fontName, exchangedFonts
  case picture, exchangedPicture
  case removedPage, doubledPage, swappedPages, insertedPage, turnedPage, pageBox, pageAction

  var testDescription: String { rawValue }

  /// The rules of which one must be told.
  var rules: Set<String> {
    switch self {
    case .glyph, .removedPage, .doubledPage, .swappedPages, .insertedPage: ["verify.page"]
    case .unicodeMap: ["verify.page", "verify.drawing"]
    case .glyphPlace, .colour, .rectangle, .graphicsState, .fontProgram, .widths, .fontName, .exchangedFonts, .picture, .exchangedPicture,
      .turnedPage, .pageBox, .pageAction, .markedContent:
      ["verify.drawing", "verify.page"]
    case .linkTarget, .linkToAddress, .linkArea, .overlaidNote, .overlaidAppearance, .removedLink, .annotationWords, .outlineTitle,
      .outlineTarget,
      .removedOutline, .namedPlace:
      ["verify.links"]
    case .alternativeText, .tag, .elementLanguage, .removedElement, .swappedElements, .pageLabel, .removedLabels: ["verify.structure"]
    case .relationship, .fileDescription, .mediaType: ["verify.file"]
    case .metadataTitle, .metadataDate, .metadataAuthor, .conformance, .accessibility, .metadataKeyword, .moreMetadata, .author, .producer,
      .changeDate, .removedMetadata:
      ["verify.metadata"]
    case .documentLanguage, .openAction, .form, .outputIntent, .viewerPreferences, .unassociatedFile, .colourProfile: ["verify.document"]
    }
  }

  /// - Returns: whether the document has anything of the kind.
  func change(_ pdf: inout UpdatedPDF, _ chance: inout SplitMix64) -> Bool {
    switch self {
    case .glyph, .glyphPlace, .colour, .rectangle, .graphicsState, .markedContent: changeContent(&pdf, &chance)
    case .linkTarget, .linkToAddress, .linkArea, .overlaidNote, .overlaidAppearance, .removedLink, .annotationWords:
      changeLinks(&pdf, &chance)
    case .alternativeText, .tag, .elementLanguage, .removedElement, .swappedElements: changeStructure(&pdf, &chance)
    case .outlineTitle, .outlineTarget, .removedOutline, .namedPlace, .pageLabel, .removedLabels: changeNames(&pdf, &chance)
    case .relationship, .fileDescription, .mediaType: changeFiles(&pdf, &chance)
    case .metadataTitle, .metadataDate, .metadataAuthor, .conformance, .accessibility, .metadataKeyword, .moreMetadata:
      changeMetadata(&pdf)
    case .fontProgram, .unicodeMap, .widths, .fontName, .exchangedFonts, .picture, .exchangedPicture: changeResources(&pdf, &chance)
    case .removedPage, .doubledPage, .swappedPages, .insertedPage, .turnedPage, .pageBox, .pageAction: changePages(&pdf, &chance)
    default: changeDocument(&pdf, &chance)
    }
  }

  // MARK: Pages

  private func changeContent(_ pdf: inout UpdatedPDF, _ chance: inout SplitMix64) -> Bool {
    let pages = pdf.pages.shuffled(using: &chance)
    for page in pages {
      guard let number = pdf[page].dictionary["Contents"]?.reference, let content = pdf[number].content else { continue }
      let text = String(decoding: content, as: UTF8.self)
      var changed: String?
      switch self {
      case .glyph:
        let glyphs = text.matches(of: #/<(?:[0-9a-f]{4})+>/#).shuffled(using: &chance)
        if let shown = glyphs.first, let other = glyphs.first(where: { $0.output.count == shown.output.count && $0.output != shown.output })
        {
          changed = text.replacingCharacters(in: shown.range, with: String(other.output))
        }
      case .glyphPlace: changed = text.replacedOne(of: #/-?[0-9.]+ (?<rest>-?[0-9.]+ Tm\n)/#, &chance) { "7.5 \($0.output.rest)" }
      case .colour: changed = text.replacedOne(of: #/[0-9.]+ [0-9.]+ [0-9.]+ rg/#, &chance) { _ in "0.75 0.5 0.25 rg" }
      case .rectangle: changed = text.replacedOne(of: #/[0-9.]+ [0-9.-]+ re/#, &chance) { _ in "3.25 4.5 re" }
      case .graphicsState: changed = text.replacedOne(of: #/\/a0 gs/#, &chance) { _ in "" }
      default: changed = text.replacedOne(of: #/\/(?:P|H1|H2|Span|Figure) << \/MCID/#, &chance) { _ in "/Quote << /MCID" }
      }
      guard let changed, changed != text else { continue }
      pdf[number].content = Array(changed.utf8)
      return true
    }
    return false
  }

  private func changePages(_ pdf: inout UpdatedPDF, _ chance: inout SplitMix64) -> Bool {
    guard let tree = pdf[pdf.root].dictionary["Pages"]?.reference, pdf.pages.count > 2 else { return false }
    var kids = pdf.pages.map { PDFValue.reference($0) }
    let place = chance.below(kids.count - 1)
    let page = pdf.pages[place]
    switch self {
    case .removedPage: kids.remove(at: place)
    case .doubledPage: kids.insert(.reference(pdf.add(pdf[page])), at: place)
    case .swappedPages: kids.swapAt(place, place + 1)
    case .insertedPage:
      let content = pdf.add("<<>>", content: Array("0 0 9 9 re f".utf8))
      let new = pdf.add("<</Type/Page/Parent \(tree) 0 R/MediaBox[0 0 99 99]/Resources<<>>/Contents \(content) 0 R>>")
      kids.insert(.reference(new), at: place)
    case .turnedPage: pdf[page].dictionary["Rotate"] = .integer(180)
    case .pageBox: pdf[page].dictionary["CropBox"] = PDFValue(syntax: "[0 0 100 100]")
    default: pdf[page].dictionary["AA"] = PDFValue(syntax: "<</O<</S/JavaScript/JS(app.alert(1))>>>>")
    }
    pdf[tree].dictionary["Kids"] = .array(kids)
    pdf[tree].dictionary["Count"] = .integer(kids.count)
    return true
  }

  // MARK: Links

  private func changeLinks(_ pdf: inout UpdatedPDF, _ chance: inout SplitMix64) -> Bool {
    let pages = pdf.pages.filter { pdf[$0].dictionary["Annots"] != nil }
    guard let page = pages.randomElement(using: &chance), let own = pdf[page].dictionary["Annots"] else { return false }
    var annotations = (own.items ?? own.reference.flatMap { pdf[$0].value.items } ?? [])
    guard let link = annotations.compactMap(\.reference).randomElement(using: &chance) else { return false }
    switch self {
    case .linkTarget:
      let before = pdf[link].dictionary["Dest"]?.bytes
      let others = pdf.numbers.compactMap { pdf[$0].dictionary["Dest"] }.filter { $0.bytes != before }
      guard let other = others.randomElement(using: &chance) else { return false }
      pdf[link].dictionary["Dest"] = other
      pdf[link].dictionary["A"] = nil
    case .linkToAddress:
      pdf[link].dictionary["Dest"] = nil
      pdf[link].dictionary["A"] = PDFValue(syntax: "<</S/URI/URI(https://example.org/\(chance.below(9)))>>")
    case .linkArea: pdf[link].dictionary["Rect"] = PDFValue(syntax: "[0 0 500 \(500 + chance.below(99))]")
    case .overlaidNote:
      annotations.append(
        .reference(pdf.add("<</Type/Annot/Subtype/FreeText/Rect[99 99 200 200]/Contents(99.9)/DA(/Helv 12 Tf)/P \(page) 0 R>>")))
    case .overlaidAppearance:
      let form = pdf.add("<</Type/XObject/Subtype/Form/BBox[0 0 99 99]>>", content: Array("1 g 0 0 99 99 re f".utf8))
      pdf[link].dictionary["AP"] = PDFValue(syntax: "<</N \(form) 0 R>>")
    case .removedLink: annotations.remove(at: chance.below(annotations.count))
    default: pdf[link].dictionary["Contents"] = PDFValue(syntax: "(another)")
    }
    pdf[page].dictionary["Annots"] = .array(annotations)
    return true
  }

  // MARK: Structure

  private func changeStructure(_ pdf: inout UpdatedPDF, _ chance: inout SplitMix64) -> Bool {
    let elements = pdf.numbers.filter { pdf[$0].dictionary["S"] != nil && pdf[$0].dictionary["P"] != nil }
    func any(_ holds: (PDFDictionary) -> Bool) -> Int? {
      elements.filter { holds(pdf[$0].dictionary) }.randomElement(using: &chance)
    }
    switch self {
    case .alternativeText:
      guard let figure = any({ $0["Alt"] != nil }) else { return false }
      pdf[figure].dictionary["Alt"] = PDFValue(syntax: "(Another figure)")
    case .tag:
      guard let element = any({ $0["S"]?.isName("P") == true }) else { return false }
      pdf[element].dictionary["S"] = .name("Sect")
    case .elementLanguage:
      guard let element = any({ _ in true }) else { return false }
      pdf[element].dictionary["Lang"] = PDFValue(syntax: "(fr)")
    default:
      guard let parent = any({ ($0["K"]?.items?.count ?? 0) > 1 }), var kids = pdf[parent].dictionary["K"]?.items else { return false }
      if self == .removedElement { kids.removeLast() } else { kids.swapAt(0, 1) }
      pdf[parent].dictionary["K"] = .array(kids)
    }
    return true
  }

  private func changeNames(_ pdf: inout UpdatedPDF, _ chance: inout SplitMix64) -> Bool {
    let entries = pdf.numbers.filter { pdf[$0].dictionary["Title"] != nil && pdf[$0].dictionary["Parent"] != nil }
    guard let entry = entries.randomElement(using: &chance) else { return false }
    switch self {
    case .outlineTitle: pdf[entry].dictionary["Title"] = PDFValue(syntax: "(Another)")
    case .outlineTarget: pdf[entry].dictionary["Dest"] = PDFValue(syntax: "[\(pdf.pages[0]) 0 R/XYZ 0 0 \(chance.below(9))]")
    case .removedOutline: pdf[pdf.root].dictionary["Outlines"] = nil
    case .namedPlace:
      let page = pdf.pages.randomElement(using: &chance) ?? 0
      let places = pdf.numbers.filter { number in
        (pdf[number].value.items ?? pdf[number].dictionary["D"]?.items)?.contains { $0.isName("XYZ") } == true
      }
      if let place = places.randomElement(using: &chance) {
        pdf[place].value = PDFValue(syntax: "[\(page) 0 R/XYZ 1 2 3]")
        return true
      }
      let trees = pdf.numbers.filter { pdf[$0].dictionary["Names"]?.items?.count ?? 0 > 1 && pdf[$0].dictionary["Kids"] == nil }
      guard
        let tree = trees.first(where: { (pdf[$0].dictionary["Names"]?.items ?? []).last?.items != nil }),
        var names = pdf[tree].dictionary["Names"]?.items
      else { return false }
      names[1] = PDFValue(syntax: "[\(page) 0 R/XYZ 1 2 3]")
      pdf[tree].dictionary["Names"] = .array(names)
    case .pageLabel:
      guard let labels = pdf[pdf.root].dictionary["PageLabels"]?.reference else { return false }
      pdf[labels].dictionary["Nums"] = PDFValue(syntax: "[0<</S/A/St \(2 + chance.below(9))>>]")
    default: pdf[pdf.root].dictionary["PageLabels"] = nil
    }
    return true
  }

  // MARK: Files and metadata

  private func changeFiles(_ pdf: inout UpdatedPDF, _ chance: inout SplitMix64) -> Bool {
    let entries = pdf.numbers.filter { pdf[$0].dictionary["Type"]?.isName("Filespec") == true }
    guard let entry = entries.randomElement(using: &chance) else { return false }
    switch self {
    case .relationship: pdf[entry].dictionary["AFRelationship"] = .name("Alternative")
    case .fileDescription: pdf[entry].dictionary["Desc"] = PDFValue(syntax: "(The sources)")
    default:
      guard let stream = pdf[entry].dictionary["EF"]?.dictionary?["F"]?.reference else { return false }
      // A copy, since the manifest's own bytes may not be written anew.
      pdf[stream].dictionary["Subtype"] = .name("application/octet-stream")
    }
    return true
  }

  private func changeMetadata(_ pdf: inout UpdatedPDF) -> Bool {
    guard let number = pdf[pdf.root].dictionary["Metadata"]?.reference, let content = pdf[number].content else { return false }
    let text = String(decoding: content, as: UTF8.self)
    let changed =
      switch self {
      case .metadataTitle: text.replacing(#/x-default">/#, with: "x-default\">2023年", maxReplacements: 1)
      case .metadataDate: text.replacing(#/<xmp:CreateDate>..../#, with: "<xmp:CreateDate>1999")
      case .metadataAuthor: text.replacing(#/<dc:creator><rdf:Seq><rdf:li>/#, with: "<dc:creator><rdf:Seq><rdf:li>Another ")
      case .conformance: text.replacing("<pdfaid:conformance>A<", with: "<pdfaid:conformance>U<")
      case .accessibility: text.replacing("<pdfuaid:part>1<", with: "<pdfuaid:part>2<")
      case .metadataKeyword: text.replacing("</rdf:Description>", with: "<pdf:Keywords>another</pdf:Keywords></rdf:Description>")
      default: text.replacing("</rdf:RDF>", with: "<rdf:Description rdf:about=\"\" xmlns:x=\"urn:x\" x:y=\"z\"/></rdf:RDF>")
      }
    pdf[number].content = Array(changed.utf8)
    return changed != text
  }

  private func changeDocument(_ pdf: inout UpdatedPDF, _ chance: inout SplitMix64) -> Bool {
    let (root, information) = (pdf.root, pdf.informationNumber)
    let number = chance.below(90)
    switch self {
    case .author: pdf[information].dictionary["Author"] = PDFValue(syntax: "(Another \(number))")
    case .producer: pdf[information].dictionary["Producer"] = nil
    case .changeDate: pdf[information].dictionary["ModDate"] = PDFValue(syntax: "(D:200001010000\(10 + number % 50)Z)")
    case .removedMetadata: pdf[root].dictionary["Metadata"] = nil
    case .documentLanguage: pdf[root].dictionary["Lang"] = PDFValue(syntax: "(fr)")
    case .openAction: pdf[root].dictionary["OpenAction"] = PDFValue(syntax: "<</S/JavaScript/JS(app.alert(\(number)))>>")
    case .form: pdf[root].dictionary["AcroForm"] = PDFValue(syntax: "<</Fields[]/NeedAppearances true>>")
    case .outputIntent: pdf[root].dictionary["OutputIntents"] = nil
    case .viewerPreferences: pdf[root].dictionary["ViewerPreferences"] = PDFValue(syntax: "<</DisplayDocTitle false>>")
    case .unassociatedFile:
      guard let files = pdf[root].dictionary["AF"]?.items else { return false }
      pdf[root].dictionary["AF"] = .array(files.dropLast(1 + number % files.count))
    default:
      let profiles = pdf.numbers.compactMap { pdf[$0].dictionary["DestOutputProfile"]?.reference }
      guard let profile = profiles.first ?? inlineProfile(pdf), pdf[profile].content != nil else { return false }
      pdf[profile].content?[100 + number] ^= 1
    }
    return true
  }

  private func inlineProfile(_ pdf: UpdatedPDF) -> Int? {
    pdf[pdf.root].dictionary["OutputIntents"]?.items?.first?.dictionary?["DestOutputProfile"]?.reference
  }

  // MARK: Fonts and pictures

  private func changeResources(_ pdf: inout UpdatedPDF, _ chance: inout SplitMix64) -> Bool {
    let fonts = pdf.numbers.filter { pdf[$0].dictionary["ToUnicode"] != nil }
    let pictures = pdf.numbers.filter { pdf[$0].dictionary["Subtype"]?.isName("Image") == true }
    guard let font = fonts.randomElement(using: &chance), let map = pdf[font].dictionary["ToUnicode"]?.reference else { return false }
    switch self {
    case .fontProgram:
      let programs = pdf.numbers.compactMap { number in
        (pdf[number].dictionary["FontFile3"] ?? pdf[number].dictionary["FontFile2"])?.reference
      }
      guard let program = programs.randomElement(using: &chance), let content = pdf[program].content else { return false }
      pdf[program].content?[chance.below(content.count)] ^= 1
    case .unicodeMap:
      let text = String(decoding: pdf[map].content ?? [], as: UTF8.self)
      guard let changed = text.replacedOne(of: #/<[0-9a-f]+> <[0-9a-f]{4}>\n/#, &chance, { "\($0.output.prefix(7))<4e00>\n" }) else {
        return false
      }
      pdf[map].content = Array(changed.utf8)
      return changed != text
    case .widths:
      let described = pdf.numbers.filter {
        pdf[$0].dictionary["W"]?.bytes.first == UInt8(ascii: "[") && pdf[$0].dictionary["CIDSystemInfo"] != nil
      }
      guard let number = described.randomElement(using: &chance) else { return false }
      pdf[number].dictionary["W"] = PDFValue(syntax: "[0[\(chance.below(900))]]")
    case .fontName: pdf[font].dictionary["BaseFont"] = .name("ABCDEF+Another")
    case .exchangedFonts:
      guard let other = fonts.filter({ $0 != font }).randomElement(using: &chance) else { return false }
      let (first, second) = (pdf[font], pdf[other])
      (pdf[font], pdf[other]) = (second, first)
    case .exchangedPicture:
      guard let picture = pictures.randomElement(using: &chance) else { return false }
      pdf[picture] = .init(
        value: PDFValue(syntax: "<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray>>"), content: [7])
    default:
      guard let picture = pictures.randomElement(using: &chance), let content = pdf[picture].content else { return false }
      pdf[picture].content?[chance.below(content.count)] ^= 1
    }
    return true
  }
}

extension String {
  /// With one of the places that fit replaced; nil where none does.
  fileprivate func replacedOne<Output>(
    of pattern: Regex<Output>, _ chance: inout SplitMix64, _ replacement: (Regex<Output>.Match) -> String
  ) -> String? {
    guard let place = matches(of: pattern).randomElement(using: &chance) else { return nil }
    return replacingCharacters(in: place.range, with: replacement(place))
  }
}
