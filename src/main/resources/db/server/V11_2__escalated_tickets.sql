-- How often a ticket was escalated, also when that has ended; a ticket that never was has no row.
CREATE TABLE escalated_tickets (
  ticket_id UUID PRIMARY KEY REFERENCES tickets (id),
  times INTEGER NOT NULL
);

INSERT INTO escalated_tickets (ticket_id, times)
SELECT h.ticket_id, COUNT(*) FROM history h WHERE h.action = 'ticket_escalated'
GROUP BY h.ticket_id;
