// SPDX-License-Identifier: Apache-2.0
// For a system that the client library of PostgreSQL is not built for: it says that it is no version, by
// which Backend::find() refuses PostgreSQL, and nothing else of it is ever called.
#include <libpq-fe.h>

extern "C" {
void PQclear(PGresult*) {
}
char* PQcmdTuples(PGresult*) {
    return nullptr;
}
PostgresPollingStatusType PQconnectPoll(PGconn*) {
    return {};
}
PGconn* PQconnectStart(const char*) {
    return nullptr;
}
int PQconnectionNeedsPassword(const PGconn*) {
    return 0;
}
char* PQerrorMessage(const PGconn*) {
    return nullptr;
}
PGresult* PQexec(PGconn*, const char*) {
    return nullptr;
}
PGresult* PQexecParams(PGconn*, const char*, int, const Oid*, const char* const*, const int*, const int*,
                       int) {
    return nullptr;
}
PGresult* PQexecPrepared(PGconn*, const char*, int, const char* const*, const int*, const int*, int) {
    return nullptr;
}
int PQfformat(const PGresult*, int) {
    return 0;
}
void PQfinish(PGconn*) {
}
char* PQfname(const PGresult*, int) {
    return nullptr;
}
int PQfsize(const PGresult*, int) {
    return 0;
}
Oid PQftype(const PGresult*, int) {
    return 0;
}
PGresult* PQgetResult(PGconn*) {
    return nullptr;
}
int PQgetisnull(const PGresult*, int, int) {
    return 0;
}
char* PQgetvalue(const PGresult*, int, int) {
    return nullptr;
}
int PQlibVersion() {
    return 0;
}
int PQnfields(const PGresult*) {
    return 0;
}
int PQntuples(const PGresult*) {
    return 0;
}
PGresult* PQprepare(PGconn*, const char*, const char*, int, const Oid*) {
    return nullptr;
}
char* PQresultErrorField(const PGresult*, int) {
    return nullptr;
}
char* PQresultErrorMessage(const PGresult*) {
    return nullptr;
}
ExecStatusType PQresultStatus(const PGresult*) {
    return {};
}
int PQsendPrepare(PGconn*, const char*, const char*, int, const Oid*) {
    return 0;
}
int PQsendQuery(PGconn*, const char*) {
    return 0;
}
int PQsendQueryParams(PGconn*, const char*, int, const Oid*, const char* const*, const int*, const int*,
                      int) {
    return 0;
}
int PQsendQueryPrepared(PGconn*, const char*, int, const char* const*, const int*, const int*, int) {
    return 0;
}
int PQserverVersion(const PGconn*) {
    return 0;
}
PGVerbosity PQsetErrorVerbosity(PGconn*, PGVerbosity) {
    return {};
}
PQnoticeReceiver PQsetNoticeReceiver(PGconn*, PQnoticeReceiver, void*) {
    return nullptr;
}
int PQsetSingleRowMode(PGconn*) {
    return 0;
}
int PQsocket(const PGconn*) {
    return 0;
}
ConnStatusType PQstatus(const PGconn*) {
    return {};
}
int lo_close(PGconn*, int) {
    return 0;
}
int lo_lseek(PGconn*, int, int, int) {
    return 0;
}
int lo_open(PGconn*, Oid, int) {
    return 0;
}
int lo_read(PGconn*, int, char*, size_t) {
    return 0;
}
int lo_write(PGconn*, int, const char*, size_t) {
    return 0;
}
}
