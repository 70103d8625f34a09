#include "late_function.h"
#include "late_libraries.h"

#include <xlsxwriter.h>

/* The file of the build's own headers first, then the one that an installed program finds. */
static const char *const names[] = {"libxlsxwriter.so", "libxlsxwriter.so.4", 0};
static late_library xlsxwriter_library = {names, 0};

bool late_library_xlsxwriter(void) { return late_library_load(&xlsxwriter_library); }

LATE(xlsxwriter_library, void, format_set_bold, (lxw_format *format), (format))
LATE(xlsxwriter_library, void, format_set_bottom, (lxw_format *format, uint8_t style), (format, style))
LATE(xlsxwriter_library, void, format_set_num_format, (lxw_format *format, const char *num_format), (format, num_format))
LATE(xlsxwriter_library, void, lxw_rowcol_to_cell, (char *cell_name, lxw_row_t row, lxw_col_t col), (cell_name, row, col))
LATE(xlsxwriter_library, void, lxw_workbook_free, (lxw_workbook *workbook), (workbook))
LATE(xlsxwriter_library, lxw_format *, workbook_add_format, (lxw_workbook *workbook), (workbook))
LATE(xlsxwriter_library, lxw_worksheet *, workbook_add_worksheet, (lxw_workbook *workbook, const char *sheetname), (workbook, sheetname))
LATE(xlsxwriter_library, lxw_error, workbook_close, (lxw_workbook *workbook), (workbook))
LATE(xlsxwriter_library, lxw_format *, workbook_get_default_url_format, (lxw_workbook *workbook), (workbook))
LATE(xlsxwriter_library, lxw_workbook *, workbook_new, (const char *filename), (filename))
LATE(xlsxwriter_library, lxw_error, workbook_set_properties, (lxw_workbook *workbook, lxw_doc_properties *properties),
  (workbook, properties))
LATE(xlsxwriter_library, void, worksheet_activate, (lxw_worksheet *worksheet), (worksheet))
LATE(xlsxwriter_library, lxw_error, worksheet_autofilter,
  (lxw_worksheet *worksheet, lxw_row_t first_row, lxw_col_t first_col, lxw_row_t last_row, lxw_col_t last_col),
  (worksheet, first_row, first_col, last_row, last_col))
LATE(xlsxwriter_library, void, worksheet_freeze_panes, (lxw_worksheet *worksheet, lxw_row_t row, lxw_col_t col), (worksheet, row, col))
LATE(xlsxwriter_library, lxw_error, worksheet_set_column,
  (lxw_worksheet *worksheet, lxw_col_t first_col, lxw_col_t last_col, double width, lxw_format *format),
  (worksheet, first_col, last_col, width, format))
LATE(xlsxwriter_library, lxw_error, worksheet_write_number,
  (lxw_worksheet *worksheet, lxw_row_t row, lxw_col_t col, double number, lxw_format *format),
  (worksheet, row, col, number, format))
LATE(xlsxwriter_library, lxw_error, worksheet_write_string,
  (lxw_worksheet *worksheet, lxw_row_t row, lxw_col_t col, const char *string, lxw_format *format),
  (worksheet, row, col, string, format))
LATE(xlsxwriter_library, lxw_error, worksheet_write_url,
  (lxw_worksheet *worksheet, lxw_row_t row, lxw_col_t col, const char *url, lxw_format *format),
  (worksheet, row, col, url, format))
