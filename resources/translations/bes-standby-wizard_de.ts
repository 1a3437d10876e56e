<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>Answers</name>
    <message>
        <source>must be an absolute path, such as /opt/bes-standby</source>
        <translation>muss ein absoluter Pfad sein, zum Beispiel /opt/bes-standby</translation>
    </message>
    <message>
        <source>must be a folder of its own</source>
        <translation>muss ein eigener Ordner sein</translation>
    </message>
    <message>
        <source>must be the name of a system account: up to 31 of a-z, 0-9, &apos;_&apos; and &apos;-&apos;, with a letter or &apos;_&apos; first</source>
        <translation>muss der Name eines Systemkontos sein: höchstens 31 Zeichen aus a-z, 0-9, „_“ und „-“, am Anfang ein Buchstabe oder „_“</translation>
    </message>
    <message>
        <source>must not be root: the services don&apos;t need its permissions</source>
        <translation>darf nicht root sein: Die Dienste brauchen dessen Berechtigungen nicht</translation>
    </message>
    <message>
        <source>contains a control character</source>
        <translation>enthält ein Steuerzeichen</translation>
    </message>
</context>
<context>
    <name>ChecksPage</name>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>&amp;Check again</source>
        <translation>Erneut prü&amp;fen</translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation>Was zu tun ist: %1</translation>
    </message>
    <message>
        <source>Page for a browser (*.html)</source>
        <translation>Seite für einen Browser (*.html)</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>The report is in the clipboard</source>
        <translation>Der Bericht ist in der Zwischenablage</translation>
    </message>
    <message>
        <source>Check &amp;this again</source>
        <translation>Diese erneut &amp;prüfen</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Überprüfung</translation>
    </message>
    <message>
        <source>The results of the checks, and what will be done. Nothing has been changed so far.</source>
        <translation>Die Ergebnisse der Prüfungen, und was getan wird. Bisher wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Resolve all blockers to continue</source>
        <translation>Beheben Sie alle Hindernisse, um fortzufahren</translation>
    </message>
    <message>
        <source>Ready to continue</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>&amp;Go to: %1</source>
        <translation>&amp;Gehe zu: %1</translation>
    </message>
    <message>
        <source>Accept what could not be verified</source>
        <translation>Annehmen, was nicht geprüft werden konnte</translation>
    </message>
    <message>
        <source>Sa&amp;ve report…</source>
        <translation>Bericht spei&amp;chern…</translation>
    </message>
    <message>
        <source>Cop&amp;y report</source>
        <translation>Bericht &amp;kopieren</translation>
    </message>
    <message>
        <source>Ready to install</source>
        <translation>Bereit zur Installation</translation>
    </message>
    <message>
        <source>&amp;Go to the step</source>
        <translation>&amp;Gehe zum Schritt</translation>
    </message>
    <message>
        <source>A package of the media is damaged</source>
        <translation>Ein Paket des Mediums ist beschädigt</translation>
    </message>
    <message>
        <source>What to do: Copy the media again, then check again.</source>
        <translation>Was zu tun ist: Kopieren Sie das Medium erneut, und prüfen Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>The packages are being read: %1 %</source>
        <translation>Die Pakete werden gelesen: %1 %</translation>
    </message>
    <message>
        <source>The command is in the clipboard</source>
        <translation>Der Befehl ist in der Zwischenablage</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>Befehl kopieren</translation>
    </message>
</context>
<context>
    <name>ClusterPicture</name>
    <message>
        <source>available</source>
        <translation>verfügbar</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>ausgelastet</translation>
    </message>
    <message>
        <source>restricted</source>
        <translation>eingeschränkt</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>in no cluster</source>
        <translation>in keinem Cluster</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>, of the primary</source>
        <translation>, des Primärservers</translation>
    </message>
    <message>
        <source>, of this computer</source>
        <translation>, dieses Computers</translation>
    </message>
    <message>
        <source>Cluster unknown</source>
        <translation>Cluster unbekannt</translation>
    </message>
    <message>
        <source>The Domino servers were not asked: %1</source>
        <translation>Die Domino-Server wurden nicht gefragt: %1</translation>
    </message>
    <message>
        <source>Domino cluster %1</source>
        <translation>Domino-Cluster %1</translation>
    </message>
</context>
<context>
    <name>Components</name>
    <message>
        <source>starts</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>waits for failover</source>
        <translation>wartet auf Failover</translation>
    </message>
    <message>
        <source>run by Domino</source>
        <translation>läuft in Domino</translation>
    </message>
    <message>
        <source>has no service</source>
        <translation>hat keinen Dienst</translation>
    </message>
    <message>
        <source>To fail over, a component must also be on the standby.</source>
        <translation>Für ein Failover muss eine Komponente auch auf dem Standby sein.</translation>
    </message>
    <message>
        <source>The primary does not have it, so it does not fail over.</source>
        <translation>Der Primärserver hat sie nicht, daher kein Failover.</translation>
    </message>
    <message>
        <source>%1 needs %2, which is chosen too.</source>
        <translation>%1 braucht %2; das ist mit ausgewählt.</translation>
    </message>
    <message>
        <source>%1 needs %2, which are chosen too.</source>
        <translation>%1 braucht %2; die sind mit ausgewählt.</translation>
    </message>
    <message>
        <source>%1 needs %2 and can&apos;t be without it.</source>
        <translation>%1 braucht %2 und kann nicht ohne sein.</translation>
    </message>
    <message>
        <source>%1 need %2 and can&apos;t be without it.</source>
        <translation>%1 brauchen %2 und können nicht ohne sein.</translation>
    </message>
    <message>
        <source>The media no longer has this component: remove it to continue.</source>
        <translation>Das Medium enthält diese Komponente nicht mehr: Entfernen Sie sie, um fortzufahren.</translation>
    </message>
</context>
<context>
    <name>ComponentsPage</name>
    <message>
        <source>Set of components</source>
        <translation>Satz von Komponenten</translation>
    </message>
    <message>
        <source>Same as the primary</source>
        <translation>Wie auf dem Primärserver</translation>
    </message>
    <message>
        <source>All that fail over</source>
        <translation>Alle mit Failover</translation>
    </message>
    <message>
        <source>&amp;Set:</source>
        <translation>&amp;Auswahl:</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Komponenten</translation>
    </message>
    <message>
        <source>Components of the standby</source>
        <translation>Komponenten des Standby-Servers</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Benutzerdefiniert</translation>
    </message>
    <message>
        <source>The installed components do not fit together in the new version. Add what is required, or remove what no longer exists.</source>
        <translation>Die installierten Komponenten passen in der neuen Version nicht zusammen. Fügen Sie hinzu, was nötig ist, oder entfernen Sie, was es nicht mehr gibt.</translation>
    </message>
    <message>
        <source>Add or remove components. A component that waits for failover is not started when it is added. A removed component goes with its services and files.</source>
        <translation>Fügen Sie Komponenten hinzu oder entfernen Sie welche. Eine Komponente, die auf das Failover wartet, wird dabei nicht gestartet. Mit einer Komponente werden ihre Dienste und Dateien entfernt.</translation>
    </message>
    <message>
        <source>To fail over, a component must also be on the standby. Components that wait for failover are installed, but not started.</source>
        <translation>Für ein Failover muss eine Komponente auch auf dem Standby-Server sein. Komponenten, die auf das Failover warten, werden installiert, aber nicht gestartet.</translation>
    </message>
    <message>
        <source>Requires %1.</source>
        <translation>Benötigt %1.</translation>
    </message>
</context>
<context>
    <name>DatabaseForm</name>
    <message>
        <source>SQLite: a file</source>
        <translation>SQLite: eine Datei</translation>
    </message>
    <message>
        <source>PostgreSQL: a server</source>
        <translation>PostgreSQL: ein Server</translation>
    </message>
    <message>
        <source>Encrypted; certificate and name are verified</source>
        <translation>Verschlüsselt; Zertifikat und Name werden geprüft</translation>
    </message>
    <message>
        <source>Encrypted; the certificate is verified, not its name</source>
        <translation>Verschlüsselt; das Zertifikat wird geprüft, nicht sein Name</translation>
    </message>
    <message>
        <source>Encrypted, server identity not verified</source>
        <translation>Verschlüsselt, Identität des Servers nicht geprüft</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>Nicht verschlüsselt</translation>
    </message>
    <message>
        <source>Is never saved</source>
        <translation>Wird nie gespeichert</translation>
    </message>
    <message>
        <source>The one that the answers refer to</source>
        <translation>Das, auf das die Antworten verweisen</translation>
    </message>
    <message>
        <source>Microsoft SQL Server</source>
        <translation>Microsoft SQL Server</translation>
    </message>
    <message>
        <source>Encrypted, also by old TLS 1.0; server identity not verified</source>
        <translation>Verschlüsselt, auch mit altem TLS 1.0; Identität des Servers nicht geprüft</translation>
    </message>
    <message>
        <source>SERVER, SERVER,PORT or SERVER\INSTANCE</source>
        <translation>SERVER, SERVER,PORT oder SERVER\INSTANZ</translation>
    </message>
    <message>
        <source>Name of the server, or folder of its socket</source>
        <translation>Name des Servers oder Ordner seines Sockets</translation>
    </message>
    <message>
        <source>Only for a mirrored database; written as the server</source>
        <translation>Nur bei gespiegelter Datenbank; Schreibweise wie beim Server</translation>
    </message>
    <message>
        <source>SQL login, or DOMAIN\user</source>
        <translation>SQL-Anmeldung oder DOMÄNE\Benutzer</translation>
    </message>
