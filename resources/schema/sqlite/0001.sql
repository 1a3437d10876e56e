-- BlackBerry Configuration Database, schema 1.
--
-- The vendor never published its schema. ServerConfig and UserConfig with their columns Id, MachineName,
-- ServerConfigId, DisplayName, MailboxSMTPAddr and MailboxDN are named as public scripts name them (bes.md §5.1);
-- everything else is this project's own design.
--
-- Rules of the pair (bes.md §1.1) stand here and not only in setup, so that they hold for every program that writes.
-- Triggers hold too where a program does not switch foreign keys on.

CREATE TABLE SchemaVersion (
  Version   INTEGER PRIMARY KEY,
  AppliedAt TEXT NOT NULL -- UTC, ISO 8601
) STRICT;

CREATE TABLE ServerConfig (
  Id                   INTEGER PRIMARY KEY,
  ServerName           TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (ServerName <> ''),
  MachineName          TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (MachineName <> ''),
  FullyQualifiedName   TEXT NOT NULL COLLATE NOCASE,
  Addresses            TEXT NOT NULL DEFAULT '', -- with commas between them
  DominoServer         TEXT NOT NULL COLLATE NOCASE,
  ProductVersion       TEXT NOT NULL,
  Role                 TEXT NOT NULL CHECK (Role IN ('primary', 'standby')), -- as it was installed
  SRPIdentifier        TEXT NOT NULL,
  SRPAuthenticationKey TEXT NOT NULL,
  SRPHost              TEXT NOT NULL,
  SRPPort              INTEGER NOT NULL DEFAULT 3101 CHECK (SRPPort BETWEEN 1 AND 65535)
) STRICT;

CREATE TABLE ServerComponent (
  ServerConfigId INTEGER NOT NULL REFERENCES ServerConfig (Id) ON DELETE CASCADE,
  Component      TEXT NOT NULL CHECK (Component <> ''), -- id in setup's catalogue
  PRIMARY KEY (ServerConfigId, Component)
) STRICT, WITHOUT ROWID;

CREATE TABLE UserConfig (
  Id              INTEGER PRIMARY KEY,
  ServerConfigId  INTEGER NOT NULL REFERENCES ServerConfig (Id),
  DisplayName     TEXT NOT NULL,
  MailboxSMTPAddr TEXT NOT NULL DEFAULT '',
  MailboxDN       TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX UserConfig_ServerConfigId ON UserConfig (ServerConfigId);

-- A row exists from the moment when a setup run begins (reserved); the standby's own row makes it final.
CREATE TABLE BESPair (
  PrimaryId       INTEGER PRIMARY KEY REFERENCES ServerConfig (Id), -- one standby for each primary
  PrimaryComputer TEXT NOT NULL COLLATE NOCASE,
  StandbyId       INTEGER UNIQUE REFERENCES ServerConfig (Id),      -- one primary for each standby
  StandbyName     TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (StandbyName <> ''),
  StandbyComputer TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (StandbyComputer <> ''),
  State           TEXT NOT NULL CHECK (State IN ('reserved', 'final')),
  RunId           TEXT NOT NULL CHECK (RunId <> ''),
  Since           TEXT NOT NULL, -- UTC, ISO 8601
  CHECK ((State = 'final') = (StandbyId IS NOT NULL)),
  CHECK (lower(PrimaryComputer) <> lower(StandbyComputer))
) STRICT;

CREATE TRIGGER BESPair_begins_reserved BEFORE INSERT ON BESPair
WHEN NEW.State <> 'reserved'
BEGIN
  SELECT RAISE(ABORT, 'a pair begins as a reservation');
END;

CREATE TRIGGER BESPair_needs_a_primary BEFORE INSERT ON BESPair
WHEN NOT EXISTS (SELECT 1 FROM ServerConfig
                 WHERE Id = NEW.PrimaryId AND MachineName = NEW.PrimaryComputer AND Role = 'primary')
BEGIN
  SELECT RAISE(ABORT, 'the first server of a pair has to be a primary');
END;

CREATE TRIGGER BESPair_takes_no_known_server BEFORE INSERT ON BESPair
WHEN EXISTS (SELECT 1 FROM ServerConfig
             WHERE MachineName = NEW.StandbyComputer OR ServerName = NEW.StandbyName)
BEGIN
  SELECT RAISE(ABORT, 'a server that exists cannot become a standby');
END;

CREATE TRIGGER BESPair_keeps_its_members
BEFORE UPDATE OF PrimaryId, PrimaryComputer, StandbyName, StandbyComputer ON BESPair
BEGIN
  SELECT RAISE(ABORT, 'a pair keeps its members');
END;

CREATE TRIGGER BESPair_gets_the_reserved_standby BEFORE UPDATE OF StandbyId ON BESPair
WHEN NEW.StandbyId IS NOT NULL
 AND NOT EXISTS (SELECT 1 FROM ServerConfig
                 WHERE Id = NEW.StandbyId AND Role = 'standby'
                   AND ServerName = NEW.StandbyName AND MachineName = NEW.StandbyComputer)
BEGIN
  SELECT RAISE(ABORT, 'a pair becomes final with the standby that it was reserved for');
END;

CREATE TRIGGER BESPair_is_not_deleted_when_final BEFORE DELETE ON BESPair
WHEN OLD.State = 'final'
BEGIN
  SELECT RAISE(ABORT, 'a final pair has to be made a reservation before it is deleted');
END;

CREATE TRIGGER ServerConfig_standby_needs_reservation BEFORE INSERT ON ServerConfig
WHEN NEW.Role = 'standby'
 AND NOT EXISTS (SELECT 1 FROM BESPair
                 WHERE StandbyName = NEW.ServerName AND StandbyComputer = NEW.MachineName AND State = 'reserved')
BEGIN
  SELECT RAISE(ABORT, 'a standby needs a reservation');
END;

CREATE TRIGGER ServerConfig_primary_is_no_standby BEFORE INSERT ON ServerConfig
WHEN NEW.Role = 'primary'
 AND EXISTS (SELECT 1 FROM BESPair WHERE StandbyName = NEW.ServerName OR StandbyComputer = NEW.MachineName)
BEGIN
  SELECT RAISE(ABORT, 'a standby cannot be a primary too');
END;

CREATE TRIGGER ServerConfig_keeps_its_role BEFORE UPDATE OF Role ON ServerConfig
WHEN NEW.Role <> OLD.Role
BEGIN
  SELECT RAISE(ABORT, 'a server keeps the role that it was installed with');
END;

CREATE TRIGGER ServerConfig_keeps_its_name_in_a_pair
BEFORE UPDATE OF Id, ServerName, MachineName ON ServerConfig
WHEN EXISTS (SELECT 1 FROM BESPair
             WHERE PrimaryId = OLD.Id OR StandbyId = OLD.Id
                OR StandbyName = NEW.ServerName OR StandbyComputer = NEW.MachineName)
BEGIN
  SELECT RAISE(ABORT, 'a server of a pair keeps its name and its computer');
END;

CREATE TRIGGER ServerConfig_is_not_deleted_in_a_pair BEFORE DELETE ON ServerConfig
WHEN EXISTS (SELECT 1 FROM BESPair WHERE PrimaryId = OLD.Id OR StandbyId = OLD.Id)
BEGIN
  SELECT RAISE(ABORT, 'a server of a pair cannot be deleted');
END;

INSERT INTO SchemaVersion VALUES (1, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'));
