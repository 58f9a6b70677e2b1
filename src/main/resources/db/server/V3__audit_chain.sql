-- The links of the chain over the history, in commit order. A link's hash is over the link before
-- it and over its entry; desk_state keeps the end, so that a tail cannot go unnoticed.
CREATE TABLE history_chain (
  link BIGINT PRIMARY KEY,
  entry_id UUID NOT NULL UNIQUE REFERENCES history (id),
  ticket_id UUID NOT NULL,
  hash BYTEA NOT NULL
);

-- chain_hash is null while the chain is empty.
ALTER TABLE desk_state ADD COLUMN chain_length BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE desk_state ADD COLUMN chain_hash BYTEA;
