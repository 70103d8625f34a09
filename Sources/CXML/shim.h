/* The text reader of libxml2, whose binary interface has not changed since 2.6. Declared here, because the library's own headers lie
   beside the compiler's paths and lead on to the system's ICU, and Foundation brings another. */
#ifndef CXML_H
#define CXML_H

typedef struct _xmlTextReader *xmlTextReaderPtr;
typedef unsigned char xmlChar;

enum {
  XML_PARSE_NOERROR = 1 << 5,
  XML_PARSE_NOWARNING = 1 << 6,
  XML_PARSE_NONET = 1 << 11,
  XML_PARSE_NOCDATA = 1 << 14,
  XML_PARSE_COMPACT = 1 << 16
};

xmlTextReaderPtr xmlReaderForMemory(const char *buffer, int size, const char *url, const char *encoding, int options);
void xmlFreeTextReader(xmlTextReaderPtr reader);

int xmlTextReaderRead(xmlTextReaderPtr reader);
int xmlTextReaderNodeType(xmlTextReaderPtr reader);
int xmlTextReaderIsEmptyElement(xmlTextReaderPtr reader);
int xmlTextReaderGetParserLineNumber(xmlTextReaderPtr reader);
const xmlChar *xmlTextReaderConstLocalName(xmlTextReaderPtr reader);
const xmlChar *xmlTextReaderConstValue(xmlTextReaderPtr reader);

int xmlTextReaderMoveToFirstAttribute(xmlTextReaderPtr reader);
int xmlTextReaderMoveToNextAttribute(xmlTextReaderPtr reader);
int xmlTextReaderMoveToElement(xmlTextReaderPtr reader);

#endif
