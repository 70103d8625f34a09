#ifndef LATE_FUNCTION_H
#define LATE_FUNCTION_H

#include <stdatomic.h>
#include <stdbool.h>

/* A shared library, by the names of its files, the best first; a null pointer ends them. */
typedef struct {
  const char *const *names;
  _Atomic(void *) handle;
} late_library;

bool late_library_load(late_library *library);

/* Ends the process with a message where the library has no such function: its version is another than the one built for. */
void *late_function(late_library *library, const char *name);

/* Defines a function of the library: the first call looks its own up, each hands on to it. The library's header checks the types. */
#define LATE(library, type, name, parameters, arguments) \
  type name parameters { \
    static _Atomic(void *) own; \
    void *function = atomic_load_explicit(&own, memory_order_acquire); \
    if (!function) { \
      function = late_function(&library, #name); \
      atomic_store_explicit(&own, function, memory_order_release); \
    } \
    return ((__typeof__(&name))function) arguments; \
  }

#endif