</context>
<context>
    <name>DatabasePage</name>
    <message>
        <source>Kind of database</source>
        <translation>Art der Datenbank</translation>
    </message>
    <message>
        <source>&amp;Kind:</source>
        <translation>&amp;Art:</translation>
    </message>
    <message>
        <source>&amp;File:</source>
        <translation>&amp;Datei:</translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation>Verbindung &amp;testen</translation>
    </message>
    <message>
        <source>File of the configuration database</source>
        <translation>Datei der Konfigurationsdatenbank</translation>
    </message>
    <message>
        <source>Port of the server</source>
        <translation>Port des Servers</translation>
    </message>
    <message>
        <source>&amp;Server:</source>
        <translation>&amp;Server:</translation>
    </message>
    <message>
        <source>&amp;Port:</source>
        <translation>&amp;Port:</translation>
    </message>
    <message>
        <source>&amp;Database:</source>
        <translation>Daten&amp;bank:</translation>
    </message>
    <message>
        <source>&amp;Account:</source>
        <translation>&amp;Konto:</translation>
    </message>
    <message>
        <source>Pass&amp;word:</source>
        <translation>K&amp;ennwort:</translation>
    </message>
    <message>
        <source>&amp;Encryption:</source>
        <translation>&amp;Verschlüsselung:</translation>
    </message>
    <message>
        <source>Name of the database on the server</source>
        <translation>Name der Datenbank auf dem Server</translation>
    </message>
    <message>
        <source>Account on the server</source>
        <translation>Konto auf dem Server</translation>
    </message>
    <message>
        <source>Password of the account</source>
        <translation>Kennwort des Kontos</translation>
    </message>
    <message>
        <source>Encryption of the connection</source>
        <translation>Verschlüsselung der Verbindung</translation>
    </message>
    <message>
        <source>Database and primary</source>
        <translation>Datenbank und Primärserver</translation>
    </message>
    <message>
        <source>This database holds the primaries and their SRP credentials. Setup only reads it until you install.</source>
        <translation>Diese Datenbank enthält die Primärserver und ihre SRP-Anmeldedaten. Bis zur Installation wird sie nur gelesen.</translation>
    </message>
    <message>
        <source>Connected. Schema version: %1, primaries: %2, pairs: %3.</source>
        <translation>Verbunden. Schemaversion: %1, Primärserver: %2, Paare: %3.</translation>
    </message>
    <message>
        <source>&amp;CA certificate:</source>
        <translation>&amp;CA-Zertifikat:</translation>
    </message>
    <message>
        <source>CA certificate of the server</source>
        <translation>CA-Zertifikat des Servers</translation>
    </message>
    <message>
        <source>The failover partner %1 answered.</source>
        <translation>Der Failoverpartner %1 hat geantwortet.</translation>
    </message>
    <message>
        <source>Failover &amp;partner:</source>
        <translation>Failover&amp;partner:</translation>
    </message>
    <message>
        <source>Database server</source>
        <translation>Datenbankserver</translation>
    </message>
    <message>
        <source>Failover partner of the server</source>
        <translation>Failoverpartner des Servers</translation>
    </message>
    <message>
        <source>&amp;Log in by Kerberos</source>
        <translation>Mit Kerberos an&amp;melden</translation>
    </message>
</context>
<context>
    <name>DominoAsker</name>
    <message>
        <source>It ended without an answer</source>
        <translation>Sie endete ohne Antwort</translation>
    </message>
</context>
<context>
    <name>DominoChoice</name>
    <message>
        <source>%1 (can&apos;t be read)</source>
        <translation>%1 (nicht lesbar)</translation>
    </message>
    <message>
        <source>%1 (names no server)</source>
        <translation>%1 (nennt keinen Server)</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
</context>
<context>
    <name>DominoPage</name>
    <message>
        <source>State databases with a replica on the standby</source>
        <translation>Statusdatenbanken mit Replik auf dem Standby-Server</translation>
    </message>
    <message>
        <source>%v of %m state databases replicated</source>
        <translation>%v von %m Statusdatenbanken repliziert</translation>
    </message>
    <message>
        <source>&amp;Ask again</source>
        <translation>&amp;Erneut fragen</translation>
    </message>
    <message>
        <source>Domino cluster</source>
        <translation>Domino-Cluster</translation>
    </message>
    <message>
        <source>notes.&amp;ini:</source>
        <translation>notes.&amp;ini:</translation>
    </message>
    <message>
        <source>Primary&apos;s &amp;console:</source>
        <translation>&amp;Konsole des Primärservers:</translation>
    </message>
    <message>
        <source>Console &amp;here:</source>
        <translation>Konsole &amp;hier:</translation>
    </message>
    <message>
        <source>notes.ini of the Domino server here</source>
        <translation>notes.ini des Domino-Servers hier</translation>
    </message>
    <message>
        <source>File with console output of the primary&apos;s Domino server</source>
        <translation>Datei mit Konsolenausgabe des Domino-Servers des Primärservers</translation>
    </message>
    <message>
        <source>File with console output of the Domino server here</source>
        <translation>Datei mit Konsolenausgabe des Domino-Servers hier</translation>
    </message>
    <message>
        <source>&amp;Paste…</source>
        <translation>Ein&amp;fügen…</translation>
    </message>
    <message>
        <source>Pas&amp;te…</source>
        <translation>Einfü&amp;gen…</translation>
    </message>
    <message>
        <source>Opens a window for text of the console. It is kept in a file, which the field beside this button names then.</source>
        <translation>Öffnet ein Fenster für Text der Konsole. Er wird in einer Datei aufbewahrt, die dann im Feld neben dieser Schaltfläche steht.</translation>
    </message>
    <message>
        <source>Domino &amp;server here:</source>
        <translation>Domino-&amp;Server hier:</translation>
    </message>
    <message>
        <source>Domino server of the standby, of those on this computer</source>
        <translation>Domino-Server des Standby-Servers, unter denen auf diesem Computer</translation>
    </message>
    <message>
        <source>Choose the one of the standby</source>
        <translation>Wählen Sie den des Standby-Servers</translation>
    </message>
    <message>
        <source>The Domino servers of both computers must be in the same cluster. Missing replicas of state databases don&apos;t block the installation; they are created later.</source>
        <translation>Die Domino-Server beider Computer müssen im selben Cluster sein. Fehlende Repliken von Statusdatenbanken verhindern die Installation nicht; sie werden später angelegt.</translation>
    </message>
    <message>
        <source>Asking the Domino servers</source>
        <translation>Die Domino-Server werden gefragt</translation>
    </message>
    <message>
        <source>If several Domino servers are on this computer, choose the notes.ini of the standby&apos;s server. If a server cannot be asked, paste what its console answers to &quot;show cluster&quot; and &quot;show tasks&quot;, or choose a file with it.</source>
        <translation>Sind mehrere Domino-Server auf diesem Computer, wählen Sie die notes.ini des Servers für den Standby-Server. Kann ein Server nicht gefragt werden, fügen Sie ein, was seine Konsole auf &quot;show cluster&quot; und &quot;show tasks&quot; antwortet, oder wählen Sie eine Datei damit.</translation>
    </message>
    <message>
        <source>&amp;More ways to check the cluster</source>
        <translation>&amp;Mehr Wege, den Cluster zu prüfen</translation>
    </message>
    <message>
        <source>Ask as a&amp;dministrator…</source>
        <translation>Als A&amp;dministrator fragen…</translation>
    </message>
    <message>
        <source>Your account may not be allowed to ask the Domino servers. Setup can ask them as an administrator: you are asked for a password, and nothing is changed.</source>
        <translation>Ihr Konto darf die Domino-Server vielleicht nicht fragen. Setup kann sie als Administrator fragen: Sie werden nach einem Kennwort gefragt, und nichts wird geändert.</translation>
    </message>
    <message>
        <source>The last try failed: %1</source>
        <translation>Der letzte Versuch ist fehlgeschlagen: %1</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>the media folder</source>
        <translation>den Ordner des Mediums</translation>
    </message>
    <message>
        <source>the field &quot;Publisher&apos;s certificate&quot;</source>
        <translation>das Feld &quot;Zertifikat&quot;</translation>
    </message>
    <message>
        <source>the step &quot;Components&quot;</source>
        <translation>den Schritt &quot;Komponenten&quot;</translation>
    </message>
    <message>
        <source>the step &quot;Database and primary&quot;</source>
        <translation>den Schritt &quot;Datenbank und Primärserver&quot;</translation>
    </message>
    <message>
        <source>the field &quot;File&quot;</source>
        <translation>das Feld &quot;Datei&quot;</translation>
    </message>
    <message>
        <source>the field &quot;Server&quot;</source>
        <translation>das Feld &quot;Server&quot;</translation>
    </message>
    <message>
        <source>the field &quot;Port&quot;</source>
        <translation>das Feld &quot;Port&quot;</translation>
    </message>
    <message>
        <source>the field &quot;Database&quot;</source>
        <translation>das Feld &quot;Datenbank&quot;</translation>
    </message>
    <message>
        <source>the field &quot;Account&quot;</source>
        <translation>das Feld &quot;Konto&quot;</translation>
    </message>
    <message>
        <source>the field &quot;Password&quot;</source>
        <translation>das Feld &quot;Kennwort&quot;</translation>
    </message>
    <message>
        <source>the field &quot;Encryption&quot;</source>
        <translation>das Feld &quot;Verschlüsselung&quot;</translation>
    </message>
    <message>
        <source>the field &quot;CA certificate&quot;</source>
        <translation>das Feld &quot;CA-Zertifikat&quot;</translation>
    </message>
    <message>
        <source>the field &quot;notes.ini&quot;</source>
        <translation>das Feld &quot;notes.ini&quot;</translation>
    </message>
    <message>
        <source>the field &quot;Primary&apos;s console&quot;</source>
        <translation>das Feld &quot;Konsole des Primärservers&quot;</translation>
    </message>
    <message>
        <source>the field &quot;Console here&quot;</source>
        <translation>das Feld &quot;Konsole hier&quot;</translation>
    </message>
    <message>
        <source>the field &quot;Programs&quot;</source>
        <translation>das Feld &quot;Programme&quot;</translation>
    </message>
    <message>
        <source>the field &quot;Configuration&quot;</source>
        <translation>das Feld &quot;Konfiguration&quot;</translation>
    </message>
    <message>
        <source>the field &quot;Logs&quot;</source>
        <translation>das Feld &quot;Protokolle&quot;</translation>
    </message>
    <message>
        <source>the table of primaries</source>
        <translation>die Tabelle der Primärserver</translation>
    </message>
    <message>
        <source>the check box below</source>
        <translation>das Kontrollkästchen darunter</translation>
    </message>
    <message>
        <source>the check box for the database</source>
        <translation>das Kontrollkästchen zur Datenbank</translation>
    </message>
    <message>
        <source>the check box below the license</source>
        <translation>das Kästchen unter der Lizenz</translation>
    </message>
    <message>
        <source>the field &quot;Failover partner&quot;</source>
        <translation>das Feld &quot;Failoverpartner&quot;</translation>
    </message>
    <message>
        <source>the check box &quot;Log in by Kerberos&quot;</source>
        <translation>das Kontrollkästchen &quot;Mit Kerberos anmelden&quot;</translation>
    </message>
