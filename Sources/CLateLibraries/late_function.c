#include "late_function.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

bool late_library_load(late_library *library) {
  if (atomic_load(&library->handle)) return true;
  for (const char *const *name = library->names; *name; name++) {
    /* Two threads may both load it; the loader counts, and gives the same handle. */
    void *handle = dlopen(*name, RTLD_LAZY | RTLD_LOCAL);
    if (!handle) continue;
    atomic_store(&library->handle, handle);
    return true;
  }
  return false;
}

void *late_function(late_library *library, const char *name) {
  void *function = late_library_load(library) ? dlsym(atomic_load(&library->handle), name) : NULL;
  if (function) return function;
  fprintf(stderr, "error: %s has no function %s; it is another version than the one built for\n", library->names[0], name);
  exit(1);
}
