#include <libxml/xmlversion.h>
/* Foundation brings an ICU of its own, and libxml2's encoding.h would include the system's. Nothing of it is used. */
#undef LIBXML_ICU_ENABLED
#include <libxml/xmlreader.h>
