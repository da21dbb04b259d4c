#pragma once
/* zlib as it is; the reader calls inflateInit2_ itself because inflateInit2 is a macro. */
#include <zlib.h>
