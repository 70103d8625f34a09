#include "late_function.h"
#include "late_libraries.h"

#include <stdint.h>
#include <stdio.h>

/*
 What is used of librsvg 2.52 and later, and of the GLib that it brings. Their headers need compiler flags of pkg-config, with which SwiftPM
 would link the library too.
*/
typedef struct { uint32_t domain; int code; char *message; } GError;
typedef struct { double length; int unit; } RsvgLength;
typedef struct { double x, y, width, height; } RsvgRectangle;
typedef struct _RsvgHandle RsvgHandle;
typedef struct _cairo cairo_t;

RsvgHandle *rsvg_handle_new_from_data(const uint8_t *, size_t, GError **);
void rsvg_handle_set_dpi(RsvgHandle *, double);
int rsvg_handle_get_intrinsic_size_in_pixels(RsvgHandle *, double *, double *);
void rsvg_handle_get_intrinsic_dimensions(RsvgHandle *, int *, RsvgLength *, int *, RsvgLength *, int *, RsvgRectangle *);
int rsvg_handle_render_document(RsvgHandle *, cairo_t *, const RsvgRectangle *, GError **);
void g_object_unref(void *);
void g_error_free(GError *);

static const char *const names[] = {"librsvg-2.so", "librsvg-2.so.2", 0};
static late_library rsvg_library = {names, 0};

bool late_library_rsvg(void) { return late_library_load(&rsvg_library); }

LATE(rsvg_library, RsvgHandle *, rsvg_handle_new_from_data, (const uint8_t *a, size_t b, GError **c), (a, b, c))
LATE(rsvg_library, void, rsvg_handle_set_dpi, (RsvgHandle *a, double b), (a, b))
LATE(rsvg_library, int, rsvg_handle_get_intrinsic_size_in_pixels, (RsvgHandle *a, double *b, double *c), (a, b, c))
LATE(
  rsvg_library, void, rsvg_handle_get_intrinsic_dimensions,
  (RsvgHandle *a, int *b, RsvgLength *c, int *d, RsvgLength *e, int *f, RsvgRectangle *g), (a, b, c, d, e, f, g))
LATE(rsvg_library, int, rsvg_handle_render_document, (RsvgHandle *a, cairo_t *b, const RsvgRectangle *c, GError **d), (a, b, c, d))
LATE(rsvg_library, void, g_object_unref, (void *a), (a))
LATE(rsvg_library, void, g_error_free, (GError *a), (a))

static void tell(GError *error, char *problem, size_t room) {
  snprintf(problem, room, "%s", error && error->message ? error->message : "it cannot be read");
  if (error) g_error_free(error);
}

void *late_svg_open(const uint8_t *bytes, size_t count, char *problem, size_t room) {
  GError *error = NULL;
  /* Without an address of its own the picture reads no other file. */
  RsvgHandle *handle = rsvg_handle_new_from_data(bytes, count, &error);
  if (!handle) {
    tell(error, problem, room);
    return NULL;
  }
  /* An inch of CSS has 96 pixels; librsvg takes 90 for it. */
  rsvg_handle_set_dpi(handle, 96);
  return handle;
}

bool late_svg_size(void *picture, double *width, double *height) {
  if (rsvg_handle_get_intrinsic_size_in_pixels(picture, width, height)) return true;
  int has_width, has_height, has_box;
  RsvgLength given_width, given_height;
  RsvgRectangle box;
  rsvg_handle_get_intrinsic_dimensions(picture, &has_width, &given_width, &has_height, &given_height, &has_box, &box);
  if (!has_box) return false;
  *width = box.width;
  *height = box.height;
  return true;
}

bool late_svg_draw(void *picture, void *cairo, double width, double height, char *problem, size_t room) {
  GError *error = NULL;
  RsvgRectangle place = {0, 0, width, height};
  if (rsvg_handle_render_document(picture, cairo, &place, &error)) return true;
  tell(error, problem, room);
  return false;
}

void late_svg_close(void *picture) { g_object_unref(picture); }
