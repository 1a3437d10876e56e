-- The practice site: for a database that `bes-standby-setup database create` made, whatever it is kept in. Names end in example.org and
-- invalid, addresses are those for documentation, keys are made up: nothing here leads to a real network.

BEGIN;

INSERT INTO ServerConfig (Id, ServerName, MachineName, FullyQualifiedName, DominoServer, ProductVersion, Role,
                          SRPIdentifier, SRPAuthenticationKey, SRPHost, SRPPort)
VALUES
  -- free, with 250 users: the one to install a standby for
  (1, 'BES-NORTH', 'bes-north', 'bes-north.example.org', 'CN=Mail01/O=Acme', '5.0', 'primary',
   'S12345678', '7f3a-91c4-0be2-d85e-46a7-2c19-f0d3-8b65-e14f-5a92', 'srp.practice.invalid', 3101),
  -- has a standby
  (2, 'BES-EAST', 'bes-east', 'bes-east.example.org', 'CN=Mail02/O=Acme', '5.0', 'primary',
   'S23456789', '19d8-c5e0-a47b-3f62-8e9d-b130-57ca-f246-6d0b-e871', 'srp.practice.invalid', 3101),
  -- on the computer "practice-here", for tests that call their computer so
  (3, 'BES-HERE', 'practice-here', 'practice-here.example.org', 'CN=Mail03/O=Acme', '5.0', 'primary',
   'S34567890', 'c2b6-0e7f-59a3-d418-f6c0-8d5b-3e91-a72c-04ef-b6d9', 'srp.practice.invalid', 3101),
  -- of another version
  (4, 'BES-OLD', 'bes-old', 'bes-old.example.org', 'CN=Mail04/O=Acme', '4.1.7', 'primary',
   'S45678901', 'e05d-7b29-c6f1-184a-9d3e-52f7-b08c-6ea4-d91b-3c70', 'srp.practice.invalid', 3101),
  -- free, with a temporary SRP identifier and the Collaboration Service
  (5, 'BES-TRIAL', 'bes-trial', 'bes-trial.example.org', 'CN=Mail05/O=Acme', '5.0', 'primary',
   'T1234567', '4ab9-e36d-f802-7c5f-10b4-d97e-a2c8-59f3-86e1-0d7a', 'srp.practice.invalid', 3101);

INSERT INTO BESPair (PrimaryId, PrimaryComputer, StandbyName, StandbyComputer, State, RunId, Since)
VALUES (2, 'bes-east', 'BES-EAST-STANDBY', 'bes-east2', 'reserved', 'practice', '2026-11-02T09:30:00Z');

INSERT INTO ServerConfig (Id, ServerName, MachineName, FullyQualifiedName, DominoServer, ProductVersion, Role,
                          SRPIdentifier, SRPAuthenticationKey, SRPHost, SRPPort)
SELECT 6, 'BES-EAST-STANDBY', 'bes-east2', 'bes-east2.example.org', 'CN=Mail12/O=Acme', ProductVersion, 'standby',
       SRPIdentifier, SRPAuthenticationKey, SRPHost, SRPPort
FROM ServerConfig WHERE ServerName = 'BES-EAST';

UPDATE BESPair SET StandbyId = 6, State = 'final' WHERE PrimaryId = 2;

INSERT INTO ServerAddress (ServerConfigId, Address)
VALUES (1, '192.0.2.11'), (2, '192.0.2.12'), (3, '192.0.2.13'), (4, '192.0.2.14'), (5, '192.0.2.15'), (6, '192.0.2.22');

WITH Component (Name) AS (
  VALUES ('router'), ('attachment'), ('dispatcher'), ('mds-connection'), ('alert'), ('administration'), ('controller'),
         ('mail-store'), ('policy'), ('synchronization'), ('messaging-agent'))
INSERT INTO ServerComponent (ServerConfigId, Component)
SELECT ServerConfig.Id, Component.Name FROM ServerConfig CROSS JOIN Component;
INSERT INTO ServerComponent (ServerConfigId, Component) VALUES (5, 'collaboration');

-- State databases have eight random digits for a name (bes.md §7.1).
WITH RECURSIVE Number (N) AS (SELECT 1 UNION ALL SELECT N + 1 FROM Number WHERE N < 250)
INSERT INTO UserConfig (ServerConfigId, DisplayName, MailboxSMTPAddr, MailboxDN, StateDatabasePath)
SELECT 1,
       'Practice User ' || substr((1000 + N) || '', 2),
       'user' || substr((1000 + N) || '', 2) || '@example.org',
       'CN=Practice User ' || substr((1000 + N) || '', 2) || '/O=Acme',
       'BES\State\' || (10000000 + N * 48271 * 7 % 89999999) || '.nsf'
FROM Number;

COMMIT;