</context>
<context>
    <name>FindingsReport</name>
    <message>
        <source>Checks for the standby %1 of %2, %3</source>
        <translation>Prüfungen für den Standby-Server %1 von %2, %3</translation>
    </message>
</context>
<context>
    <name>FindingsTree</name>
    <message>
        <source>Blockers</source>
        <translation>Hindernisse</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>Gut zu wissen</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>blocker</source>
        <translation>Hindernis</translation>
    </message>
    <message>
        <source>blockers</source>
        <translation>Hindernisse</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>notices</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
</context>
<context>
    <name>Folders</name>
    <message>
        <source>The free space is not known: %1</source>
        <translation>Der freie Platz ist nicht bekannt: %1</translation>
    </message>
    <message>
        <source>%1 free on %2</source>
        <translation>%1 frei auf %2</translation>
    </message>
    <message>
        <source>Needs %1; %2 free on %3</source>
        <translation>Braucht %1; %2 frei auf %3</translation>
    </message>
    <message>
        <source>Setup can&apos;t tell whether it exists: %1</source>
        <translation>Setup kann nicht feststellen, ob es existiert: %1</translation>
    </message>
    <message>
        <source>Exists; it is used as it is.</source>
        <translation>Existiert; es wird so verwendet, wie es ist.</translation>
    </message>
    <message>
        <source>Will be created as a system account without login.</source>
        <translation>Wird angelegt: ein Systemkonto ohne Anmeldung.</translation>
    </message>
</context>
<context>
    <name>FoldersPage</name>
    <message>
        <source>&amp;Programs:</source>
        <translation>&amp;Programme:</translation>
    </message>
    <message>
        <source>&amp;Configuration:</source>
        <translation>&amp;Konfiguration:</translation>
    </message>
    <message>
        <source>&amp;Logs:</source>
        <translation>Pro&amp;tokolle:</translation>
    </message>
    <message>
        <source>Account of the services</source>
        <translation>Konto der Dienste</translation>
    </message>
    <message>
        <source>&amp;Account:</source>
        <translation>K&amp;onto:</translation>
    </message>
    <message>
        <source>What happens when a service does not start</source>
        <translation>Was geschieht, wenn ein Dienst nicht startet</translation>
    </message>
    <message>
        <source>It %1.</source>
        <translation>Das Feld %1.</translation>
    </message>
    <message>
        <source>Folder for the programs</source>
        <translation>Ordner für die Programme</translation>
    </message>
    <message>
        <source>Folder for the configuration</source>
        <translation>Ordner für die Konfiguration</translation>
    </message>
    <message>
        <source>Folder for the logs of the services</source>
        <translation>Ordner für die Protokolle der Dienste</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>Leave a field empty to use the default.</source>
        <translation>Lassen Sie ein Feld leer, um die Vorgabe zu verwenden.</translation>
    </message>
    <message>
        <source>Roll back the installation</source>
        <translation>Die Installation zurückrollen</translation>
    </message>
    <message>
        <source>Keep the installation and report the service</source>
        <translation>Die Installation behalten und den Dienst melden</translation>
    </message>
    <message>
        <source>&amp;If a service does not start:</source>
        <translation>Wenn ein Dienst &amp;nicht startet:</translation>
    </message>
</context>
<context>
    <name>LicensePage</name>
    <message>
        <source>Text of the license</source>
        <translation>Text der Lizenz</translation>
    </message>
    <message>
        <source>License</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Accept this license to continue.</source>
        <translation>Akzeptieren Sie diese Lizenz, um fortzufahren.</translation>
    </message>
    <message>
        <source>I &amp;accept the license</source>
        <translation>Ich &amp;akzeptiere die Lizenz</translation>
    </message>
</context>
<context>
    <name>Look</name>
    <message>
        <source>Press &quot;Ask as administrator…&quot; in the step &quot;Domino&quot;: your account may not be allowed to see it</source>
        <translation>Drücken Sie &quot;Als Administrator fragen…&quot; im Schritt &quot;Domino&quot;: Ihr Konto darf es vielleicht nicht sehen</translation>
    </message>
</context>
<context>
    <name>MediaPage</name>
    <message>
        <source>&amp;Folder:</source>
        <translation>&amp;Ordner:</translation>
    </message>
    <message>
        <source>Product:</source>
        <translation>Produkt:</translation>
    </message>
    <message>
        <source>Publisher:</source>
        <translation>Herausgeber:</translation>
    </message>
    <message>
        <source>Packages:</source>
        <translation>Pakete:</translation>
    </message>
    <message>
        <source>%1 (signature is good)</source>
        <translation>%1 (Signatur ist gültig)</translation>
    </message>
    <message>
        <source>not trusted: %1</source>
        <translation>nicht vertraut: %1</translation>
    </message>
    <message>
        <source>Folder of the installation media</source>
        <translation>Ordner des Installationsmediums</translation>
    </message>
    <message>
        <source>Certificate whose media is trusted</source>
        <translation>Zertifikat, dessen Medium vertraut wird</translation>
    </message>
    <message>
        <source>Go back to the older version</source>
        <translation>Zur älteren Version zurückgehen</translation>
    </message>
    <message>
        <source>Publisher&apos;s cer&amp;tificate:</source>
        <translation>Zerti&amp;fikat:</translation>
    </message>
    <message>
        <source>Media and license</source>
        <translation>Medium und Lizenz</translation>
    </message>
    <message>
        <source>Choose the media of the version to upgrade to. Version %1 is installed.</source>
        <translation>Wählen Sie das Medium der Version, auf die aktualisiert wird. Installiert ist Version %1.</translation>
    </message>
    <message>
        <source>Choose the folder that contains the installation media. To trust a new publisher, add its certificate.</source>
        <translation>Wählen Sie den Ordner mit dem Installationsmedium. Um einem neuen Herausgeber zu vertrauen, geben Sie sein Zertifikat an.</translation>
    </message>
    <message>
        <source>Certificate of the publisher</source>
        <translation>Zertifikat des Herausgebers</translation>
    </message>
    <message>
        <source>Subject:
  %1

Issuer:
  %2

Serial number:
  %3

SHA-256 fingerprint:
  %4

Valid from %5 until %6</source>
        <translation>Inhaber:
  %1

Aussteller:
  %2

Seriennummer:
  %3

SHA-256-Fingerabdruck:
  %4

Gültig von %5 bis %6</translation>
    </message>
    <message>
        <source>View &amp;certificate…</source>
        <translation>Zertifikat anzei&amp;gen …</translation>
    </message>
