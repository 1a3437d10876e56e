# SPDX-License-Identifier: Apache-2.0
"""Runs setup's statements for SQL Server on a SQLite file, which has the same tables and rules.

It knows the statements that setup says in T-SQL by their looks, and hands all others on as they are: they are written so that
every system takes them. Errors of SQLite become the errors by which SQL Server says the same.
"""

import pathlib
import re
import sqlite3

SCHEMA = pathlib.Path(__file__).resolve().parents[3] / "resources/schema/sqlite"
LOCK = re.compile(r"^DECLARE @got int; EXEC @got = sp_getapplock.*@LockMode = N'(\w+)'", re.S)
EXISTS = "SELECT count(*) FROM sqlite_schema WHERE "
ANSWERS = [
    (re.compile(r"^SELECT SCHEMA_NAME\(\)$"), "SELECT 'dbo'"),
    (re.compile(r"^SELECT count\(\*\) FROM sys\.tables WHERE .*name = @P1$"), EXISTS + "type = 'table' AND name = @P1"),
    (re.compile(r"^SELECT count\(\*\) FROM sys\.objects "), EXISTS + "1"),
    (re.compile(r"HAS_PERMS_BY_NAME"), "SELECT '' WHERE 0"),
]
NOT_UNIQUE = re.compile(r"UNIQUE constraint failed: (\w+)\.(\w+)")
EMPTY = re.compile(r"NOT NULL constraint failed: (\w+)\.(\w+)")


def told(problem):
    """Numbers and words of SQL Server for an error of SQLite."""
    words = str(problem)
    if isinstance(problem, sqlite3.OperationalError):
        return [(1222, "Lock request time out period exceeded.")] if "locked" in words else [(102, "Incorrect syntax: " + words)]
    if found := NOT_UNIQUE.search(words):
        return [(2627, f"Violation of UNIQUE KEY constraint 'UQ_{found[1]}_{found[2]}'. Cannot insert duplicate key in object "
                       f"'dbo.{found[1]}'. The duplicate key value is (x)."), (3621, "The statement has been terminated.")]
    if found := EMPTY.search(words):
        return [(515, f"Cannot insert the value NULL into column '{found[2]}', table 'BESMgmt.dbo.{found[1]}'; column does not "
                      "allow nulls. INSERT fails.")]
    if "constraint failed" in words:
        return [(547, 'The statement conflicted with the constraint "CK". The conflict occurred in database "BESMgmt", '
                      'table "dbo.BESPair".')]
    return [(50000, "bes: " + words), (3609, "The transaction ended in the trigger. The batch has been aborted.")]


class Refused(Exception):
    def __init__(self, errors):
        super().__init__(errors)
        self.errors = errors


class SqliteBehind:
    """What one connection to the server works on."""

    def __init__(self, path):
        self.sql = sqlite3.connect(path, isolation_level=None, timeout=15, check_same_thread=False)
        self.sql.execute("PRAGMA foreign_keys = ON")

    def close(self):
        self.sql.close()

    def run(self, statement, parameters):
        """Names of columns, rows and the number of changed rows; Refused."""
        try:
            return self._run(statement.strip(), parameters)
        except sqlite3.Error as problem:
            if self.sql.in_transaction:
                self.sql.execute("ROLLBACK")
            raise Refused(told(problem)) from None

    def _run(self, statement, parameters):
        if statement.startswith("SET "):
            return [], [], None
        if statement == "IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION":
            return self._run("ROLLBACK TRANSACTION", {}) if self.sql.in_transaction else ([], [], None)
        if statement == "COMMIT TRANSACTION" and not self.sql.in_transaction:
            raise Refused([(3902, "The COMMIT TRANSACTION request has no corresponding BEGIN TRANSACTION.")])
        if found := LOCK.search(statement):
            if found[1] == "Exclusive":
                self.sql.execute("ROLLBACK")
                self.sql.execute("BEGIN IMMEDIATE")
            return ["got"], [(0,)], None
        if "CREATE TABLE dbo.SchemaVersion" in statement:
            self._make_tables()
            return [], [], None
        if "dbo." in statement or statement.startswith("--"):
            return [], [], None  # the rest of the script
        for looks, instead in ANSWERS:
            if looks.search(statement):
                statement = instead
        cursor = self.sql.execute(statement, parameters)
        if cursor.description is None:
            return [], [], cursor.rowcount if cursor.rowcount >= 0 else None
        return [column[0] for column in cursor.description], cursor.fetchall(), None

    def _make_tables(self):
        for script in sorted(SCHEMA.glob("*.sql")):
            part = ""
            for line in script.read_text(encoding="utf-8").splitlines(keepends=True):
                part += line
                if sqlite3.complete_statement(part):  # executescript() would end the transaction
                    self.sql.execute(part)
                    part = ""
