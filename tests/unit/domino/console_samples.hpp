// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

// What a console writes, by domino.md §3.4 and §3.5; where column widths are not documented, as wide as the
// names are.

inline const std::string shownCluster = "Cluster information:\n"
                                        " Cluster name: Acme Mail, Server name: Mail01/Acme\n"
                                        " Server cluster probe timeout: 1 minute(s)\n"
                                        " Server cluster probe count: 53\n"
                                        " Server cluster default port: *\n"
                                        " Server availability threshold: 0\n"
                                        " Server availability index: 97 (state: AVAILABLE)\n"
                                        " Server availability default minimum transaction time: 3000\n"
                                        " Cluster members (2):\n"
                                        "\tServer: Mail01/Acme, availability index: 97\n"
                                        "\tServer: Mail11/Acme, availability index: 100\n";

/// Of another release, out of a log.
inline const std::string loggedCluster =
    "[0A1C:0002-0F30] 11/22/2026 10:00:00 AM  Cluster Information\r\n"
    "[0A1C:0002-0F30] 11/22/2026 10:00:00 AM  Cluster name: Acme Mail, Server name: Mail01/Acme\r\n"
    "[0A1C:0002-0F30] 11/22/2026 10:00:00 AM  Server cluster probe timeout: 1 minute(s)\r\n"
    "[0A1C:0002-0F30] 11/22/2026 10:00:00 AM  Server availability index: 0 (state: RESTRICTED)\r\n"
    "[0A1C:0002-0F30] 11/22/2026 10:00:00 AM  Cluster members (2)...\r\n"
    "[0A1C:0002-0F30] 11/22/2026 10:00:00 AM  server: Mail01/Acme, availability: RESTRICTED\r\n"
    "[0A1C:0002-0F30] 11/22/2026 10:00:00 AM  server: Mail11/Acme, availability: The server is not "
    "responding, try later\r\n";

/// Labels as a localised server may have them: only the structure is the same.
inline const std::string translatedCluster =
    "22.11.2026 10:00:00   Clusterinformationen:\n"
    "22.11.2026 10:00:00    Clustername: Acme Mail, Servername: Mail01/Acme\n"
    "22.11.2026 10:00:00    Zeitlimit: 1 Minute(n)\n"
    "22.11.2026 10:00:00    Verfügbarkeitsindex: 97 (Status: VERFÜGBAR)\n"
    "22.11.2026 10:00:00    Clustermitglieder (2):\n"
    "22.11.2026 10:00:00   \tRechner: Mail01/Acme, Verfügbarkeitsindex: 97\n"
    "22.11.2026 10:00:00   \tRechner: Mail11/Acme, Verfügbarkeit: NICHT ERREICHBAR\n";

inline const std::string tasksHead =
    "Lotus Domino (r) Server (Release 8.5.3 for Windows/32) 22.11.2026 10:00:01\r\n\r\n"
    "Server name:            Mail01/Acme - Mail of the north\r\n"
    "Server directory:       C:\\Lotus\\Domino\\data\r\n"
    "Elapsed time:           12 days 03:14:15\r\n\r\n"
    "  Task                 Description\r\n\r\n";

inline const std::string shownTasks = tasksHead + "  Database Server      Perform console commands\r\n"
                                                  "  Database Server      Cluster Manager is idle\r\n"
                                                  "  Router               Idle\r\n"
                                                  "  Cluster Replicator   Idle\r\n"
                                                  "  Cluster Directory    Idle\r\n"
                                                  "  Admin Process        Idle\r\n";
