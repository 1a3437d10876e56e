-- BlackBerry Configuration Database, schema 3, for Microsoft SQL Server 2005 and newer. Its tables, columns and rules are
-- those of resources/schema/sqlite after its third script, where each is explained; no older schema ever stood in SQL Server.
--
-- For a database administrator: the script makes six tables, one index and six triggers, and changes nothing that is there.
-- It contains nothing of the vendor's. Run it once, in the database, as a member of db_owner, e.g.
--   sqlcmd -S SERVER -d BESMgmt -b -i schema.sql
-- Each part ends with a line GO. Names begin with the schema "dbo": in another one stand setup's tables beside the vendor's.
--
-- Rules of the pair hold for every program that writes: constraints, and triggers that take all rows of a statement at once.
-- A trigger takes the application lock "bes-standby-setup", so that one transaction after the other changes servers and
-- pairs and each sees what the one before it has done. Setup takes it before it writes.
--
-- Collations are stated: names are compared without regard to case, as Windows and Domino do, whatever the database does.

SET ANSI_NULLS ON;
SET ARITHABORT ON;
SET QUOTED_IDENTIFIER ON;
GO

CREATE TABLE dbo.SchemaVersion (
  [Version] int NOT NULL CONSTRAINT PK_SchemaVersion PRIMARY KEY,
  AppliedAt nvarchar(32) COLLATE Latin1_General_BIN2 NOT NULL -- UTC, ISO 8601
);
GO

CREATE TABLE dbo.ServerConfig (
  Id                   bigint IDENTITY (1, 1) NOT NULL CONSTRAINT PK_ServerConfig PRIMARY KEY,
  ServerName           nvarchar(450) COLLATE Latin1_General_CI_AS NOT NULL CONSTRAINT UQ_ServerConfig_ServerName UNIQUE,
  MachineName          nvarchar(450) COLLATE Latin1_General_CI_AS NOT NULL CONSTRAINT UQ_ServerConfig_MachineName UNIQUE,
  FullyQualifiedName   nvarchar(450) COLLATE Latin1_General_CI_AS NOT NULL,
  DominoServer         nvarchar(450) COLLATE Latin1_General_CI_AS NOT NULL,
  ProductVersion       nvarchar(100) COLLATE Latin1_General_BIN2 NOT NULL,
  Role                 nvarchar(10) COLLATE Latin1_General_BIN2 NOT NULL, -- as it was installed
  SRPIdentifier        nvarchar(100) COLLATE Latin1_General_BIN2 NOT NULL,
  SRPAuthenticationKey nvarchar(200) COLLATE Latin1_General_BIN2 NOT NULL,
  SRPHost              nvarchar(450) COLLATE Latin1_General_BIN2 NOT NULL,
  SRPPort              int NOT NULL CONSTRAINT DF_ServerConfig_SRPPort DEFAULT 3101,
  ActsAs               nvarchar(10) COLLATE Latin1_General_BIN2 NULL, -- now; empty: as it was installed
  CONSTRAINT CK_ServerConfig_Id CHECK (Id > 0),
  CONSTRAINT CK_ServerConfig_ServerName CHECK (ServerName <> N''),
  CONSTRAINT CK_ServerConfig_MachineName CHECK (MachineName <> N''),
  CONSTRAINT CK_ServerConfig_Role CHECK (Role IN (N'primary', N'standby')),
  CONSTRAINT CK_ServerConfig_SRPPort CHECK (SRPPort BETWEEN 1 AND 65535),
  CONSTRAINT CK_ServerConfig_ActsAs CHECK (ActsAs IN (N'primary', N'standby'))
);
GO

CREATE TABLE dbo.ServerAddress (
  ServerConfigId bigint NOT NULL CONSTRAINT FK_ServerAddress_ServerConfig REFERENCES dbo.ServerConfig (Id) ON DELETE CASCADE,
  Address        nvarchar(400) COLLATE Latin1_General_CI_AS NOT NULL,
  CONSTRAINT PK_ServerAddress PRIMARY KEY (ServerConfigId, Address),
  CONSTRAINT CK_ServerAddress_Address CHECK (Address <> N'')
);
GO

