-- Saved filters: query is an object of the list route's parameters. shared: for the staff of
-- department_id, or for everybody at the desk where there is none; else for its owner only.
CREATE TABLE saved_views (
  id UUID PRIMARY KEY,
  name VARCHAR(200) NOT NULL,
  query VARCHAR(1000000) NOT NULL,
  shared BOOLEAN NOT NULL,
  department_id UUID REFERENCES departments (id),
  owner_id UUID NOT NULL REFERENCES agents (id),
  position INTEGER NOT NULL,
  created_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  updated_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  version BIGINT NOT NULL
);
CREATE INDEX saved_views_by_owner ON saved_views (owner_id);

-- Canned replies: body may have placeholders and may be missing where there are actions.
CREATE TABLE macros (
  id UUID PRIMARY KEY,
  name VARCHAR(200) NOT NULL,
  body VARCHAR(1000000),
  internal BOOLEAN NOT NULL,
  actions VARCHAR(1000000) NOT NULL,
  shared BOOLEAN NOT NULL,
  department_id UUID REFERENCES departments (id),
  owner_id UUID NOT NULL REFERENCES agents (id),
  position INTEGER NOT NULL,
  created_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  updated_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  version BIGINT NOT NULL
);
CREATE INDEX macros_by_owner ON macros (owner_id);
