-- What follows from verbs: automation rules, follow-ups, issues, measurements, escalation requests.

-- built_in names a shipped automation: its row says whether it is on, and where it stands.
CREATE TABLE automation_rules (
  id UUID PRIMARY KEY,
  name VARCHAR(200) NOT NULL,
  built_in VARCHAR(64) UNIQUE,
  enabled BOOLEAN NOT NULL,
  position INTEGER NOT NULL,
  verbs VARCHAR(1000) NOT NULL,
  conditions VARCHAR(1000000) NOT NULL,
  actions VARCHAR(1000000) NOT NULL,
  created_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  updated_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  version BIGINT NOT NULL
);

INSERT INTO automation_rules
  (id, name, built_in, enabled, position, verbs, conditions, actions, created_at, updated_at,
   version)
VALUES
  ('01900000-0000-7000-8000-00000000a001', 'Assign new tickets to the least busy agent',
   'auto_assign', FALSE, 1, '["create"]', '[]', '[]',
   CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, 1),
  ('01900000-0000-7000-8000-00000000a002', 'Tickets of enterprise organizations are at least high',
   'enterprise_priority', TRUE, 2, '["create"]', '[]', '[]',
   CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, 1),
  ('01900000-0000-7000-8000-00000000a003', 'An escalation makes an issue and a task',
   'escalation_issue', TRUE, 3, '["escalate"]', '[]', '[]',
   CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, 1),
  ('01900000-0000-7000-8000-00000000a004', 'A resolved ticket asks for a survey and a health check',
   'resolution_survey', TRUE, 4, '["resolve"]', '[]', '[]',
   CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, 1),
  ('01900000-0000-7000-8000-00000000a005', 'Measure how long it took to resolve a ticket',
   'resolution_time', TRUE, 5, '["resolve"]', '[]', '[]',
   CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, 1),
  ('01900000-0000-7000-8000-00000000a006', 'Warn the lead of what nobody takes for 15 minutes',
   'unassigned_warning', TRUE, 6, '[]', '[]', '[]',
   CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, 1),
  ('01900000-0000-7000-8000-00000000a007', 'Close a ticket when its last issue is resolved',
   'issue_resolved_close', FALSE, 7, '[]', '[]', '[]',
   CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, 1);

-- Tickets that nobody has, since when, and whether their lead was warned.
CREATE TABLE waiting_tickets (
  ticket_id UUID PRIMARY KEY REFERENCES tickets (id),
  since TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  warned BOOLEAN NOT NULL
);
CREATE INDEX waiting_tickets_by_time ON waiting_tickets (warned, since);

CREATE TABLE activities (
  id UUID PRIMARY KEY,
  ticket_id UUID REFERENCES tickets (id),
  customer_id UUID REFERENCES customers (id),
  organization_id UUID REFERENCES organizations (id),
  department_id UUID REFERENCES departments (id),
  kind VARCHAR(32) NOT NULL,
  status VARCHAR(16) NOT NULL,
  title VARCHAR(500) NOT NULL,
  description VARCHAR(50000),
  assigned_to UUID REFERENCES agents (id),
  due_at TIMESTAMP(3) WITH TIME ZONE,
  completed_at TIMESTAMP(3) WITH TIME ZONE,
  created_by UUID,
  created_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  updated_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  version BIGINT NOT NULL
);
CREATE INDEX activities_by_ticket ON activities (ticket_id);
CREATE INDEX activities_by_customer ON activities (customer_id);
CREATE INDEX activities_by_organization ON activities (organization_id);
CREATE INDEX activities_by_creation ON activities (created_at, id);

CREATE TABLE issues (
  id UUID PRIMARY KEY,
  ticket_id UUID REFERENCES tickets (id),
  customer_id UUID REFERENCES customers (id),
  organization_id UUID REFERENCES organizations (id),
  department_id UUID REFERENCES departments (id),
  kind VARCHAR(32) NOT NULL,
  status VARCHAR(16) NOT NULL,
  title VARCHAR(500) NOT NULL,
  description VARCHAR(50000),
  priority VARCHAR(16) NOT NULL,
  assigned_to UUID REFERENCES agents (id),
  resolved_at TIMESTAMP(3) WITH TIME ZONE,
  created_by UUID,
  created_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  updated_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  version BIGINT NOT NULL
);
CREATE INDEX issues_by_ticket ON issues (ticket_id);
CREATE INDEX issues_by_customer ON issues (customer_id);
CREATE INDEX issues_by_organization ON issues (organization_id);
CREATE INDEX issues_by_creation ON issues (created_at, id);

-- dimensions is a JSON object of texts.
CREATE TABLE metrics (
  id UUID PRIMARY KEY,
  name VARCHAR(200) NOT NULL,
  amount DOUBLE PRECISION NOT NULL,
  dimensions VARCHAR(10000) NOT NULL,
  ticket_id UUID REFERENCES tickets (id),
  recorded_at TIMESTAMP(3) WITH TIME ZONE NOT NULL
);
CREATE INDEX metrics_by_ticket ON metrics (ticket_id);
CREATE INDEX metrics_by_name ON metrics (name, recorded_at, id);
CREATE INDEX metrics_by_time ON metrics (recorded_at, id);

CREATE TABLE escalation_requests (
  id UUID PRIMARY KEY,
  ticket_id UUID NOT NULL REFERENCES tickets (id),
  reason VARCHAR(50000) NOT NULL,
  target_tier INTEGER,
  target_department_id UUID REFERENCES departments (id),
  target_agent_id UUID REFERENCES agents (id),
  target_priority VARCHAR(16),
  status VARCHAR(16) NOT NULL,
  requested_by UUID NOT NULL REFERENCES agents (id),
  requested_by_name VARCHAR(200) NOT NULL,
  decided_by UUID REFERENCES agents (id),
  decided_by_name VARCHAR(200),
  comment VARCHAR(50000),
  created_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  decided_at TIMESTAMP(3) WITH TIME ZONE
);
CREATE INDEX escalation_requests_by_ticket ON escalation_requests (ticket_id, status);
CREATE INDEX escalation_requests_by_creation ON escalation_requests (created_at, id);
