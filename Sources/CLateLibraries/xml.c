#include "late_function.h"
#include "late_libraries.h"

#include "../CXML/shim.h"

/* The file of the build's own headers first, then the one that an installed program finds. */
static const char *const names[] = {"libxml2.so", "libxml2.so.2", 0};
static late_library xml_library = {names, 0};

bool late_library_xml(void) { return late_library_load(&xml_library); }

LATE(xml_library, void, xmlFreeTextReader, (xmlTextReaderPtr reader), (reader))
LATE(xml_library, xmlTextReaderPtr, xmlReaderForMemory,
  (const char *buffer, int size, const char *URL, const char *encoding, int options),
  (buffer, size, URL, encoding, options))
LATE(xml_library, const xmlChar *, xmlTextReaderConstLocalName, (xmlTextReaderPtr reader), (reader))
LATE(xml_library, const xmlChar *, xmlTextReaderConstValue, (xmlTextReaderPtr reader), (reader))
LATE(xml_library, int, xmlTextReaderGetParserLineNumber, (xmlTextReaderPtr reader), (reader))
LATE(xml_library, int, xmlTextReaderIsEmptyElement, (xmlTextReaderPtr reader), (reader))
LATE(xml_library, int, xmlTextReaderMoveToElement, (xmlTextReaderPtr reader), (reader))
LATE(xml_library, int, xmlTextReaderMoveToFirstAttribute, (xmlTextReaderPtr reader), (reader))
LATE(xml_library, int, xmlTextReaderMoveToNextAttribute, (xmlTextReaderPtr reader), (reader))
LATE(xml_library, int, xmlTextReaderNodeType, (xmlTextReaderPtr reader), (reader))
LATE(xml_library, int, xmlTextReaderRead, (xmlTextReaderPtr reader), (reader))