</context>
<context>
    <name>Obstacle</name>
    <message>
        <source>The database has no primary %1</source>
        <translation>Die Datenbank kennt keinen Primärserver %1</translation>
    </message>
    <message>
        <source>I know that the standby serves the &amp;users, and that its service may end (%1)</source>
        <translation>Ich &amp;weiß, dass der Standby-Server die Benutzer bedient und dass sein Dienst enden kann (%1)</translation>
    </message>
    <message>
        <source>Go back to the &amp;older version anyway (%1)</source>
        <translation>&amp;Trotzdem zur älteren Version zurückgehen (%1)</translation>
    </message>
    <message>
        <source>&amp;Keep these files, and put them back when the standby is removed (%1)</source>
        <translation>Diese Dateien &amp;behalten und zurücklegen, wenn der Standby-Server entfernt wird (%1)</translation>
    </message>
    <message>
        <source>Choose the media folder</source>
        <translation>Wählen Sie den Ordner des Mediums</translation>
    </message>
    <message>
        <source>The media cannot be read</source>
        <translation>Das Medium kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>This version is already installed: choose other media</source>
        <translation>Diese Version ist schon installiert: wählen Sie ein anderes Medium</translation>
    </message>
    <message>
        <source>This computer is a primary and cannot become a standby</source>
        <translation>Dieser Computer ist ein Primärserver und kann kein Standby-Server werden</translation>
    </message>
    <message>
        <source>Accept the license to continue</source>
        <translation>Akzeptieren Sie die Lizenz, um fortzufahren</translation>
    </message>
    <message>
        <source>Enter the database</source>
        <translation>Geben Sie die Datenbank an</translation>
    </message>
    <message>
        <source>The database cannot be read</source>
        <translation>Die Datenbank kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>Select a primary</source>
        <translation>Wählen Sie einen Primärserver</translation>
    </message>
    <message>
        <source>Select components to add or remove</source>
        <translation>Wählen Sie Komponenten zum Hinzufügen oder Entfernen</translation>
    </message>
    <message>
        <source>Correct the marked field</source>
        <translation>Berichtigen Sie das markierte Feld</translation>
    </message>
    <message>
        <source>Resolve one blocker to continue</source>
        <translation>Beheben Sie ein Hindernis, um fortzufahren</translation>
    </message>
    <message>
        <source>Resolve %1 blockers to continue</source>
        <translation>Beheben Sie %1 Hindernisse, um fortzufahren</translation>
    </message>
    <message>
        <source>Setup is still checking</source>
        <translation>Das Setup prüft noch</translation>
    </message>
    <message>
        <source>I &amp;have verified this myself; continue (%1)</source>
        <translation>Ich &amp;habe das selbst geprüft; fortfahren (%1)</translation>
    </message>
    <message>
        <source>A package of the media is damaged</source>
        <translation>Ein Paket des Mediums ist beschädigt</translation>
    </message>
    <message>
        <source>Wait until the other run has ended</source>
        <translation>Warten Sie, bis der andere Lauf beendet ist</translation>
    </message>
</context>
<context>
    <name>OtherRun</name>
    <message>
        <source>The other run of setup was interrupted</source>
        <translation>Der andere Lauf von Setup wurde unterbrochen</translation>
    </message>
    <message>
        <source>It can be rolled back or finished here.</source>
        <translation>Er kann hier zurückgerollt oder fertiggestellt werden.</translation>
    </message>
    <message>
        <source>The other run of setup was rolled back</source>
        <translation>Der andere Lauf von Setup wurde zurückgerollt</translation>
    </message>
    <message>
        <source>The other run of setup is done</source>
        <translation>Der andere Lauf von Setup ist fertig</translation>
    </message>
    <message>
        <source>Another run of setup is in progress</source>
        <translation>Ein anderer Lauf von Setup ist im Gange</translation>
    </message>
    <message>
        <source>It is checking this computer, and has changed nothing yet: %1.</source>
        <translation>Er prüft diesen Computer und hat noch nichts geändert: %1.</translation>
    </message>
    <message>
        <source>%1 of %2 steps are done: %3.</source>
        <translation>%1 von %2 Schritten sind getan: %3.</translation>
    </message>
    <message>
        <source>%1.
Only an administrator can see its steps: start the wizard as root, or type &quot;%2&quot;. This page tells when it has ended.</source>
        <translation>%1.
Seine Schritte kann nur ein Administrator sehen: Starten Sie den Assistenten als root, oder geben Sie &quot;%2&quot; ein. Diese Seite zeigt, wenn er beendet ist.</translation>
    </message>
    <message>
        <source>The other run of setup has ended</source>
        <translation>Der andere Lauf von Setup ist beendet</translation>
    </message>
    <message>
        <source>Only an administrator can see how.</source>
        <translation>Wie, kann nur ein Administrator sehen.</translation>
    </message>
    <message>
        <source>It has changed nothing.</source>
        <translation>Er hat nichts geändert.</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>version %1, %2</source>
        <translation>Version %1, %2</translation>
    </message>
    <message>
        <source>%1 to add, %2 to remove</source>
        <translation>%1 hinzuzufügen, %2 zu entfernen</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Benutzerdefiniert</translation>
    </message>
    <message>
        <source>Same as the primary</source>
        <translation>Wie auf dem Primärserver</translation>
    </message>
    <message>
        <source>All that fail over</source>
        <translation>Alle mit Failover</translation>
    </message>
    <message>
        <source>Default folders and account</source>
        <translation>Vorgegebene Ordner und Konto</translation>
    </message>
    <message>
        <source>Pasted console output</source>
        <translation>Eingefügte Ausgabe der Konsole</translation>
    </message>
    <message>
        <source>No Domino server found</source>
        <translation>Kein Domino-Server gefunden</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Primary</source>
        <translation>Primärserver</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Komponenten</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>Domino server</source>
        <translation>Domino-Server</translation>
    </message>
</context>
<context>
    <name>PastedConsole</name>
    <message>
        <source>the primary&apos;s Domino server</source>
        <translation>dem Domino-Server des Primärservers</translation>
    </message>
    <message>
        <source>the Domino server here</source>
        <translation>dem Domino-Server hier</translation>
    </message>
    <message>
        <source>It was written by another server: %1</source>
        <translation>Ein anderer Server hat ihn geschrieben: %1</translation>
    </message>
    <message>
        <source>The text is empty</source>
        <translation>Der Text ist leer</translation>
    </message>
    <message>
        <source>There is neither an answer to &quot;show cluster&quot; in it nor one to &quot;show tasks&quot;</source>
        <translation>Er enthält weder eine Antwort auf „show cluster“ noch eine auf „show tasks“</translation>
    </message>
    <message>
        <source>The answer to &quot;show cluster&quot; is cut off: its list of members is not whole</source>
        <translation>Die Antwort auf „show cluster“ ist abgeschnitten: Ihre Liste der Mitglieder ist nicht vollständig</translation>
    </message>
    <message>
        <source>The answer to &quot;show tasks&quot; is cut off: the lines above its list say whose it is</source>
        <translation>Die Antwort auf „show tasks“ ist abgeschnitten: Die Zeilen über ihrer Liste sagen, von welchem Server sie ist</translation>
    </message>
    <message>
        <source>This text can&apos;t be used</source>
        <translation>Dieser Text ist nicht zu gebrauchen</translation>
    </message>
    <message>
        <source>The name of %1 is not known yet</source>
        <translation>Der Name von %1 ist noch nicht bekannt</translation>
    </message>
    <message>
        <source>Choose a primary whose Domino server is in the database.</source>
        <translation>Wählen Sie einen Primärserver, dessen Domino-Server in der Datenbank steht.</translation>
    </message>
    <message>
        <source>Name the notes.ini of the Domino server here first.</source>
        <translation>Nennen Sie zuerst die notes.ini des Domino-Servers hier.</translation>
    </message>
    <message>
        <source>Paste all that the console of %1 answers to &quot;show cluster&quot; and &quot;show tasks&quot;, from the first line to the last.</source>
        <translation>Fügen Sie alles ein, was die Konsole von %1 auf „show cluster“ und „show tasks“ antwortet, von der ersten bis zur letzten Zeile.</translation>
    </message>
    <message>
        <source>Type &quot;show cluster&quot; and &quot;show tasks&quot; on the console of %1, and paste here all that it answers. Other lines around the answers do no harm.</source>
        <translation>Geben Sie auf der Konsole von %1 „show cluster“ und „show tasks“ ein, und fügen Sie hier alles ein, was sie antwortet. Andere Zeilen um die Antworten herum schaden nicht.</translation>
    </message>
    <message>
        <source>The text can&apos;t be kept</source>
        <translation>Der Text kann nicht aufbewahrt werden</translation>
    </message>
    <message>
        <source>Save the text in a file yourself, and name it.</source>
        <translation>Speichern Sie den Text selbst in einer Datei, und nennen Sie diese.</translation>
    </message>
</context>
<context>
    <name>Preflight</name>
    <message>
        <source>No Domino server was found on this computer.</source>
        <translation>Auf diesem Computer wurde kein Domino-Server gefunden.</translation>
    </message>
    <message>
        <source>Domino server on this computer: %1.</source>
        <translation>Domino-Server auf diesem Computer: %1.</translation>
    </message>
</context>
<context>
    <name>PrimaryPage</name>
    <message>
        <source>Search the primaries</source>
        <translation>Primärserver durchsuchen</translation>
    </message>
    <message>
        <source>Search: name, computer, Domino server, version</source>
        <translation>Suche: Name, Computer, Domino-Server, Version</translation>
    </message>
    <message>
        <source>Primaries</source>
        <translation>Primärserver</translation>
    </message>
    <message>
        <source>Primaries: %1</source>
        <translation>Primärserver: %1</translation>
    </message>
    <message>
        <source>Primaries: %1 of %2</source>
        <translation>Primärserver: %1 von %2</translation>
    </message>
    <message>
        <source>%1 %2.</source>
        <translation>%1 %2.</translation>
    </message>
    <message>
        <source>Its standby %1 is installed on this computer.</source>
        <translation>Sein Standby-Server %1 ist auf diesem Computer installiert.</translation>
    </message>
    <message>
        <source>Primary that gets a standby on this computer</source>
        <translation>Primärserver, der auf diesem Computer einen Standby-Server bekommt</translation>
    </message>
    <message>
        <source>Unavailable servers are greyed out. Select one to see why.</source>
        <translation>Server, die nicht in Frage kommen, sind grau. Wählen Sie einen, um den Grund zu sehen.</translation>
    </message>
