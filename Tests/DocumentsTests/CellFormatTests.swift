import Testing

@testable import Documents

@Suite("Number formats of workbooks")
struct CellFormatTests {
  @Test(arguments: [
    ("0.1925", "0.00%", "19.25%"), ("0.19249999999999998", "0.00%", "19.25%"), ("-0.0814", "0.0%", "-8.1%"), ("1284500", "#,##0", "1,284,500"),
    ("3358.91", "#,##0.00", "3,358.91"), ("21751.2", "#,##0.0", "21,751.2"), ("45658", "yyyy\"年\"m\"月\"", "2025年1月"), ("45689", "yyyy-mm", "2025-02"),
    ("45658", "mmm yyyy", "Jan 2025"), ("1234567", "#,##0,", "1,235"), ("-3.2", "0.0;(0.0)", "(3.2)"), ("0", "0;-0;\"—\"", "—"), ("2.5", "0", "3"),
    ("0.05", "0.00", "0.05"), ("1e-3", "0.000", "0.001"), ("5", "0\"家\"", "5家"), ("5", "00", "05"), ("-0.001", "0.0", "0.0"), ("7", "#,##0_);[Red]\\(#,##0\\)", "7"),
    ("12", "General\"件\"", "12件"), ("61", "yyyy-m-d", "1900-3-1"), ("9.5", "0.##", "9.5"), ("9", "0.##", "9"),
  ])
  func display(written: String, code: String, shown: String) {
    #expect(CellFormat(code).display(written, since1904: false) == shown)
  }

  @Test(arguments: [("3012.4500000000003", "3012.45"), ("100", "100"), ("1.5E-2", "0.015"), ("-4", "-4"), ("0", "0"), ("1E3", "1000"), ("x", "x")])
  func general(written: String, shown: String) {
    #expect((WrittenNumber(written)?.general ?? written) == shown)
  }
}
