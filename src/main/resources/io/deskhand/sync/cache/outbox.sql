-- What the agent has written. Never disposable: later shapes are reached by further scripts.
CREATE TABLE meta (name VARCHAR(64) PRIMARY KEY, body VARBINARY(65536) NOT NULL);
CREATE TABLE intents (
  id UUID PRIMARY KEY, owner VARCHAR(400) NOT NULL, number BIGINT NOT NULL, verb VARCHAR(32) NOT NULL,
  body VARBINARY(4194304) NOT NULL, base VARBINARY(1048576) NOT NULL, state VARCHAR(16) NOT NULL,
  why VARCHAR(4000), attempts INT NOT NULL, accepted_at BIGINT NOT NULL, outcome VARBINARY(65536));
CREATE INDEX intents_of ON intents (owner, number);
CREATE TABLE drafts (
  owner VARCHAR(400) NOT NULL, ticket_id UUID NOT NULL, body VARBINARY(4194304) NOT NULL,
  PRIMARY KEY (owner, ticket_id));
