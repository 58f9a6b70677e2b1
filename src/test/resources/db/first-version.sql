-- A desk as the first version left it, with a row or more in each of its tables.
INSERT INTO desk_state (one, epoch, head, log_floor) VALUES
  (1, '00000000-0000-7000-8000-0000000000e1', 3, 0);
INSERT INTO secrets (name, secret) VALUES ('jwt', CAST('thirty-two bytes of an old secret' AS BYTEA));
INSERT INTO ticket_numbers (number_year, last_number) VALUES (2025, 41);

INSERT INTO departments (id, name, description, tier, agent_count, version) VALUES
  ('00000000-0000-7000-8000-000000000001', 'Support', 'Everything', 1, 2, 1),
  ('00000000-0000-7000-8000-000000000002', 'Billing', NULL, 2, 1, 1);
UPDATE categories SET department_id = '00000000-0000-7000-8000-000000000001'
  WHERE category_key = 'technical';
INSERT INTO categories (category_key, label, department_id, default_priority) VALUES
  ('refund', 'Refund', '00000000-0000-7000-8000-000000000002', 'high');
INSERT INTO organizations
  (id, name, tier, health_score, lifetime_value, subscription_status, version) VALUES
  ('00000000-0000-7000-8000-000000000003', 'Acme', 'enterprise', 70, 12000, 'active', 2);
INSERT INTO customers
  (id, name, email, email_key, phone, organization_id, language, account_status, version,
   password_hash) VALUES
  ('00000000-0000-7000-8000-000000000020', 'Cora Finch', 'Cora@acme.example', 'cora@acme.example',
   '+49 30 1234567', '00000000-0000-7000-8000-000000000003', 'en', 'active', 1, '{password}'),
  ('00000000-0000-7000-8000-000000000021', 'Carl', NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL);
INSERT INTO agents
  (id, name, email, email_key, phone, department_id, tier, role, status, capacity, active_tickets,
   skills, version, password_hash, last_assigned_at) VALUES
  ('00000000-0000-7000-8000-000000000010', 'Ada', 'Ada@desk.example', 'ada@desk.example', NULL,
   NULL, 3, 'admin', 'away', 20, 0, '[]', 1, '{password}', NULL),
  ('00000000-0000-7000-8000-000000000011', 'Lea', 'lea@desk.example', 'lea@desk.example', '12',
   '00000000-0000-7000-8000-000000000001', 2, 'lead', 'available', 20, 1, '["sso"]', 3,
   '{password}', TIMESTAMP WITH TIME ZONE '2025-05-30 09:00:00Z'),
  ('00000000-0000-7000-8000-000000000012', 'Max', 'max@desk.example', 'max@desk.example', NULL,
   '00000000-0000-7000-8000-000000000001', 1, 'agent', 'available', 20, 1, '[]', 1, '{password}',
   NULL),
  ('00000000-0000-7000-8000-000000000013', 'Bea', 'bea@desk.example', 'bea@desk.example', NULL,
   '00000000-0000-7000-8000-000000000002', 1, 'agent', 'away', 20, 0, '[]', 1, '{password}', NULL);
INSERT INTO led_departments (agent_id, department_id) VALUES
  ('00000000-0000-7000-8000-000000000011', '00000000-0000-7000-8000-000000000002');

