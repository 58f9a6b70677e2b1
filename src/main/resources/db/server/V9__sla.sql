-- hours and holidays are JSON arrays; a deleted calendar stays for the clocks that count its hours.
CREATE TABLE calendars (
  id UUID PRIMARY KEY,
  name VARCHAR(200) NOT NULL,
  time_zone VARCHAR(64) NOT NULL,
  hours VARCHAR(1000000) NOT NULL,
  holidays VARCHAR(1000000) NOT NULL,
  version BIGINT NOT NULL,
  deleted BOOLEAN DEFAULT FALSE NOT NULL
);

INSERT INTO calendars (id, name, time_zone, hours, holidays, version) VALUES
  ('01900000-0000-7000-8000-000000000901', 'Business hours', 'UTC',
   '[{"day":"monday","from":"08:00","to":"18:00"},{"day":"tuesday","from":"08:00","to":"18:00"},{"day":"wednesday","from":"08:00","to":"18:00"},{"day":"thursday","from":"08:00","to":"18:00"},{"day":"friday","from":"08:00","to":"18:00"}]',
   '[]', 1);

-- No priority: any; no tier: any; no calendar: every hour of every day.
CREATE TABLE sla_policies (
  id UUID PRIMARY KEY,
  name VARCHAR(200) NOT NULL,
  priority VARCHAR(16),
  organization_tier VARCHAR(16),
  first_response_minutes INTEGER,
  resolution_minutes INTEGER,
  calendar_id UUID REFERENCES calendars (id),
  enabled BOOLEAN NOT NULL,
  version BIGINT NOT NULL
);

INSERT INTO sla_policies
  (id, name, priority, first_response_minutes, resolution_minutes, calendar_id, enabled, version)
VALUES
  ('01900000-0000-7000-8000-000000000911', 'Urgent', 'urgent', 60, 240, NULL, TRUE, 1),
  ('01900000-0000-7000-8000-000000000912', 'High', 'high', 240, 480,
   '01900000-0000-7000-8000-000000000901', TRUE, 1),
  ('01900000-0000-7000-8000-000000000913', 'Medium', 'medium', 480, 1440,
   '01900000-0000-7000-8000-000000000901', TRUE, 1),
  ('01900000-0000-7000-8000-000000000914', 'Low', 'low', 1440, 4320,
   '01900000-0000-7000-8000-000000000901', TRUE, 1);

-- How the targets of each ticket stand; a clock without running_since stands still.
CREATE TABLE ticket_clocks (
  ticket_id UUID PRIMARY KEY REFERENCES tickets (id),
  calendar_id UUID REFERENCES calendars (id),
  used_millis BIGINT NOT NULL,
  running_since TIMESTAMP(3) WITH TIME ZONE,
  response_millis BIGINT,
  response_due_at TIMESTAMP(3) WITH TIME ZONE,
  response_ended BOOLEAN NOT NULL,
  response_late BOOLEAN NOT NULL,
  response_told VARCHAR(16),
  resolution_millis BIGINT,
  resolution_due_at TIMESTAMP(3) WITH TIME ZONE,
  resolution_ended BOOLEAN NOT NULL,
  resolution_late BOOLEAN NOT NULL,
  resolution_told VARCHAR(16),
  alert_at TIMESTAMP(3) WITH TIME ZONE,
  reopened INTEGER NOT NULL
);
CREATE INDEX ticket_clocks_by_alert ON ticket_clocks (alert_at, ticket_id);

-- Every alert that went out; cycle is how often the ticket had been reopened.
CREATE TABLE sla_alerts (
  ticket_id UUID NOT NULL REFERENCES tickets (id),
  target VARCHAR(16) NOT NULL,
  kind VARCHAR(16) NOT NULL,
  cycle INTEGER NOT NULL,
  due_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  told_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (ticket_id, target, kind, cycle)
);
