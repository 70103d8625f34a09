import Articles
import Indicators

/// The notes of articles, numbered as the report prints their marks.
struct NoteAnchors {
  /// By the article's id.
  fileprivate(set) var notes: [String: ArticleNotes] = [:]
  /// By the article's id and mark.
  fileprivate var anchors: [String: [String: String]] = [:]

  func anchor(of mark: String, in article: String) -> String? { anchors[article]?[mark] }
}

extension Planner {
  /// Notes take their numbers in the order of the chapters that have their marks.
  var noteAnchors: NoteAnchors {
    if let notes = found.notes { return notes }
    var all = NoteAnchors()
    var count = 0
    for article in articlesInOrder {
      let notes = ArticleNotes(article)
      guard !notes.notes.isEmpty || !notes.headingNotes.isEmpty else { continue }
      all.notes[article.id] = notes
      for note in notes.notes {
        count += 1
        all.anchors[article.id, default: [:]][note.mark] = "footnote-\(count)"
      }
    }
    found.notes = all
    return all
  }

  /// What the notes say, each figure a link to the entry of its sentence.
  var footnotes: [ReportSource.Footnote] {
    let anchors = noteAnchors
    return articlesInOrder.flatMap { article -> [ReportSource.Footnote] in
      (anchors.notes[article.id]?.notes ?? []).compactMap { note in
        guard let anchor = anchors.anchor(of: note.mark, in: article.id) else { return nil }
        return ReportSource.Footnote(anchor: anchor, text: body(of: note.block, in: article, from: note.lead))
      }
    }
  }

  private var articlesInOrder: [Article] {
    let (told, others) = chapterDocuments
    return (told + others).compactMap { evidence.article($0.id) }
  }
}