CREATE TABLE dbo.ServerComponent (
  ServerConfigId bigint NOT NULL CONSTRAINT FK_ServerComponent_ServerConfig REFERENCES dbo.ServerConfig (Id) ON DELETE CASCADE,
  Component      nvarchar(200) COLLATE Latin1_General_BIN2 NOT NULL, -- id in setup's catalogue
  CONSTRAINT PK_ServerComponent PRIMARY KEY (ServerConfigId, Component),
  CONSTRAINT CK_ServerComponent_Component CHECK (Component <> N'')
);
GO

CREATE TABLE dbo.UserConfig (
  Id                bigint IDENTITY (1, 1) NOT NULL CONSTRAINT PK_UserConfig PRIMARY KEY,
  ServerConfigId    bigint NOT NULL CONSTRAINT FK_UserConfig_ServerConfig REFERENCES dbo.ServerConfig (Id),
  DisplayName       nvarchar(450) COLLATE Latin1_General_CI_AS NOT NULL,
  MailboxSMTPAddr   nvarchar(450) COLLATE Latin1_General_CI_AS NOT NULL CONSTRAINT DF_UserConfig_MailboxSMTPAddr DEFAULT N'',
  MailboxDN         nvarchar(450) COLLATE Latin1_General_CI_AS NOT NULL CONSTRAINT DF_UserConfig_MailboxDN DEFAULT N'',
  -- of the user's BlackBerry state database, below the Domino data folder
  StateDatabasePath nvarchar(1000) COLLATE Latin1_General_CI_AS NOT NULL CONSTRAINT DF_UserConfig_StateDatabasePath DEFAULT N''
);
GO

CREATE INDEX UserConfig_ServerConfigId ON dbo.UserConfig (ServerConfigId);
GO

-- A row exists from the moment when a setup run begins (reserved); the standby's own row makes it final.
CREATE TABLE dbo.BESPair (
  PrimaryId       bigint NOT NULL CONSTRAINT PK_BESPair PRIMARY KEY,   -- one standby for each primary
  PrimaryComputer nvarchar(450) COLLATE Latin1_General_CI_AS NOT NULL,
  StandbyId       bigint NULL,
  StandbyName     nvarchar(450) COLLATE Latin1_General_CI_AS NOT NULL CONSTRAINT UQ_BESPair_StandbyName UNIQUE,
  StandbyComputer nvarchar(450) COLLATE Latin1_General_CI_AS NOT NULL CONSTRAINT UQ_BESPair_StandbyComputer UNIQUE,
  State           nvarchar(10) COLLATE Latin1_General_BIN2 NOT NULL,
  RunId           nvarchar(100) COLLATE Latin1_General_BIN2 NOT NULL,
  Since           nvarchar(32) COLLATE Latin1_General_BIN2 NOT NULL,   -- UTC, ISO 8601
  CONSTRAINT FK_BESPair_Primary FOREIGN KEY (PrimaryId) REFERENCES dbo.ServerConfig (Id),
  CONSTRAINT FK_BESPair_Standby FOREIGN KEY (StandbyId) REFERENCES dbo.ServerConfig (Id),
  CONSTRAINT CK_BESPair_StandbyName CHECK (StandbyName <> N''),
  CONSTRAINT CK_BESPair_StandbyComputer CHECK (StandbyComputer <> N''),
  CONSTRAINT CK_BESPair_RunId CHECK (RunId <> N''),
  CONSTRAINT CK_BESPair_State CHECK ((State = N'final' AND StandbyId IS NOT NULL) OR (State = N'reserved' AND StandbyId IS NULL)),
  CONSTRAINT CK_BESPair_Computers CHECK (PrimaryComputer <> StandbyComputer)
);
GO

-- One primary for each standby. A column that may be empty would be unique with one empty row at most: OneStandby stands
-- for StandbyId, and where that is empty for a number that no server has. By EXEC, since sqlfluff, with which this script
-- is checked, does not read columns that are computed.
EXEC sp_executesql
  N'ALTER TABLE dbo.BESPair ADD OneStandby AS COALESCE(StandbyId, -PrimaryId) PERSISTED CONSTRAINT UQ_BESPair_OneStandby UNIQUE';
GO

