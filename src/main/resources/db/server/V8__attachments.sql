-- Files of messages. type is null until the whole file is here; message_id until one carries it.
CREATE TABLE attachments (
  id UUID PRIMARY KEY,
  owner_id UUID NOT NULL,
  name VARCHAR(200) NOT NULL,
  byte_count BIGINT NOT NULL,
  type VARCHAR(100),
  sha256 VARCHAR(64),
  created_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  message_id UUID REFERENCES messages (id)
);
CREATE INDEX attachments_by_content ON attachments (sha256);
CREATE INDEX attachments_by_message ON attachments (message_id, created_at);
CREATE INDEX attachments_by_owner ON attachments (owner_id, message_id);
