-- A job that takes another one back names it, so that nobody does it twice.
ALTER TABLE jobs ADD COLUMN undoes UUID;
CREATE INDEX jobs_by_undone ON jobs (undoes);
CREATE INDEX job_tickets_by_ticket ON job_tickets (job_id, ticket_id);