-- A pair begins as the reservation of a primary for a computer and a name that are free.
CREATE TRIGGER dbo.BESPair_begins ON dbo.BESPair AFTER INSERT AS
BEGIN
  SET NOCOUNT ON;
  DECLARE @got int;
  EXEC @got = sp_getapplock @Resource = N'bes-standby-setup', @LockMode = N'Exclusive', @LockOwner = N'Transaction';
  IF @got < 0
  BEGIN
    RAISERROR (N'bes: another program is changing servers or pairs', 16, 1);
    ROLLBACK TRANSACTION;
    RETURN;
  END;
  IF EXISTS (SELECT 1 FROM inserted WHERE State <> N'reserved')
  BEGIN
    RAISERROR (N'bes: a pair begins as a reservation', 16, 1);
    ROLLBACK TRANSACTION;
    RETURN;
  END;
  IF EXISTS (SELECT 1 FROM inserted AS i
             WHERE NOT EXISTS (SELECT 1 FROM dbo.ServerConfig AS s
                               WHERE s.Id = i.PrimaryId AND s.MachineName = i.PrimaryComputer AND s.Role = N'primary'))
  BEGIN
    RAISERROR (N'bes: the first server of a pair has to be a primary', 16, 1);
    ROLLBACK TRANSACTION;
    RETURN;
  END;
  IF EXISTS (SELECT 1 FROM inserted AS i INNER JOIN dbo.ServerConfig AS s
             ON s.MachineName = i.StandbyComputer OR s.ServerName = i.StandbyName)
  BEGIN
    RAISERROR (N'bes: a server that exists cannot become a standby', 16, 1);
    ROLLBACK TRANSACTION;
    RETURN;
  END;
END;
GO

-- A pair keeps its members, to the letter, and becomes final with the standby that it was reserved for.
CREATE TRIGGER dbo.BESPair_changes ON dbo.BESPair AFTER UPDATE AS
BEGIN
  SET NOCOUNT ON;
  DECLARE @got int;
  EXEC @got = sp_getapplock @Resource = N'bes-standby-setup', @LockMode = N'Exclusive', @LockOwner = N'Transaction';
  IF @got < 0
  BEGIN
    RAISERROR (N'bes: another program is changing servers or pairs', 16, 1);
    ROLLBACK TRANSACTION;
    RETURN;
  END;
  IF EXISTS (SELECT 1 FROM inserted AS i
             WHERE NOT EXISTS (SELECT 1 FROM deleted AS d
                               WHERE d.PrimaryId = i.PrimaryId
                                 AND d.PrimaryComputer COLLATE Latin1_General_BIN2 = i.PrimaryComputer COLLATE Latin1_General_BIN2
                                 AND d.StandbyName COLLATE Latin1_General_BIN2 = i.StandbyName COLLATE Latin1_General_BIN2
                                 AND d.StandbyComputer COLLATE Latin1_General_BIN2 = i.StandbyComputer COLLATE Latin1_General_BIN2))
  BEGIN
    RAISERROR (N'bes: a pair keeps its members', 16, 1);
    ROLLBACK TRANSACTION;
    RETURN;
  END;
  IF EXISTS (SELECT 1 FROM inserted AS i
             WHERE i.StandbyId IS NOT NULL
               AND NOT EXISTS (SELECT 1 FROM dbo.ServerConfig AS s
                               WHERE s.Id = i.StandbyId AND s.Role = N'standby'
                                 AND s.ServerName = i.StandbyName AND s.MachineName = i.StandbyComputer))
  BEGIN
    RAISERROR (N'bes: a pair becomes final with the standby that it was reserved for', 16, 1);
    ROLLBACK TRANSACTION;
    RETURN;
  END;
END;
GO

-- A pair is deleted as a reservation only.
CREATE TRIGGER dbo.BESPair_ends ON dbo.BESPair AFTER DELETE AS
BEGIN
  SET NOCOUNT ON;
  DECLARE @got int;
  EXEC @got = sp_getapplock @Resource = N'bes-standby-setup', @LockMode = N'Exclusive', @LockOwner = N'Transaction';
  IF @got < 0
  BEGIN
    RAISERROR (N'bes: another program is changing servers or pairs', 16, 1);
    ROLLBACK TRANSACTION;
    RETURN;
  END;
  IF EXISTS (SELECT 1 FROM deleted WHERE State = N'final')
  BEGIN
    RAISERROR (N'bes: a final pair has to be made a reservation before it is deleted', 16, 1);
    ROLLBACK TRANSACTION;
    RETURN;
  END;
END;
GO

