-- Tickets that are out of sight, and until when: small, beside a large table, so
-- that those whose time has come are found at once.
CREATE TABLE snoozed_tickets (
  ticket_id UUID PRIMARY KEY REFERENCES tickets (id),
  until TIMESTAMP(3) WITH TIME ZONE NOT NULL
);
CREATE INDEX snoozed_tickets_by_time ON snoozed_tickets (until);

INSERT INTO snoozed_tickets (ticket_id, until)
SELECT id, snoozed_until FROM tickets WHERE snoozed_until IS NOT NULL AND deleted_at IS NULL;
