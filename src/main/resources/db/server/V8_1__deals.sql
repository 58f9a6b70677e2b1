-- Sales deals that tickets refer to; amount in whole units of the desk's currency.
CREATE TABLE deals (
  id UUID PRIMARY KEY,
  name VARCHAR(200) NOT NULL,
  stage VARCHAR(16) NOT NULL,
  amount BIGINT,
  customer_id UUID REFERENCES customers (id),
  organization_id UUID REFERENCES organizations (id),
  owner_id UUID REFERENCES agents (id),
  created_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  updated_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  version BIGINT NOT NULL
);
CREATE INDEX deals_by_organization ON deals (organization_id, id);
CREATE INDEX deals_by_customer ON deals (customer_id, id);
CREATE INDEX customers_by_organization ON customers (organization_id, id);
