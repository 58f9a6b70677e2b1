-- The desk. Written for H2 (MODE=PostgreSQL) and PostgreSQL alike.

CREATE TABLE departments (
  id UUID PRIMARY KEY,
  name VARCHAR(200) NOT NULL,
  description VARCHAR(50000),
  tier INTEGER NOT NULL,
  agent_count INTEGER NOT NULL,
  version BIGINT NOT NULL
);

CREATE TABLE categories (
  category_key VARCHAR(200) PRIMARY KEY,
  label VARCHAR(200) NOT NULL,
  department_id UUID REFERENCES departments (id),
  default_priority VARCHAR(16) NOT NULL
);

INSERT INTO categories (category_key, label, department_id, default_priority) VALUES
  ('technical', 'Technical', NULL, 'medium'),
  ('billing', 'Billing', NULL, 'medium'),
  ('account', 'Account', NULL, 'medium'),
  ('loan', 'Loan', NULL, 'medium'),
  ('general', 'General', NULL, 'low'),
  ('transaction', 'Transaction', NULL, 'medium'),
  ('app_error', 'App error', NULL, 'medium'),
  ('banking_issue', 'Banking issue', NULL, 'high'),
  ('account_access', 'Account access', NULL, 'high'),
  ('transaction_error', 'Transaction error', NULL, 'high'),
  ('feature_question', 'Feature question', NULL, 'low'),
  ('security_concern', 'Security concern', NULL, 'urgent'),
  ('other', 'Other', NULL, 'low');

CREATE TABLE organizations (
  id UUID PRIMARY KEY,
  name VARCHAR(200) NOT NULL,
  tier VARCHAR(16) NOT NULL,
  health_score INTEGER,
  lifetime_value BIGINT,
  subscription_status VARCHAR(200),
  version BIGINT NOT NULL
);

-- password_hash is null for a customer without a login.
CREATE TABLE customers (
  id UUID PRIMARY KEY,
  name VARCHAR(200) NOT NULL,
  email VARCHAR(320),
  email_key VARCHAR(320) UNIQUE,
  phone VARCHAR(200),
  organization_id UUID REFERENCES organizations (id),
  language VARCHAR(35),
  account_status VARCHAR(200),
  version BIGINT NOT NULL,
  password_hash VARCHAR(500),
  disabled BOOLEAN DEFAULT FALSE NOT NULL
);

-- Everybody who works at the desk; email_key is the e-mail in lower case.
CREATE TABLE agents (
  id UUID PRIMARY KEY,
  name VARCHAR(200) NOT NULL,
  email VARCHAR(320) NOT NULL,
  email_key VARCHAR(320) NOT NULL UNIQUE,
  phone VARCHAR(200),
  department_id UUID REFERENCES departments (id),
  tier INTEGER NOT NULL,
  role VARCHAR(16) NOT NULL,
  status VARCHAR(16) NOT NULL,
  capacity INTEGER NOT NULL,
  active_tickets INTEGER NOT NULL,
  skills VARCHAR(1000000) NOT NULL,
  version BIGINT NOT NULL,
  password_hash VARCHAR(500),
  disabled BOOLEAN DEFAULT FALSE NOT NULL,
  scope_version BIGINT DEFAULT 1 NOT NULL,
  last_assigned_at TIMESTAMP(3) WITH TIME ZONE
);
CREATE INDEX agents_by_department ON agents (department_id, status);

CREATE TABLE led_departments (
  agent_id UUID NOT NULL REFERENCES agents (id),
  department_id UUID NOT NULL REFERENCES departments (id),
  PRIMARY KEY (agent_id, department_id)
);

-- tags is a JSON array in the order given; ticket_tags is the same to search by.
CREATE TABLE tickets (
  id UUID PRIMARY KEY,
  ticket_number VARCHAR(32) NOT NULL UNIQUE,
  subject VARCHAR(255) NOT NULL,
  description VARCHAR(50000),
  status VARCHAR(16) NOT NULL,
  priority VARCHAR(16) NOT NULL,
  category VARCHAR(200) NOT NULL REFERENCES categories (category_key),
  channel VARCHAR(16) NOT NULL,
  customer_id UUID REFERENCES customers (id),
  customer_name VARCHAR(200),
  customer_email VARCHAR(320),
  customer_phone VARCHAR(200),
  organization_id UUID REFERENCES organizations (id),
  deal_id UUID,
  department_id UUID REFERENCES departments (id),
  assigned_to UUID REFERENCES agents (id),
  assigned_to_name VARCHAR(200),
  escalated_to UUID REFERENCES agents (id),
  escalated_to_name VARCHAR(200),
  resolution VARCHAR(50000),
  resolved_at TIMESTAMP(3) WITH TIME ZONE,
  resolved_by UUID,
  closed_at TIMESTAMP(3) WITH TIME ZONE,
  first_response_at TIMESTAMP(3) WITH TIME ZONE,
  due_at TIMESTAMP(3) WITH TIME ZONE,
  snoozed_until TIMESTAMP(3) WITH TIME ZONE,
  satisfaction INTEGER,
  satisfaction_comment VARCHAR(50000),
  message_count INTEGER NOT NULL,
  last_message_at TIMESTAMP(3) WITH TIME ZONE,
  tags VARCHAR(1000000) NOT NULL,
  created_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  updated_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  version BIGINT NOT NULL,
  deleted_at TIMESTAMP(3) WITH TIME ZONE
);
CREATE INDEX tickets_by_status ON tickets (status);
CREATE INDEX tickets_by_category ON tickets (category);
CREATE INDEX tickets_by_customer ON tickets (customer_id);
CREATE INDEX tickets_by_organization ON tickets (organization_id);
CREATE INDEX tickets_by_department ON tickets (department_id);
CREATE INDEX tickets_by_assignee ON tickets (assigned_to);
CREATE INDEX tickets_by_escalation ON tickets (escalated_to);
CREATE INDEX tickets_by_creation ON tickets (created_at, id);
CREATE INDEX tickets_by_update ON tickets (updated_at, id);
CREATE INDEX tickets_by_last_message ON tickets (last_message_at, id);
CREATE INDEX tickets_by_deadline ON tickets (due_at, id);