</context>
<context>
    <name>ProgressPage</name>
    <message>
        <source>Progress of the installation</source>
        <translation>Fortschritt der Installation</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>About %1 s left</source>
        <translation>Noch etwa %1 s</translation>
    </message>
    <message>
        <source>Show the &amp;log</source>
        <translation>&amp;Protokoll zeigen</translation>
    </message>
    <message>
        <source>Otherwise the run is completed without the wizard.</source>
        <translation>Sonst wird der Lauf ohne den Assistenten abgeschlossen.</translation>
    </message>
    <message>
        <source>Cancel rolls the removal back. After the point of no return it is completed instead.</source>
        <translation>Abbrechen rollt die Entfernung zurück. Ab dem Punkt ohne Umkehr wird sie stattdessen abgeschlossen.</translation>
    </message>
    <message>
        <source>Setup completes or rolls back the interrupted run.</source>
        <translation>Das Setup schließt den unterbrochenen Lauf ab oder rollt ihn zurück.</translation>
    </message>
    <message>
        <source>Cancel rolls everything back: the computer and the database are then as before.</source>
        <translation>Abbrechen rollt alles zurück: Computer und Datenbank sind dann wie zuvor.</translation>
    </message>
    <message>
        <source>If the wizard closes &amp;unexpectedly, roll back</source>
        <translation>Wenn der Assistent &amp;unerwartet endet, zurückrollen</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;Ja</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>&amp;Nein</translation>
    </message>
    <message>
        <source>Close the wizard?</source>
        <translation>Assistenten schließen?</translation>
    </message>
    <message>
        <source>The run is in progress. It can be completed or rolled back without the wizard.</source>
        <translation>Der Lauf ist im Gange. Er kann ohne den Assistenten abgeschlossen oder zurückgerollt werden.</translation>
    </message>
    <message>
        <source>&amp;Finish and close</source>
        <translation>&amp;Fertigstellen und schließen</translation>
    </message>
    <message>
        <source>&amp;Roll back and close</source>
        <translation>&amp;Zurückrollen und schließen</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>&amp;Bleiben</translation>
    </message>
</context>
<context>
    <name>Replication</name>
    <message>
        <source>Ready: the standby can take over</source>
        <translation>Bereit: Der Standby kann übernehmen</translation>
    </message>
    <message>
        <source>Domino is replicating</source>
        <translation>Domino repliziert</translation>
    </message>
    <message>
        <source>Replication has a fault, or its state is unknown</source>
        <translation>Die Replikation ist gestört, oder ihr Zustand ist unbekannt</translation>
    </message>
    <message>
        <source>%1 of %2 state databases have a replica on the standby, %3 wait, %4 are behind.</source>
        <translation>%1 von %2 Statusdatenbanken haben eine Replik auf dem Standby-Server, %3 warten, %4 sind im Rückstand.</translation>
    </message>
    <message>
        <source>Blocked by a different database at the same path: %1.</source>
        <translation>Durch eine andere Datenbank am selben Pfad blockiert: %1.</translation>
    </message>
    <message>
        <source>Queue of the cluster replicator: %1.</source>
        <translation>Warteschlange des Cluster-Replikators: %1.</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>is modified</source>
        <translation>ist geändert</translation>
    </message>
    <message>
        <source>is repaired</source>
        <translation>ist repariert</translation>
    </message>
    <message>
        <source>is installed</source>
        <translation>ist installiert</translation>
    </message>
    <message>
        <source>No standby is installed here: there was nothing to do</source>
        <translation>Hier ist kein Standby-Server installiert: Es war nichts zu tun</translation>
    </message>
    <message>
        <source>The standby is removed from this computer</source>
        <translation>Der Standby-Server ist von diesem Computer entfernt</translation>
    </message>
    <message>
        <source>What stays:</source>
        <translation>Was bleibt:</translation>
    </message>
    <message>
        <source>the journal and the logs of setup</source>
        <translation>das Journal und die Protokolle des Setups</translation>
    </message>
    <message>
        <source>Everything is as before it began.</source>
        <translation>Alles ist wie vor seinem Beginn.</translation>
    </message>
    <message>
        <source>The interrupted run is finished</source>
        <translation>Der unterbrochene Lauf ist zu Ende geführt</translation>
    </message>
    <message>
        <source>installation</source>
        <translation>Installation</translation>
    </message>
    <message>
        <source>modification</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>repair</source>
        <translation>Reparatur</translation>
    </message>
    <message>
        <source>removal</source>
        <translation>Entfernung</translation>
    </message>
    <message>
        <source>recovery</source>
        <translation>Wiederherstellung</translation>
    </message>
    <message>
        <source>was installed already: there was nothing to do</source>
        <translation>war schon installiert: Es war nichts zu tun</translation>
    </message>
    <message>
        <source>is as it should be: there was nothing to do</source>
        <translation>ist, wie er sein soll: Es war nichts zu tun</translation>
    </message>
    <message>
        <source>Neither pkexec nor sudo is installed</source>
        <translation>Weder pkexec noch sudo ist installiert</translation>
    </message>
    <message>
        <source>The %1 did not begin</source>
        <translation>Die %1 hat nicht begonnen</translation>
    </message>
    <message>
        <source>The engine ended in the middle of the %1</source>
        <translation>Die Engine endete mitten in der %1</translation>
    </message>
    <message>
        <source>The %1 was cancelled</source>
        <translation>Die %1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>The %1 was refused because of a blocker; nothing was changed</source>
        <translation>Die %1 wurde wegen eines Hindernisses abgelehnt; nichts wurde geändert</translation>
    </message>
    <message>
        <source>Running: %1.</source>
        <translation>In Betrieb: %1.</translation>
    </message>
    <message>
        <source>Will start at the next boot: %1.</source>
        <translation>Starten beim nächsten Systemstart: %1.</translation>
    </message>
    <message>
        <source>Deferred until failover, started by the failover process only: %1.</source>
        <translation>Bis zum Failover aufgeschoben, nur vom Failover-Vorgang gestartet: %1.</translation>
    </message>
    <message>
        <source>The standby %1</source>
        <translation>Der Standby-Server %1</translation>
    </message>
    <message>
        <source>%1, the standby of %2, %3</source>
        <translation>%1, der Standby-Server von %2, %3</translation>
    </message>
    <message>
        <source>Next: type &quot;load %1&quot; on the console of the standby&apos;s Domino server, or restart that server.</source>
        <translation>Als Nächstes: Geben Sie „load %1“ an der Konsole des Domino-Servers des Standby-Servers ein, oder starten Sie ihn neu.</translation>
    </message>
    <message>
        <source>%1 is installed as the standby of %2</source>
        <translation>%1 ist als Standby-Server von %2 installiert</translation>
    </message>
    <message>
        <source>Not everything could be rolled back. The journal has what is left: roll it back, or finish the run, when the cause is resolved.</source>
        <translation>Nicht alles konnte zurückgerollt werden. Was übrig ist, steht im Journal: Rollen Sie es zurück oder schließen Sie den Lauf ab, wenn die Ursache behoben ist.</translation>
    </message>
    <message>
        <source>What was done is recorded and stays. What is left to do is in the journal.</source>
        <translation>Was getan wurde, ist verzeichnet und bleibt. Was noch zu tun ist, steht im Journal.</translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation>Was zu tun ist: %1</translation>
    </message>
    <message>
        <source>What is left of the interrupted run is still in the journal.</source>
        <translation>Was vom unterbrochenen Lauf übrig ist, steht noch im Journal.</translation>
    </message>
    <message>
        <source>Not running: %1.</source>
        <translation>Läuft nicht: %1.</translation>
    </message>
    <message>
        <source>, but not all of its services started</source>
        <translation>, aber nicht alle seine Dienste sind gestartet</translation>
    </message>
    <message>
        <source>What was installed is kept, as the answers ask for.</source>
        <translation>Was installiert wurde, bleibt, wie es die Antworten verlangen.</translation>
    </message>
    <message>
        <source>is upgraded</source>
        <translation>ist aktualisiert</translation>
    </message>
    <message>
        <source>upgrade</source>
        <translation>Aktualisierung</translation>
    </message>
    <message>
        <source>Installation</source>
        <translation>Installation</translation>
    </message>
    <message>
        <source>Modification</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparatur</translation>
    </message>
    <message>
        <source>Upgrade</source>
        <translation>Aktualisierung</translation>
    </message>
    <message>
        <source>Removal</source>
        <translation>Entfernung</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>Wiederherstellung</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>What it had begun is in its journal. Roll it back, or finish it, now; otherwise the next run of setup rolls it back.</source>
        <translation>Was es begonnen hatte, steht in seinem Journal. Rollen Sie es jetzt zurück oder schließen Sie es ab; sonst rollt es der nächste Lauf des Setups zurück.</translation>
    </message>
    <message>
        <source>Everything was rolled back: the computer and the database are as before.</source>
        <translation>Alles wurde zurückgerollt: Computer und Datenbank sind wie vorher.</translation>
    </message>
    <message>
        <source>The earlier interrupted run was rolled back. Nothing else was changed.</source>
        <translation>Der frühere, unterbrochene Lauf wurde zurückgerollt. Sonst wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The standby makes replicas of the users&apos; state databases when it initializes their accounts. Once they are there, automatic failover can be switched on for the pair in the BlackBerry Administration Service.</source>
        <translation>Der Standby-Server legt die Repliken der Statusdatenbanken der Benutzer an, wenn er deren Konten initialisiert. Sind sie da, kann der automatische Failover für das Paar im BlackBerry Administration Service eingeschaltet werden.</translation>
    </message>
    <message>
        <source>Edited files were kept. Merge each with its new version, then remove that: %1.</source>
        <translation>Bearbeitete Dateien wurden behalten. Gleichen Sie jede mit ihrer neuen Version ab und entfernen Sie diese dann: %1.</translation>
    </message>
    <message>
        <source>Nothing was left to roll back or to finish</source>
        <translation>Es war nichts zurückzurollen oder abzuschließen</translation>
    </message>
    <message>
        <source>The interrupted run is rolled back</source>
        <translation>Der unterbrochene Lauf ist zurückgerollt</translation>
    </message>
    <message>
        <source>%1. Left out: %2</source>
        <translation>%1. Weggelassen: %2</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>%1 completed</source>
        <translation>%1 abgeschlossen</translation>
    </message>
    <message>
        <source>%1 completed with warnings</source>
        <translation>%1 mit Warnungen abgeschlossen</translation>
    </message>
    <message>
        <source>%1 cancelled</source>
        <translation>%1 abgebrochen</translation>
    </message>
    <message>
        <source>%1 interrupted</source>
        <translation>%1 unterbrochen</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>What was done, and what to do next.</source>
        <translation>Was getan wurde, und was als Nächstes zu tun ist.</translation>
    </message>
    <message>
        <source>Log: %1</source>
        <translation>Protokoll: %1</translation>
    </message>
    <message>
        <source>Replication of the users&apos; state databases</source>
        <translation>Replikation der Statusdatenbanken der Benutzer</translation>
    </message>
    <message>
        <source>State databases with a replica on the standby</source>
        <translation>Statusdatenbanken mit Replik auf dem Standby-Server</translation>
    </message>
    <message>
        <source>%v of %m state databases replicated</source>
        <translation>%v von %m Statusdatenbanken repliziert</translation>
    </message>
    <message>
        <source>The Domino servers are being asked</source>
        <translation>Die Domino-Server werden gefragt</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Roll bac&amp;k</source>
        <translation>Zurückro&amp;llen</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>&amp;Fertigstellen</translation>
    </message>
    <message>
        <source>Check and &amp;try again</source>
        <translation>&amp;Prüfen und erneut versuchen</translation>
    </message>
    <message>
        <source>Open &amp;log</source>
        <translation>Pr&amp;otokoll öffnen</translation>
    </message>
    <message>
        <source>&amp;Save report…</source>
        <translation>Bericht &amp;speichern…</translation>
    </message>
    <message>
        <source>The command is in the clipboard</source>
        <translation>Der Befehl ist in der Zwischenablage</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>Re&amp;port for a colleague…</source>
        <translation>Bericht für &amp;Kollegen…</translation>
    </message>
