#pragma once
/* libxlsxwriter 1.1.4 as it is: Swift can call everything that Workbooks needs. */
#include <xlsxwriter.h>

/* The system shows this function with GNU's extensions only, which Swift does not ask for; see Sealing/QuietThread.swift. */
extern int unshare(int flags);
enum { XLSX_OWN_DESCRIPTORS = 0x400 /* CLONE_FILES */ };