INSERT INTO tickets
  (id, ticket_number, subject, description, status, priority, category, channel, customer_id,
   customer_name, customer_email, customer_phone, organization_id, deal_id, department_id,
   assigned_to, assigned_to_name, escalated_to, escalated_to_name, resolution, resolved_at,
   resolved_by, closed_at, first_response_at, snoozed_until, satisfaction, satisfaction_comment,
   message_count, last_message_at, tags, created_at, updated_at, version, deleted_at) VALUES
  ('00000000-0000-7000-8000-0000000000a1', 'TKT-2025-000037', 'The card reader is dead', 'Since noon',
   'open', 'urgent', 'technical', 'email', '00000000-0000-7000-8000-000000000020', 'Cora Finch',
   'Cora@acme.example', '+49 30 1234567', '00000000-0000-7000-8000-000000000003',
   '00000000-0000-7000-8000-00000000dea1', '00000000-0000-7000-8000-000000000001', NULL, NULL, NULL,
   NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, '["hardware","card"]',
   TIMESTAMP WITH TIME ZONE '2025-06-02 08:30:00Z', TIMESTAMP WITH TIME ZONE '2025-06-02 08:30:00Z',
   1, NULL),
  ('00000000-0000-7000-8000-0000000000a2', 'TKT-2025-000038', 'Charged twice', NULL, 'in_progress',
   'high', 'refund', 'web', '00000000-0000-7000-8000-000000000020', 'Cora Finch',
   'Cora@acme.example', '+49 30 1234567', '00000000-0000-7000-8000-000000000003', NULL,
   '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000012', 'Max', NULL, NULL,
   NULL, NULL, NULL, NULL, TIMESTAMP WITH TIME ZONE '2025-06-01 10:00:00Z',
   TIMESTAMP WITH TIME ZONE '2025-06-20 08:00:00Z', NULL, NULL, 3,
   TIMESTAMP WITH TIME ZONE '2025-06-01 11:00:00Z', '[]',
   TIMESTAMP WITH TIME ZONE '2025-06-01 09:00:00Z', TIMESTAMP WITH TIME ZONE '2025-06-01 11:00:00Z',
   5, NULL),
  ('00000000-0000-7000-8000-0000000000a3', 'TKT-2025-000039', 'Nobody knows this one', NULL,
   'escalated', 'medium', 'technical', 'phone', '00000000-0000-7000-8000-000000000021', 'Carl', NULL,
   NULL, NULL, NULL, '00000000-0000-7000-8000-000000000001',
   '00000000-0000-7000-8000-000000000012', 'Max', '00000000-0000-7000-8000-000000000011', 'Lea', NULL,
   NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, '["odd"]',
   TIMESTAMP WITH TIME ZONE '2025-05-30 08:00:00Z', TIMESTAMP WITH TIME ZONE '2025-05-30 09:00:00Z',
   3, NULL),
  ('00000000-0000-7000-8000-0000000000a4', 'TKT-2025-000040', 'An invoice is missing', NULL, 'resolved',
   'low', 'billing', 'chat', NULL, NULL, NULL, NULL, NULL, NULL,
   '00000000-0000-7000-8000-000000000002', NULL, NULL, NULL, NULL, 'Sent again',
   TIMESTAMP WITH TIME ZONE '2025-05-31 10:00:00Z', '00000000-0000-7000-8000-000000000011', NULL,
   NULL, NULL, NULL, NULL, 0, NULL, '[]', TIMESTAMP WITH TIME ZONE '2025-05-31 08:00:00Z',
   TIMESTAMP WITH TIME ZONE '2025-05-31 10:00:00Z', 2, NULL),
  ('00000000-0000-7000-8000-0000000000a5', 'TKT-2025-000041', 'A mistake', NULL, 'open', 'low', 'other',
   'web', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
   NULL, NULL, NULL, NULL, 0, NULL, '[]', TIMESTAMP WITH TIME ZONE '2025-05-31 08:00:00Z',
   TIMESTAMP WITH TIME ZONE '2025-05-31 08:00:00Z', 1,
   TIMESTAMP WITH TIME ZONE '2025-05-31 08:01:00Z');
INSERT INTO ticket_tags (tag, ticket_id) VALUES
  ('hardware', '00000000-0000-7000-8000-0000000000a1'),
  ('card', '00000000-0000-7000-8000-0000000000a1'),
  ('odd', '00000000-0000-7000-8000-0000000000a3');
INSERT INTO messages
  (id, ticket_id, sender_id, sender_name, sender_type, body, internal, attachments, read_by, read_at,
   created_at) VALUES
  ('00000000-0000-7000-8000-0000000000b1', '00000000-0000-7000-8000-0000000000a2',
   '00000000-0000-7000-8000-000000000020', 'Cora Finch', 'customer', 'My marzipan was charged twice',
   FALSE, '[]', '00000000-0000-7000-8000-000000000012',
   TIMESTAMP WITH TIME ZONE '2025-06-01 09:30:00Z', TIMESTAMP WITH TIME ZONE '2025-06-01 09:10:00Z'),
  ('00000000-0000-7000-8000-0000000000b2', '00000000-0000-7000-8000-0000000000a2',
   '00000000-0000-7000-8000-000000000012', 'Max', 'agent', 'We are looking', FALSE, '[]', NULL, NULL,
   TIMESTAMP WITH TIME ZONE '2025-06-01 10:00:00Z'),
  ('00000000-0000-7000-8000-0000000000b3', '00000000-0000-7000-8000-0000000000a2',
   '00000000-0000-7000-8000-000000000012', 'Max', 'agent', 'She is right', TRUE, '[]', NULL, NULL,
   TIMESTAMP WITH TIME ZONE '2025-06-01 11:00:00Z');
INSERT INTO history
  (id, ticket_id, action, performed_by, performed_by_name, details, changes, happened_at, staff_only)