</context>
<context>
    <name>SavedFile</name>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>The file can&apos;t be saved: %1</source>
        <translation>Die Datei kann nicht gespeichert werden: %1</translation>
    </message>
</context>
<context>
    <name>SrpPage</name>
    <message>
        <source>Copied from:</source>
        <translation>Kopiert von:</translation>
    </message>
    <message>
        <source>SRP identifier:</source>
        <translation>SRP-ID:</translation>
    </message>
    <message>
        <source>Authentication key:</source>
        <translation>Authentifizierungsschlüssel:</translation>
    </message>
    <message>
        <source>SRP host:</source>
        <translation>SRP-Host:</translation>
    </message>
    <message>
        <source>Endpoint:</source>
        <translation>Endpunkt:</translation>
    </message>
    <message>
        <source>SRP credentials</source>
        <translation>SRP-Anmeldedaten</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>none in the database</source>
        <translation>keiner in der Datenbank</translation>
    </message>
    <message>
        <source>fingerprint %1</source>
        <translation>Fingerabdruck %1</translation>
    </message>
    <message>
        <source>%1, port %2</source>
        <translation>%1, Port %2</translation>
    </message>
    <message>
        <source>reachable: %1</source>
        <translation>erreichbar: %1</translation>
    </message>
    <message>
        <source>not reachable: %1</source>
        <translation>nicht erreichbar: %1</translation>
    </message>
    <message>
        <source>Setup never logs in to SRP, because a second session would disconnect the primary. It only tests the TCP connection.</source>
        <translation>Das Setup meldet sich nie bei SRP an, denn eine zweite Sitzung würde den Primärserver trennen. Es prüft nur die TCP-Verbindung.</translation>
    </message>
    <message>
        <source>The standby uses the SRP credentials of the primary. The key stays hidden; only its fingerprint is shown.</source>
        <translation>Der Standby-Server verwendet die SRP-Anmeldedaten des Primärservers. Der Schlüssel bleibt verborgen; gezeigt wird nur sein Fingerabdruck.</translation>
    </message>
    <message>
        <source>checked on the review</source>
        <translation>wird bei der Überprüfung geprüft</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>S&amp;RP credentials of the standby</source>
        <translation>S&amp;RP-Anmeldedaten des Standby-Servers</translation>
    </message>
    <message>
        <source>Ad&amp;vanced: folders, account and start of services</source>
        <translation>E&amp;rweitert: Ordner, Konto und Start der Dienste</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Media and license</source>
        <translation>Medium und Lizenz</translation>
    </message>
    <message>
        <source>Database and primary</source>
        <translation>Datenbank und Primärserver</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Komponenten</translation>
    </message>
    <message>
        <source>Domino</source>
        <translation>Domino</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Überprüfung</translation>
    </message>
    <message>
        <source>Installation</source>
        <translation>Installation</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>What differs from what was installed</source>
        <translation>Was vom Installierten abweicht</translation>
    </message>
    <message>
        <source>Started by setup, in this order</source>
        <translation>Vom Setup gestartet, in dieser Reihenfolge</translation>
    </message>
    <message>
        <source>Never started by setup: the failover process does it</source>
        <translation>Vom Setup nie gestartet: Das tut der Failover-Vorgang</translation>
    </message>
    <message>
        <source>What stays</source>
        <translation>Was bleibt</translation>
    </message>
    <message>
        <source>/var/lib/bes-standby-setup, /var/log/bes-standby-setup: the journal and the logs of setup</source>
        <translation>/var/lib/bes-standby-setup, /var/log/bes-standby-setup: das Journal und die Protokolle des Setups</translation>
    </message>
    <message>
        <source>The standby</source>
        <translation>Der Standby-Server</translation>
    </message>
    <message>
        <source>Nothing to do</source>
        <translation>Nichts zu tun</translation>
    </message>
    <message>
        <source>Everything is as it was installed.</source>
        <translation>Alles ist, wie es installiert wurde.</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Taken away</source>
        <translation>Weggenommen</translation>
    </message>
    <message>
        <source>What is done about it</source>
        <translation>Was dagegen getan wird</translation>
    </message>
    <message>
        <source>What goes</source>
        <translation>Was geht</translation>
    </message>
    <message>
        <source>The database copies the SRP credentials of the primary. The key stays hidden.</source>
        <translation>Die Datenbank kopiert die SRP-Anmeldedaten des Primärservers. Der Schlüssel bleibt verborgen.</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Komponenten</translation>
    </message>
    <message>
        <source>Will start at the next boot</source>
        <translation>Starten beim nächsten Systemstart</translation>
    </message>
    <message>
        <source>Run by the Domino server</source>
        <translation>Vom Domino-Server ausgeführt</translation>
    </message>
    <message>
        <source>Never started by setup: the failover process does it when the standby promotes itself</source>
        <translation>Vom Setup nie gestartet: Das tut der Failover-Vorgang, wenn der Standby-Server sich hochstuft</translation>
    </message>
    <message>
        <source>%1: setup does not touch the primary</source>
        <translation>%1: Das Setup rührt den Primärserver nicht an</translation>
    </message>
    <message>
        <source>%1, the standby of %2, on %3.</source>
        <translation>%1, der Standby-Server von %2, auf %3.</translation>
    </message>
    <message>
        <source>All below %1.</source>
        <translation>Alles unterhalb von %1.</translation>
    </message>
    <message>
        <source>%1 becomes the standby of %2, on %3.</source>
        <translation>%1 wird der Standby-Server von %2, auf %3.</translation>
    </message>
    <message>
        <source>Programs: %1 files, %2 MiB, in %3.</source>
        <translation>Programme: %1 Dateien, %2 MiB, in %3.</translation>
    </message>
    <message>
        <source>Configuration: %1. Logs: %2.</source>
        <translation>Konfiguration: %1. Protokolle: %2.</translation>
    </message>
    <message>
        <source>Its services run as %1.</source>
        <translation>Seine Dienste laufen als %1.</translation>
    </message>
    <message>
        <source>%1: task %2, after &quot;load %2&quot; or a restart of that server</source>
        <translation>%1: Task %2, nach „load %2“ oder einem Neustart jenes Servers</translation>
    </message>
    <message>
        <source>%1 is installed as wanted.</source>
        <translation>%1 ist wie gewünscht installiert.</translation>
    </message>
    <message>
        <source>Its version was %1 and becomes %2.</source>
        <translation>Seine Version war %1 und wird %2.</translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>Summary of the installation</source>
        <translation>Zusammenfassung der Installation</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Save the answers</source>
        <translation>Antworten speichern</translation>
    </message>
    <message>
        <source>Answers (*.ini)</source>
        <translation>Antworten (*.ini)</translation>
    </message>
    <message>
        <source>Remove the &amp;logs of the services too</source>
        <translation>Auch die Protokolle der &amp;Dienste entfernen</translation>
    </message>
    <message>
        <source>Leave the &amp;database as it is: this standby stays registered there</source>
        <translation>Die Daten&amp;bank lassen, wie sie ist: Der Standby-Server bleibt dort verzeichnet</translation>
    </message>
    <message>
        <source>Save &amp;answers…</source>
        <translation>&amp;Antworten speichern…</translation>
    </message>
    <message>
        <source>Show &amp;steps</source>
        <translation>&amp;Schritte zeigen</translation>
    </message>
    <message>
        <source>The command was copied to the clipboard</source>
        <translation>Der Befehl ist in der Zwischenablage</translation>
    </message>
    <message>
        <source>The answers and what they lead to. They can be saved for a silent installation, without any secret.</source>
        <translation>Die Antworten, und wozu sie führen. Sie können für eine unbeaufsichtigte Installation gespeichert werden, ohne Geheimnisse.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Copy as comma&amp;nd</source>
        <translation>Als Befeh&amp;l kopieren</translation>
    </message>