-- A standby needs a reservation; what is reserved for a standby is no primary.
CREATE TRIGGER dbo.ServerConfig_begins ON dbo.ServerConfig AFTER INSERT AS
BEGIN
  SET NOCOUNT ON;
  DECLARE @got int;
  EXEC @got = sp_getapplock @Resource = N'bes-standby-setup', @LockMode = N'Exclusive', @LockOwner = N'Transaction';
  IF @got < 0
  BEGIN
    RAISERROR (N'bes: another program is changing servers or pairs', 16, 1);
    ROLLBACK TRANSACTION;
    RETURN;
  END;
  IF EXISTS (SELECT 1 FROM inserted AS i
             WHERE i.Role = N'standby'
               AND NOT EXISTS (SELECT 1 FROM dbo.BESPair AS p
                               WHERE p.StandbyName = i.ServerName AND p.StandbyComputer = i.MachineName AND p.State = N'reserved'))
  BEGIN
    RAISERROR (N'bes: a standby needs a reservation', 16, 1);
    ROLLBACK TRANSACTION;
    RETURN;
  END;
  IF EXISTS (SELECT 1 FROM inserted AS i INNER JOIN dbo.BESPair AS p
             ON p.StandbyName = i.ServerName OR p.StandbyComputer = i.MachineName
             WHERE i.Role = N'primary')
  BEGIN
    RAISERROR (N'bes: a standby cannot be a primary too', 16, 1);
    ROLLBACK TRANSACTION;
    RETURN;
  END;
END;
GO

-- A server keeps its role, and in a pair its name and its computer, to the letter.
CREATE TRIGGER dbo.ServerConfig_changes ON dbo.ServerConfig AFTER UPDATE AS
BEGIN
  SET NOCOUNT ON;
  DECLARE @got int;
  EXEC @got = sp_getapplock @Resource = N'bes-standby-setup', @LockMode = N'Exclusive', @LockOwner = N'Transaction';
  IF @got < 0
  BEGIN
    RAISERROR (N'bes: another program is changing servers or pairs', 16, 1);
    ROLLBACK TRANSACTION;
    RETURN;
  END;
  IF EXISTS (SELECT 1 FROM inserted AS i INNER JOIN deleted AS d ON d.Id = i.Id WHERE i.Role <> d.Role)
  BEGIN
    RAISERROR (N'bes: a server keeps the role that it was installed with', 16, 1);
    ROLLBACK TRANSACTION;
    RETURN;
  END;
  IF EXISTS (SELECT 1 FROM inserted AS i
             INNER JOIN deleted AS d ON d.Id = i.Id
             INNER JOIN dbo.BESPair AS p
             ON p.PrimaryId = i.Id OR p.StandbyId = i.Id OR p.StandbyName = i.ServerName OR p.StandbyComputer = i.MachineName
             WHERE i.ServerName COLLATE Latin1_General_BIN2 <> d.ServerName COLLATE Latin1_General_BIN2
                OR i.MachineName COLLATE Latin1_General_BIN2 <> d.MachineName COLLATE Latin1_General_BIN2)
  BEGIN
    RAISERROR (N'bes: a server of a pair keeps its name and its computer', 16, 1);
    ROLLBACK TRANSACTION;
    RETURN;
  END;
END;
GO

-- A server of a pair stays; the foreign keys of BESPair say so before.
CREATE TRIGGER dbo.ServerConfig_ends ON dbo.ServerConfig AFTER DELETE AS
BEGIN
  SET NOCOUNT ON;
  DECLARE @got int;
  EXEC @got = sp_getapplock @Resource = N'bes-standby-setup', @LockMode = N'Exclusive', @LockOwner = N'Transaction';
  IF @got < 0
  BEGIN
    RAISERROR (N'bes: another program is changing servers or pairs', 16, 1);
    ROLLBACK TRANSACTION;
    RETURN;
  END;
  IF EXISTS (SELECT 1 FROM deleted AS d INNER JOIN dbo.BESPair AS p ON p.PrimaryId = d.Id OR p.StandbyId = d.Id)
  BEGIN
    RAISERROR (N'bes: a server of a pair cannot be deleted', 16, 1);
    ROLLBACK TRANSACTION;
    RETURN;
  END;
END;
GO

INSERT INTO dbo.SchemaVersion (Version, AppliedAt)
VALUES (3, REPLACE(CONVERT(nvarchar(19), GETUTCDATE(), 120), N' ', N'T') + N'Z');
GO
