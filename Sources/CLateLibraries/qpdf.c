#include "late_function.h"
#include "late_libraries.h"

#include <qpdf/qpdf-c.h>

/* The file of the build's own headers first, then the one that an installed program finds. */
static const char *const names[] = {"libqpdf.so", "libqpdf.so.29", 0};
static late_library qpdf_library = {names, 0};

bool late_library_qpdf(void) { return late_library_load(&qpdf_library); }

LATE(qpdf_library, void, qpdf_cleanup, (qpdf_data *qpdf), (qpdf))
LATE(qpdf_library, qpdf_error, qpdf_get_error, (qpdf_data qpdf), (qpdf))
LATE(qpdf_library, const char *, qpdf_get_error_full_text, (qpdf_data q, qpdf_error e), (q, e))
LATE(qpdf_library, int, qpdf_get_num_pages, (qpdf_data qpdf), (qpdf))
LATE(qpdf_library, qpdf_oh, qpdf_get_object_by_id, (qpdf_data qpdf, int objid, int generation), (qpdf, objid, generation))
LATE(qpdf_library, qpdf_oh, qpdf_get_page_n, (qpdf_data qpdf, size_t zero_based_index), (qpdf, zero_based_index))
LATE(qpdf_library, qpdf_oh, qpdf_get_root, (qpdf_data qpdf), (qpdf))
LATE(qpdf_library, qpdf_oh, qpdf_get_trailer, (qpdf_data qpdf), (qpdf))
LATE(qpdf_library, QPDF_BOOL, qpdf_has_error, (qpdf_data qpdf), (qpdf))
LATE(qpdf_library, qpdf_data, qpdf_init, (void), ())
LATE(qpdf_library, void, qpdf_oh_begin_dict_key_iter, (qpdf_data qpdf, qpdf_oh dict), (qpdf, dict))
LATE(qpdf_library, QPDF_BOOL, qpdf_oh_dict_more_keys, (qpdf_data qpdf), (qpdf))
LATE(qpdf_library, const char *, qpdf_oh_dict_next_key, (qpdf_data qpdf), (qpdf))
LATE(qpdf_library, qpdf_oh, qpdf_oh_get_array_item, (qpdf_data qpdf, qpdf_oh oh, int n), (qpdf, oh, n))
LATE(qpdf_library, int, qpdf_oh_get_array_n_items, (qpdf_data qpdf, qpdf_oh oh), (qpdf, oh))
LATE(qpdf_library, qpdf_oh, qpdf_oh_get_dict, (qpdf_data qpdf, qpdf_oh oh), (qpdf, oh))
LATE(qpdf_library, qpdf_oh, qpdf_oh_get_key_if_dict, (qpdf_data qpdf, qpdf_oh oh, const char *key), (qpdf, oh, key))
LATE(qpdf_library, const char *, qpdf_oh_get_name, (qpdf_data qpdf, qpdf_oh oh), (qpdf, oh))
LATE(qpdf_library, int, qpdf_oh_get_object_id, (qpdf_data qpdf, qpdf_oh oh), (qpdf, oh))
LATE(qpdf_library, QPDF_ERROR_CODE, qpdf_oh_get_page_content_data, (qpdf_data qpdf, qpdf_oh page_oh, unsigned char **bufp, size_t *len),
  (qpdf, page_oh, bufp, len))
LATE(qpdf_library, QPDF_ERROR_CODE, qpdf_oh_get_stream_data,
  (qpdf_data qpdf, qpdf_oh stream_oh, enum qpdf_stream_decode_level_e decode_level, QPDF_BOOL *filtered, unsigned char **bufp, size_t *len),
  (qpdf, stream_oh, decode_level, filtered, bufp, len))
LATE(qpdf_library, const char *, qpdf_oh_get_utf8_value, (qpdf_data qpdf, qpdf_oh oh), (qpdf, oh))
LATE(qpdf_library, QPDF_BOOL, qpdf_oh_get_value_as_longlong, (qpdf_data qpdf, qpdf_oh oh, long long *value), (qpdf, oh, value))
LATE(qpdf_library, QPDF_BOOL, qpdf_oh_has_key, (qpdf_data qpdf, qpdf_oh oh, const char *key), (qpdf, oh, key))
LATE(qpdf_library, QPDF_BOOL, qpdf_oh_is_array, (qpdf_data qpdf, qpdf_oh oh), (qpdf, oh))
LATE(qpdf_library, QPDF_BOOL, qpdf_oh_is_dictionary, (qpdf_data qpdf, qpdf_oh oh), (qpdf, oh))
LATE(qpdf_library, QPDF_BOOL, qpdf_oh_is_indirect, (qpdf_data qpdf, qpdf_oh oh), (qpdf, oh))
LATE(qpdf_library, QPDF_BOOL, qpdf_oh_is_name, (qpdf_data qpdf, qpdf_oh oh), (qpdf, oh))
LATE(qpdf_library, QPDF_BOOL, qpdf_oh_is_name_and_equals, (qpdf_data qpdf, qpdf_oh oh, const char *name), (qpdf, oh, name))
LATE(qpdf_library, QPDF_BOOL, qpdf_oh_is_stream, (qpdf_data qpdf, qpdf_oh oh), (qpdf, oh))
LATE(qpdf_library, QPDF_BOOL, qpdf_oh_is_string, (qpdf_data qpdf, qpdf_oh oh), (qpdf, oh))
LATE(qpdf_library, const char *, qpdf_oh_unparse_resolved, (qpdf_data qpdf, qpdf_oh oh), (qpdf, oh))
LATE(qpdf_library, void, qpdf_oh_release_all, (qpdf_data qpdf), (qpdf))
LATE(qpdf_library, QPDF_ERROR_CODE, qpdf_read_memory,
  (qpdf_data qpdf, const char *description, const char *buffer, unsigned long long size, const char *password),
  (qpdf, description, buffer, size, password))
LATE(qpdf_library, void, qpdf_set_suppress_warnings, (qpdf_data qpdf, QPDF_BOOL value), (qpdf, value))
LATE(qpdf_library, void, qpdf_silence_errors, (qpdf_data qpdf), (qpdf))