</context>
<context>
    <name>Upgrade</name>
    <message>
        <source>Brings the standby, which has version %1, to the version of newer media. Which media that is, is asked next.</source>
        <translation>Bringt den Standby-Server, der Version %1 hat, auf die Version eines neueren Mediums. Nach dem Medium wird als Nächstes gefragt.</translation>
    </message>
    <message>
        <source>Brings the standby from version %1 to %2, with the media in %3. Only what differs is replaced; what administrators edited is kept.</source>
        <translation>Bringt den Standby-Server von Version %1 auf %2, mit dem Medium in %3. Nur was abweicht, wird ersetzt; was Administratoren bearbeitet haben, bleibt.</translation>
    </message>
    <message>
        <source>The media in %3 is older: the standby would go from version %1 back to %2. That has to be confirmed.</source>
        <translation>Das Medium in %3 ist älter: Der Standby-Server ginge von Version %1 zurück auf %2. Das muss bestätigt werden.</translation>
    </message>
    <message>
        <source>The media in %2 is of another product, %1: the standby can&apos;t take it.</source>
        <translation>Das Medium in %2 gehört zu einem anderen Produkt, %1: Der Standby-Server kann es nicht nehmen.</translation>
    </message>
    <message>
        <source>The media in %2 has version %1, which is installed, with other contents: the standby gets those.</source>
        <translation>Das Medium in %2 hat die installierte Version %1 mit anderem Inhalt: Der Standby-Server bekommt diesen.</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>The standby on this computer</source>
        <translation>Der Standby-Server auf diesem Computer</translation>
    </message>
    <message>
        <source>Install a standby</source>
        <translation>Standby-Server installieren</translation>
    </message>
    <message>
        <source>&amp;Modify</source>
        <translation>Ä&amp;ndern</translation>
    </message>
    <message>
        <source>Re&amp;pair</source>
        <translation>&amp;Reparieren</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Up&amp;grade</source>
        <translation>Akt&amp;ualisieren</translation>
    </message>
    <message>
        <source>%1

A standby takes over when the computer of its primary fails, so it has to be on another one. Run this setup there: on a computer with a Domino server that is in one cluster with the primary&apos;s. The primary stays as it is; nothing was changed here.</source>
        <translation>%1

Ein Standby-Server springt ein, wenn der Computer seines Primärservers ausfällt; darum muss er auf einem anderen sein. Führen Sie dieses Setup dort aus: auf einem Computer mit einem Domino-Server, der mit dem des Primärservers in einem Cluster ist. Der Primärserver bleibt, wie er ist; hier wurde nichts geändert.</translation>
    </message>
    <message>
        <source>A BlackBerry Enterprise Server may run on this computer already</source>
        <translation>Auf diesem Computer läuft vielleicht schon ein BlackBerry Enterprise Server</translation>
    </message>
    <message>
        <source>The Domino server here loads the Messaging Agent (BES in ServerTasks of %1), and this setup has not installed it. A primary can&apos;t become a standby: run setup on another computer then. The BlackBerry Configuration Database will tell.</source>
        <translation>Der Domino-Server hier lädt den Messaging Agent (BES in ServerTasks von %1), und dieses Setup hat ihn nicht installiert. Ein Primärserver kann kein Standby-Server werden: Führen Sie das Setup dann auf einem anderen Computer aus. Die BlackBerry-Konfigurationsdatenbank wird es zeigen.</translation>
    </message>
    <message>
        <source>Use another &amp;database…</source>
        <translation>Andere Daten&amp;bank verwenden…</translation>
    </message>
    <message>
        <source>Password for the database of the interrupted run</source>
        <translation>Kennwort für die Datenbank des unterbrochenen Laufs</translation>
    </message>
    <message>
        <source>Pass&amp;word:</source>
        <translation>Kennw&amp;ort:</translation>
    </message>
    <message>
        <source>What do you want to do? Nothing is changed until you confirm the review.</source>
        <translation>Was möchten Sie tun? Bis Sie die Überprüfung bestätigen, wird nichts geändert.</translation>
    </message>
    <message>
        <source>Installs a standby BlackBerry Enterprise Server for IBM Lotus Domino on this computer. The primary runs on another one.</source>
        <translation>Installiert auf diesem Computer einen Standby-BlackBerry Enterprise Server für IBM Lotus Domino. Der Primärserver läuft auf einem anderen.</translation>
    </message>
    <message>
        <source>%1, the standby of %2. Version %3, installed on %4.</source>
        <translation>%1, der Standby-Server von %2. Version %3, installiert am %4.</translation>
    </message>
    <message>
        <source>Setup asks for the installation media and the BlackBerry Configuration Database, and detects everything else. SRP credentials are never typed or shown.

Nothing is changed until you press Install. A run that fails or is cancelled is rolled back.

You need:</source>
        <translation>Das Setup fragt nach dem Installationsmedium und der BlackBerry-Konfigurationsdatenbank und ermittelt alles andere. SRP-Anmeldedaten werden nie eingegeben oder gezeigt.

Bis Sie auf Installieren drücken, wird nichts geändert. Ein Lauf, der fehlschlägt oder abgebrochen wird, wird zurückgerollt.

Sie brauchen:</translation>
    </message>
    <message>
        <source>  •  the installation media
  •  access to the BlackBerry Configuration Database
  •  a Domino server on this computer, in the same cluster as the primary&apos;s Domino server
  •  administrator rights on this computer</source>
        <translation>  •  das Installationsmedium
  •  Zugriff auf die BlackBerry-Konfigurationsdatenbank
  •  einen Domino-Server auf diesem Computer, im selben Cluster wie der Domino-Server des Primärservers
  •  Administratorrechte auf diesem Computer</translation>
    </message>
    <message>
        <source>Load answers</source>
        <translation>Antworten laden</translation>
    </message>
    <message>
        <source>Answer files (*.ini);;All files (*)</source>
        <translation>Antwortdateien (*.ini);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Answers loaded from %1</source>
        <translation>Antworten aus %1 geladen</translation>
    </message>
    <message>
        <source>Use &amp;media found in %1</source>
        <translation>Gefundenes &amp;Medium in %1 verwenden</translation>
    </message>
    <message>
        <source>Adds or removes components. The primary stays the same, and deferred services stay stopped.</source>
        <translation>Fügt Komponenten hinzu oder entfernt sie. Der Primärserver bleibt derselbe, und aufgeschobene Dienste bleiben beendet.</translation>
    </message>
    <message>
        <source>Compares files, services and the registration with what was installed, and restores only what differs. Files that administrators edited are kept.</source>
        <translation>Vergleicht Dateien, Dienste und die Registrierung mit dem, was installiert wurde, und stellt nur wieder her, was abweicht. Dateien, die Administratoren bearbeitet haben, bleiben.</translation>
    </message>
    <message>
        <source>Removes the standby from this computer and from the database. The primary is not changed; files of others stay.</source>
        <translation>Entfernt den Standby-Server von diesem Computer und aus der Datenbank. Der Primärserver wird nicht geändert; Dateien anderer bleiben.</translation>
    </message>
    <message>
        <source>Roll bac&amp;k</source>
        <translation>Zurückro&amp;llen</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>&amp;Fertigstellen</translation>
    </message>
    <message>
        <source>Never saved</source>
        <translation>Wird nie gespeichert</translation>
    </message>
    <message>
        <source>This computer is a primary and cannot become a standby</source>
        <translation>Dieser Computer ist ein Primärserver und kann kein Standby-Server werden</translation>
    </message>
    <message>
        <source>The run &quot;%1&quot; of %2 was interrupted. Roll it back or finish it now; otherwise the next run rolls it back first.</source>
        <translation>Der Lauf &quot;%1&quot; vom %2 wurde unterbrochen. Rollen Sie ihn jetzt zurück oder stellen Sie ihn fertig; sonst rollt ihn der nächste Lauf zuerst zurück.</translation>
    </message>
    <message>
        <source>It worked with the database %1 as %2. Enter the password to finish the run, or to roll back what it wrote there. Without the password only this computer is rolled back.</source>
        <translation>Er arbeitete mit der Datenbank %1 als %2. Geben Sie das Kennwort ein, um den Lauf fertigzustellen oder zurückzurollen, was er dort geschrieben hat. Ohne Kennwort wird nur dieser Computer zurückgerollt.</translation>
    </message>
    <message>
        <source>&amp;Load answers…</source>
        <translation>&amp;Antworten laden…</translation>
    </message>
    <message>
        <source>&amp;Status…</source>
        <translation>&amp;Status…</translation>
    </message>
    <message>
        <source>Use &amp;media</source>
        <translation>&amp;Medium verwenden</translation>
    </message>
    <message>
        <source>Another run of setup is in progress</source>
        <translation>Ein anderer Lauf von Setup ist im Gange</translation>
    </message>
    <message>
        <source>This page shows it as it goes on, and changes nothing. When it has ended, you can go on here.</source>
        <translation>Diese Seite zeigt seinen Fortschritt und ändert nichts. Wenn er beendet ist, können Sie hier fortfahren.</translation>
    </message>
