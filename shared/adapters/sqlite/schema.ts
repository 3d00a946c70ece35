/** The tables of the embedded home's one file. TEXT compares by its UTF-8 bytes (BINARY), as the port promises. */

/** Raised with every change of the schema; a file of a later version is refused. */
export const SCHEMA_VERSION = 1;

export const SCHEMA = `
CREATE TABLE items (
  pk TEXT NOT NULL,
  sk TEXT NOT NULL,
  version INTEGER NOT NULL,
  expires_at INTEGER,
  gsi1pk TEXT,
  gsi1sk TEXT,
  token TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (pk, sk)
) STRICT;
CREATE INDEX items_gsi1 ON items (gsi1pk, gsi1sk, pk, sk) WHERE gsi1pk IS NOT NULL;
CREATE INDEX items_expiry ON items (expires_at) WHERE expires_at IS NOT NULL;

-- Outbox items that wait to be handed to the reactions.
CREATE TABLE outgoing (seq INTEGER PRIMARY KEY AUTOINCREMENT, item TEXT NOT NULL) STRICT;

-- One row is one message. Only the head of a group can be claimed, so a group keeps its order;
-- a claim or a failure moves visible_at into the future. claimed_by names the process that holds it.
CREATE TABLE messages (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  origin INTEGER,
  queue TEXT NOT NULL,
  grp TEXT NOT NULL,
  body TEXT NOT NULL,
  receives INTEGER NOT NULL DEFAULT 0,
  head INTEGER NOT NULL,
  visible_at INTEGER NOT NULL,
  claimed_by TEXT
) STRICT;
CREATE INDEX messages_group ON messages (queue, grp, seq);
CREATE INDEX messages_heads ON messages (queue, visible_at, seq) WHERE head = 1;

CREATE TABLE sent (queue TEXT NOT NULL, dedupe TEXT NOT NULL, until INTEGER NOT NULL, PRIMARY KEY (queue, dedupe)) STRICT;
CREATE INDEX sent_until ON sent (until);

CREATE TABLE dead (
  origin INTEGER NOT NULL,
  queue TEXT NOT NULL,
  grp TEXT NOT NULL,
  body TEXT NOT NULL,
  receives INTEGER NOT NULL,
  died_at INTEGER NOT NULL,
  PRIMARY KEY (queue, origin)
) STRICT;
`;