CREATE TABLE ticket_tags (
  tag VARCHAR(200) NOT NULL,
  ticket_id UUID NOT NULL REFERENCES tickets (id),
  PRIMARY KEY (tag, ticket_id)
);
CREATE INDEX ticket_tags_by_ticket ON ticket_tags (ticket_id);

CREATE TABLE messages (
  id UUID PRIMARY KEY,
  ticket_id UUID NOT NULL REFERENCES tickets (id),
  sender_id UUID,
  sender_name VARCHAR(200) NOT NULL,
  sender_type VARCHAR(16) NOT NULL,
  body VARCHAR(50000) NOT NULL,
  internal BOOLEAN NOT NULL,
  attachments VARCHAR(1000000) NOT NULL,
  read_by UUID,
  read_at TIMESTAMP(3) WITH TIME ZONE,
  created_at TIMESTAMP(3) WITH TIME ZONE NOT NULL
);
CREATE INDEX messages_by_ticket ON messages (ticket_id, created_at, id);

CREATE TABLE history (
  id UUID PRIMARY KEY,
  ticket_id UUID NOT NULL REFERENCES tickets (id),
  action VARCHAR(32) NOT NULL,
  performed_by UUID,
  performed_by_name VARCHAR(200) NOT NULL,
  details VARCHAR(50000),
  changes VARCHAR(1000000) NOT NULL,
  happened_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  staff_only BOOLEAN NOT NULL
);
CREATE INDEX history_by_ticket ON history (ticket_id, happened_at, id);

CREATE TABLE refresh_tokens (
  token_hash VARCHAR(64) PRIMARY KEY,
  family UUID NOT NULL,
  person_id UUID NOT NULL,
  expires_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  used BOOLEAN NOT NULL
);
CREATE INDEX refresh_tokens_by_family ON refresh_tokens (family);
CREATE INDEX refresh_tokens_by_person ON refresh_tokens (person_id);
CREATE INDEX refresh_tokens_by_expiry ON refresh_tokens (expires_at);

-- The answers to writes that carried an Idempotency-Key.
CREATE TABLE answers (
  person_id UUID NOT NULL,
  idempotency_key VARCHAR(200) NOT NULL,
  request_hash VARCHAR(64) NOT NULL,
  status INTEGER NOT NULL,
  body BYTEA NOT NULL,
  answered_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (person_id, idempotency_key)
);
CREATE INDEX answers_by_time ON answers (answered_at);

-- Every change, dense and in commit order; the audiences are JSON.
CREATE TABLE change_log (
  seq BIGINT PRIMARY KEY,
  tx BIGINT NOT NULL,
  entity VARCHAR(16) NOT NULL,
  entity_id VARCHAR(200) NOT NULL,
  op VARCHAR(16) NOT NULL,
  data BYTEA,
  audience_before VARCHAR(1000),
  audience_after VARCHAR(1000),
  ticket_id UUID
);

-- One row: which life of the data this is, the last seq, and the seq up to which the log is gone.
CREATE TABLE desk_state (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  epoch UUID NOT NULL,
  head BIGINT NOT NULL,
  log_floor BIGINT NOT NULL
);

CREATE TABLE ticket_numbers (
  number_year INTEGER PRIMARY KEY,
  last_number BIGINT NOT NULL
);

CREATE TABLE secrets (
  name VARCHAR(64) PRIMARY KEY,
  secret BYTEA NOT NULL
);

CREATE TABLE jobs (
  id UUID PRIMARY KEY,
  kind VARCHAR(16) NOT NULL,
  state VARCHAR(16) NOT NULL,
  owner_id UUID NOT NULL,
  request VARCHAR(1000000) NOT NULL,
  created_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  finished_at TIMESTAMP(3) WITH TIME ZONE
);
CREATE INDEX jobs_by_state ON jobs (state);

-- before_ticket and after_version let a job be undone where nobody touched the ticket since.
CREATE TABLE job_tickets (
  job_id UUID NOT NULL REFERENCES jobs (id),
  item INTEGER NOT NULL,
  ticket_id UUID NOT NULL,
  done BOOLEAN NOT NULL,
  code VARCHAR(32),
  message VARCHAR(1000),
  before_ticket BYTEA,
  after_version BIGINT,
  PRIMARY KEY (job_id, item)
);
