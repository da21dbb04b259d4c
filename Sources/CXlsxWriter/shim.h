#pragma once
/* libxlsxwriter 1.1.4 as it is: Swift can call everything that Workbooks needs. */
#include <xlsxwriter.h>
