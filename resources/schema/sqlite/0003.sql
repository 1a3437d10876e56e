-- Schema 3: the role that a server plays now. Role stays the one that it was installed with; the failover process, which
-- writes the identity of a promoted standby into the database (bes.md §6), writes ActsAs. Empty: as it was installed.

ALTER TABLE ServerConfig ADD COLUMN ActsAs TEXT CHECK (ActsAs IN ('primary', 'standby'));

INSERT INTO SchemaVersion VALUES (3, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'));
