import Articles
import Extraction
import Lingua

/// A time in the corner of a table, over the heads of its rows: 2018 beside March 31, June 30 and Full Year. It is that of figures whose
/// own heads leave its year open.
extension TableGrid {
  func settleCorner(_ columns: inout [TableColumn]) {
    guard let corner = cornerTime(columns) else { return }
    for index in columns.indices where columns[index].use == .value {
      columns[index].head.time = columns[index].head.time.map { $0.completed(by: corner) } ?? corner
    }
  }

  /// The time that the head of the rows is, and nothing else.
  func cornerTime(_ columns: [TableColumn]) -> HeadTime? {
    let stubs = columns.filter { $0.use.isStub && !$0.path.isEmpty }
    guard stubs.count == 1, let stub = stubs.first, stub.head.isBare, let time = stub.head.time else { return nil }
    if case .absolute = time.year { return time }
    return nil
  }
}
