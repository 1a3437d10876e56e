// SPDX-License-Identifier: Apache-2.0
#pragma once

// The headers of ODBC, which on Windows want the system's own types before them.
#ifdef _WIN32
#include <windows.h>
#endif

#include <sql.h>
#include <sqlext.h>
#include <sqlucode.h>