</context>
<context>
    <name>bes::wizard::BusyRow</name>
    <message>
        <source>Setup is checking</source>
        <translation>Das Setup prüft</translation>
    </message>
    <message>
        <source>St&amp;op</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>Check stopped.</source>
        <translation>Prüfung angehalten.</translation>
    </message>
    <message>
        <source>C&amp;heck again</source>
        <translation>Noc&amp;hmals prüfen</translation>
    </message>
</context>
<context>
    <name>bes::wizard::ClusterView</name>
    <message>
        <source>Domino cluster</source>
        <translation>Domino-Cluster</translation>
    </message>
    <message>
        <source>server of the primary</source>
        <translation>Server des Primärservers</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>dieser Computer</translation>
    </message>
    <message>
        <source>cluster mate</source>
        <translation>Clusternachbar</translation>
    </message>
</context>
<context>
    <name>bes::wizard::ComponentTree</name>
    <message>
        <source>Component</source>
        <translation>Komponente</translation>
    </message>
    <message>
        <source>After setup</source>
        <translation>Nach dem Setup</translation>
    </message>
    <message>
        <source>Primary</source>
        <translation>Primär</translation>
    </message>
    <message>
        <source>Fails over</source>
        <translation>Failover</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Needs %1.</source>
        <translation>Braucht %1.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>no ports</source>
        <translation>keine Ports</translation>
    </message>
</context>
<context>
    <name>bes::wizard::HandbookDialog</name>
    <message>
        <source>Handbook</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>bes-standby-setup %1. License: Apache-2.0.</source>
        <translation>bes-standby-setup %1. Lizenz: Apache-2.0.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
</context>
<context>
    <name>bes::wizard::OtherRunView</name>
    <message>
        <source>Progress of the other run</source>
        <translation>Fortschritt des anderen Laufs</translation>
    </message>
    <message>
        <source>Steps of the other run</source>
        <translation>Schritte des anderen Laufs</translation>
    </message>
    <message>
        <source>Check &amp;again</source>
        <translation>Erneut prü&amp;fen</translation>
    </message>
</context>
<context>
    <name>bes::wizard::PasteDialog</name>
    <message>
        <source>&amp;OK</source>
        <translation>&amp;OK</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Paste console output of the primary&apos;s Domino server</source>
        <translation>Konsolenausgabe des Domino-Servers des Primärservers einfügen</translation>
    </message>
    <message>
        <source>Paste console output of the Domino server here</source>
        <translation>Konsolenausgabe des Domino-Servers hier einfügen</translation>
    </message>
</context>
<context>
    <name>bes::wizard::PathField</name>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>Browse for: %1</source>
        <translation>Durchsuchen: %1</translation>
    </message>
</context>
<context>
    <name>bes::wizard::PrimaryTable</name>
    <message>
        <source>no standby</source>
        <translation>kein Standby-Server</translation>
    </message>
    <message>
        <source>%1, can&apos;t be chosen: %2</source>
        <translation>%1, nicht wählbar: %2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>Domino server</source>
        <translation>Domino-Server</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Komponenten</translation>
    </message>
    <message>
        <source>Standby</source>
        <translation>Standby</translation>
    </message>
</context>
<context>
    <name>bes::wizard::ReportDialog</name>
    <message>
        <source>Report for a colleague</source>
        <translation>Bericht für Kollegen</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Archive (*.tar.gz)</source>
        <translation>Archiv (*.tar.gz)</translation>
    </message>
    <message>
        <source>Saved as %1. Only you can read it.</source>
        <translation>Gespeichert als %1. Nur Sie können ihn lesen.</translation>
    </message>
    <message>
        <source>Collecting what the report contains</source>
        <translation>Der Inhalt des Berichts wird zusammengestellt</translation>
    </message>
    <message>
        <source>Files of the report</source>
        <translation>Dateien des Berichts</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Setup packs these files into one archive, which you can send to a colleague. Passwords, keys and people&apos;s names are left out of every file. Names of servers and folders stay.</source>
        <translation>Setup packt diese Dateien in ein Archiv, das Sie einem Kollegen schicken können. Kennwörter, Schlüssel und Namen von Personen sind in keiner Datei. Namen von Servern und Ordnern bleiben.</translation>
    </message>
    <message>
        <source>In the report</source>
        <translation>Im Bericht</translation>
    </message>
    <message>
        <source>Not in the report</source>
        <translation>Nicht im Bericht</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>&amp;Speichern als…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
</context>
<context>
    <name>bes::wizard::RunView</name>
    <message>
        <source>Ended: %1</source>
        <translation>Beendet: %1</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>Checking once more that nothing has changed</source>
        <translation>Es wird noch einmal geprüft, dass sich nichts geändert hat</translation>
    </message>
    <message>
        <source>Rolling back: %1</source>
        <translation>Wird zurückgerollt: %1</translation>
    </message>
    <message>
        <source>Rolled back: %1</source>
        <translation>Zurückgerollt: %1</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>rolled back</source>
        <translation>zurückgerollt</translation>
    </message>
</context>
<context>
    <name>bes::wizard::StatusDialog</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Checking the standby on this computer…</source>
        <translation>Der Standby-Server auf diesem Computer wird geprüft…</translation>
    </message>
</context>
<context>
    <name>bes::wizard::StepList</name>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Schritt %1 von %2: %3</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Gehe zu %1</translation>
    </message>
</context>
<context>
    <name>bes::wizard::TextDialog</name>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
</context>
<context>
    <name>bes::wizard::WizardWindow</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Setup of a standby BlackBerry Enterprise Server</source>
        <translation>Setup eines Standby-BlackBerry Enterprise Server</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Install</source>
        <translation>&amp;Installieren</translation>
    </message>
    <message>
        <source>&amp;Modify</source>
        <translation>Ä&amp;ndern</translation>
    </message>
    <message>
        <source>Re&amp;pair</source>
        <translation>&amp;Reparieren</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Upgrade</source>
        <translation>Akt&amp;ualisieren</translation>
    </message>
    <message>
        <source>Reading the media…</source>
        <translation>Das Medium wird gelesen…</translation>
    </message>
    <message>
        <source>Reading the database…</source>
        <translation>Die Datenbank wird gelesen…</translation>
    </message>
    <message>
        <source>Comparing this computer with what was installed…</source>
        <translation>Dieser Computer wird mit dem verglichen, was installiert wurde…</translation>
    </message>
    <message>
        <source>Checking this computer, and asking the Domino servers (at most %1 seconds)…</source>
        <translation>Dieser Computer wird geprüft, und die Domino-Server werden gefragt (höchstens %1 Sekunden)…</translation>
    </message>
    <message>
        <source>Checking this computer…</source>
        <translation>Dieser Computer wird geprüft…</translation>
    </message>
    <message>
        <source>%1 % - %2</source>
        <translation>%1 % - %2</translation>
    </message>
    <message>
        <source>The removal is rolled back. After the point of no return it is completed instead.</source>
        <translation>Die Entfernung wird zurückgerollt. Ab dem Punkt ohne Umkehr wird sie stattdessen abgeschlossen.</translation>
    </message>
    <message>
        <source>Everything is rolled back: the computer and the database are then as before.</source>
        <translation>Alles wird zurückgerollt: Computer und Datenbank sind dann wie zuvor.</translation>
    </message>
    <message>
        <source>Cancel and roll back?</source>
        <translation>Abbrechen und zurückrollen?</translation>
    </message>
    <message>
        <source>Close setup?</source>
        <translation>Setup schließen?</translation>
    </message>
    <message>
        <source>Nothing was changed on this computer. What you entered is lost.</source>
        <translation>Auf diesem Computer wurde nichts geändert. Was Sie eingegeben haben, geht verloren.</translation>
    </message>
    <message>
        <source>Help (F1)</source>
        <translation>Hilfe (F1)</translation>
    </message>
    <message>
        <source>Opens the handbook at this step</source>
        <translation>Öffnet das Handbuch bei diesem Schritt</translation>
    </message>
    <message>
        <source>PRACTICE: computer, database, media and Domino server are not real.</source>
        <translation>PRACTICE (Übung): Computer, Datenbank, Medium und Domino-Server sind nicht echt.</translation>
    </message>
</context>
</TS>
