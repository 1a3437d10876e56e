// SPDX-License-Identifier: Apache-2.0
#include "answers/declared_for.hpp"
#include "answers/fields.hpp"

namespace bes::answers {

std::vector<Declaration> databaseAnswers(System system) {
    return {
        {{.name = "database.backend",
          .placeholder = "KIND",
          .help = "Database system of the BlackBerry Configuration Database.",
          .example = "sqlite",
          .choices = {"sqlite", "postgresql", "sqlserver"}},
         text([](auto& r) -> auto& { return r.database.backend; })},
        {{.name = "database.location",
          .placeholder = "FILE",
          .help = "With sqlite: the path of the database's file.",
          .example = textFor(system, "/srv/bes/BESMgmt.db", "C:/BES/BESMgmt.db"),
          .required = true,
          .onlyWith = {"sqlite"}},
         path([](auto& r) -> auto& { return r.database.location; })},
        {{.name = "database.server",
          .placeholder = "HOST",
          .help = textFor(
              system,
              "The name of the server, as in its certificate. With postgresql also the folder of the "
              "socket of a server on this computer (/run/postgresql); with sqlserver also SERVER,PORT or "
              "SERVER\\INSTANCE.",
              "The name of the server, as in its certificate. With sqlserver also SERVER,PORT or "
              "SERVER\\INSTANCE."),
          .example = "db.example.com",
          .required = true,
          .onlyWith = {"postgresql", "sqlserver"}},
         text([](auto& r) -> auto& { return r.database.server; })},
        {{.name = "database.partner",
          .placeholder = "HOST",
          .help =
              "With sqlserver: the failover partner, written as the server. Setup tries it where the server "
              "does not answer or has the database only as a mirror.",
          .example = "db2.example.com",
          .onlyWith = {"sqlserver"}},
         text([](auto& r) -> auto& { return r.database.partner; })},
        {{.name = "database.port",
          .placeholder = "NUMBER",
          .help = "With postgresql: the port of the server.",
          .example = "5432",
          .onlyWith = {"postgresql"}},
         number([](auto& r) -> auto& { return r.database.port; }, 1, 65535)},
        {{.name = "database.name",
          .placeholder = "NAME",
          .help = "The name of the database on the server.",
          .example = "BESMgmt",
          .required = true,
          .onlyWith = {"postgresql", "sqlserver"}},
         text([](auto& r) -> auto& { return r.database.name; })},
        {{.name = "database.user",
          .placeholder = "NAME",
          .help = "The account on the server. With sqlserver also DOMAIN\\user. Not needed with sqlite.",
          .example = "besadmin",
          .required = true,
          .unless = "database.integrated",
          .onlyWith = {"postgresql", "sqlserver"}},
         text([](auto& r) -> auto& { return r.database.user; })},
        {{.name = "database.integrated",
          .help =
              std::string(
                  "With sqlserver: log in by Kerberos as the account that setup runs as, without user and "
                  "password.") +
              textFor(system, " It needs a ticket (kinit).", ""),
          .example = "no",
          .onlyWith = {"sqlserver"}},
         yesOrNo([](auto& r) -> auto& { return r.database.integrated; })},
        {{.name = "database.password",
          .placeholder = "SECRET",
          .help = "The user's password: file:PATH (one line, readable by its owner only), env:NAME, "
                  "sealed:TEXT from 'answers seal' or, on Windows, dpapi:TEXT from there too. Not needed "
                  "with sqlite, or if the server requires none.",
          .example = textFor(system, "file:/root/bes-database-password", "file:C:/BES/bes-database-password"),
          .secret = true},
         text([](auto& r) -> auto& { return r.database.password.text; })},
        {{.name = "database.tls",
          .placeholder = "DEMAND",
          .help =
              std::string(
                  "Required protection of the connection. verify-full: encrypted, server "
                  "identity verified by certificate and name; verify-ca: the name is not compared; require: "
                  "encrypted, server identity not verified; require-tls1.0: the same, with sqlserver also by "
                  "TLS 1.0 of old "
                  "servers; off: not encrypted.") +
              textFor(system, " A socket is never encrypted.", ""),
          .example = "verify-full",
          .choices = {"verify-full", "verify-ca", "require", "require-tls1.0", "off"},
          .onlyWith = {"postgresql", "sqlserver"}},
         text([](auto& r) -> auto& { return r.database.tls; })},
        {{.name = "database.ca-file",
          .placeholder = "FILE",
          .help = "File with the CA certificates that can sign the server's certificate. "
                  "Without it: those that this computer trusts.",
          .example = textFor(system, "/etc/ssl/certs/acme-ca.pem", "C:/BES/acme-ca.pem"),
          .onlyWith = {"postgresql", "sqlserver"}},
         path([](auto& r) -> auto& { return r.database.caFile; })},
    };
}

} // namespace bes::answers