VALUES
  ('00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000a2', 'ticket_created',
   '00000000-0000-7000-8000-000000000020', 'Cora Finch', NULL, '[]',
   TIMESTAMP WITH TIME ZONE '2025-06-01 09:00:00Z', FALSE),
  ('00000000-0000-7000-8000-0000000000c2', '00000000-0000-7000-8000-0000000000a2', 'ticket_assigned',
   '00000000-0000-7000-8000-000000000012', 'Max', 'Assigned to Max',
   '[{"field":"status","from":"open","to":"in_progress"}]',
   TIMESTAMP WITH TIME ZONE '2025-06-01 09:20:00Z', FALSE),
  ('00000000-0000-7000-8000-0000000000c3', '00000000-0000-7000-8000-0000000000a2', 'note_added',
   '00000000-0000-7000-8000-000000000012', 'Max', NULL, '[]',
   TIMESTAMP WITH TIME ZONE '2025-06-01 11:00:00Z', TRUE),
  ('00000000-0000-7000-8000-0000000000c4', '00000000-0000-7000-8000-0000000000a3', 'ticket_escalated',
   '00000000-0000-7000-8000-000000000012', 'Max', 'Too hard', '[]',
   TIMESTAMP WITH TIME ZONE '2025-05-30 09:00:00Z', FALSE),
  ('00000000-0000-7000-8000-0000000000c5', '00000000-0000-7000-8000-0000000000a4', 'ticket_resolved',
   '00000000-0000-7000-8000-000000000011', 'Lea', 'Sent again', '[]',
   TIMESTAMP WITH TIME ZONE '2025-05-31 10:00:00Z', FALSE);

INSERT INTO refresh_tokens (token_hash, family, person_id, expires_at, used) VALUES
  ('{token}', '00000000-0000-7000-8000-0000000000f1', '00000000-0000-7000-8000-000000000012',
   TIMESTAMP WITH TIME ZONE '2025-06-30 00:00:00Z', FALSE);
INSERT INTO answers (person_id, idempotency_key, request_hash, status, body, answered_at) VALUES
  ('00000000-0000-7000-8000-000000000012', '00000000-0000-7000-8000-0000000000d1', '{request}', 201,
   CAST('{"id":"00000000-0000-7000-8000-0000000000b2","answered":"then"}' AS BYTEA),
   TIMESTAMP WITH TIME ZONE '2025-06-02 08:59:00Z');
INSERT INTO change_log
  (seq, tx, entity, entity_id, op, data, audience_before, audience_after, ticket_id) VALUES
  (1, 1, 'department', '00000000-0000-7000-8000-000000000002', 'put',
   CAST('{"id":"00000000-0000-7000-8000-000000000002","name":"Billing","tier":2,"agentCount":1,"version":1}' AS BYTEA),
   NULL, '{"staffOnly":true,"everyone":true}', NULL),
  (2, 3, 'message', '00000000-0000-7000-8000-0000000000b3', 'put',
   CAST('{"id":"00000000-0000-7000-8000-0000000000b3"}' AS BYTEA), NULL,
   '{"staffOnly":true,"everyone":false}', '00000000-0000-7000-8000-0000000000a2'),
  (3, 3, 'ticket', '00000000-0000-7000-8000-0000000000a5', 'remove', NULL,
   '{"staffOnly":false,"everyone":false}', NULL, '00000000-0000-7000-8000-0000000000a5');
INSERT INTO jobs (id, kind, state, owner_id, request, created_at, finished_at) VALUES
  ('00000000-0000-7000-8000-0000000000d2', 'resolve', 'done', '00000000-0000-7000-8000-000000000011',
   '{"resolution":"Sent again"}', TIMESTAMP WITH TIME ZONE '2025-05-31 10:00:00Z',
   TIMESTAMP WITH TIME ZONE '2025-05-31 10:00:01Z');
INSERT INTO job_tickets
  (job_id, item, ticket_id, done, code, message, before_ticket, after_version) VALUES
  ('00000000-0000-7000-8000-0000000000d2', 0, '00000000-0000-7000-8000-0000000000a4', TRUE, NULL, NULL,
   CAST('{"id":"00000000-0000-7000-8000-0000000000a4","ticketNumber":"TKT-2025-000040","subject":"An invoice is missing","status":"open","priority":"low","category":"billing","channel":"chat","departmentId":"00000000-0000-7000-8000-000000000002","messageCount":0,"tags":[],"createdAt":"2025-05-31T08:00:00.000Z","updatedAt":"2025-05-31T08:00:00.000Z","version":1}' AS BYTEA),
   2),
  ('00000000-0000-7000-8000-0000000000d2', 1, '00000000-0000-7000-8000-0000000000a5', TRUE, 'not_found',
   'No such ticket', NULL, NULL);
