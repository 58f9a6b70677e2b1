-- The confirmed copy. Disposable: another shape of it is another VERSION in ConfirmedStore, and a fresh file.
CREATE TABLE meta (name VARCHAR(64) PRIMARY KEY, body VARBINARY(65536) NOT NULL);
CREATE TABLE tickets (id UUID PRIMARY KEY, generation INT NOT NULL, body VARBINARY(1048576) NOT NULL);
-- Those that need work, which a start shows first.
CREATE TABLE active_tickets (id UUID PRIMARY KEY);
CREATE TABLE desk_rows (
  kind VARCHAR(16) NOT NULL, id VARCHAR(200) NOT NULL, generation INT NOT NULL,
  body VARBINARY(1048576) NOT NULL, PRIMARY KEY (kind, id));
CREATE TABLE messages (
  id UUID PRIMARY KEY, ticket_id UUID NOT NULL, at BIGINT NOT NULL, body VARBINARY(1048576) NOT NULL);
CREATE INDEX messages_of ON messages (ticket_id, at);
CREATE TABLE history (
  id UUID PRIMARY KEY, ticket_id UUID NOT NULL, at BIGINT NOT NULL, body VARBINARY(1048576) NOT NULL);
CREATE INDEX history_of ON history (ticket_id, at);
-- Which conversations are here without a hole from their newest message back, and the way to older ones.
CREATE TABLE conversations (
  ticket_id UUID PRIMARY KEY, older_messages VARCHAR(4096), older_history VARCHAR(4096));
-- seen_at: up to where this person has read; other_at: the other side's newest message that is known.
CREATE TABLE seen (
  ticket_id UUID PRIMARY KEY, seen_at BIGINT, seen_message UUID, other_at BIGINT, told BOOLEAN NOT NULL);
