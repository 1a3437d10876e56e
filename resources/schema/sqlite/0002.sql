-- Schema 2: addresses in a table of their own, so that they can be compared one by one, and the path of each user's
-- BlackBerry state database below the Domino data folder.

CREATE TABLE ServerAddress (
  ServerConfigId INTEGER NOT NULL REFERENCES ServerConfig (Id) ON DELETE CASCADE,
  Address        TEXT NOT NULL COLLATE NOCASE CHECK (Address <> ''),
  PRIMARY KEY (ServerConfigId, Address)
) STRICT, WITHOUT ROWID;

WITH RECURSIVE Split (Id, Address, Rest) AS (
  SELECT Id, '', Addresses || ',' FROM ServerConfig
  UNION ALL
  SELECT Id, trim(substr(Rest, 1, instr(Rest, ',') - 1)), substr(Rest, instr(Rest, ',') + 1)
  FROM Split WHERE Rest <> ''
)
INSERT OR IGNORE INTO ServerAddress SELECT Id, Address FROM Split WHERE Address <> '';

ALTER TABLE ServerConfig DROP COLUMN Addresses;

ALTER TABLE UserConfig ADD COLUMN StateDatabasePath TEXT NOT NULL DEFAULT '';

INSERT INTO SchemaVersion VALUES (2, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'));
