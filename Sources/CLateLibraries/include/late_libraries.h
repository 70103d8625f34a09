#ifndef LATE_LIBRARIES_H
#define LATE_LIBRARIES_H

#include <stdbool.h>

/*
 Libraries that most runs never call are loaded when they are first needed: to load and relocate them, with those they need
 themselves, takes a third of the time that the program needs to start.

 Each of these loads its library. Call it before the library's functions, which are this module's until then and hand on to the
 library's own. False: the library is not installed.
*/
bool late_library_qpdf(void);
bool late_library_xml(void);
bool late_library_zip(void);
bool late_library_xlsxwriter(void);

#endif
