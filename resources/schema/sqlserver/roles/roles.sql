-- Roles for the accounts that work on these tables. For a database administrator, who adds the users to them:
--   EXEC sp_addrolemember N'bes_installers', N'besadmin';
-- and, where the tables stand in another schema than dbo, makes it the default one of these users:
--   ALTER USER besadmin WITH DEFAULT_SCHEMA = bes_setup;
--
-- bes_installers: for bes-standby-setup. It reads everything, reserves primaries and registers standbys. The SRP
-- authentication key of a primary is copied to its standby inside the server; setup reads it to show its fingerprint.
CREATE ROLE bes_installers;
GO

GRANT SELECT ON dbo.SchemaVersion TO bes_installers;
GRANT SELECT ON dbo.UserConfig TO bes_installers;
GRANT SELECT, INSERT, UPDATE, DELETE ON dbo.ServerConfig TO bes_installers;
GRANT SELECT, INSERT, UPDATE, DELETE ON dbo.ServerAddress TO bes_installers;
GRANT SELECT, INSERT, UPDATE, DELETE ON dbo.ServerComponent TO bes_installers;
GRANT SELECT, INSERT, UPDATE, DELETE ON dbo.BESPair TO bes_installers;
GO

-- bes_services: for the services of a standby. They read, and the failover process says which server acts as what.
CREATE ROLE bes_services;
GO

GRANT SELECT ON dbo.SchemaVersion TO bes_services;
GRANT SELECT ON dbo.UserConfig TO bes_services;
GRANT SELECT ON dbo.ServerConfig TO bes_services;
GRANT UPDATE ON dbo.ServerConfig (ActsAs) TO bes_services;
GRANT SELECT ON dbo.ServerAddress TO bes_services;
GRANT SELECT ON dbo.ServerComponent TO bes_services;
GRANT SELECT ON dbo.BESPair TO bes_services;
GO
