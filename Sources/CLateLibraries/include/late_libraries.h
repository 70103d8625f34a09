#ifndef LATE_LIBRARIES_H
#define LATE_LIBRARIES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

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
bool late_library_rsvg(void);

/*
 A picture in SVG; NULL where it is damaged. `problem` is then a text of at most `room` bytes.
 Its size is in CSS pixels; false where it says none. It is drawn into that box of a context of cairo.
*/
void *late_svg_open(const uint8_t *bytes, size_t count, char *problem, size_t room);
bool late_svg_size(void *picture, double *width, double *height);
bool late_svg_draw(void *picture, void *cairo, double width, double height, char *problem, size_t room);
void late_svg_close(void *picture);

#endif
