-- What a transaction is told as, on the last of its rows, for the other servers on the same
-- database; notices is JSON.
ALTER TABLE change_log ADD COLUMN event VARCHAR(64);
ALTER TABLE change_log ADD COLUMN about UUID;
ALTER TABLE change_log ADD COLUMN actor UUID;
ALTER TABLE change_log ADD COLUMN notices VARCHAR(1000000);

-- Which server does what only one of them is to do, and until when the others believe it.
CREATE TABLE leases (
  name VARCHAR(200) PRIMARY KEY,
  server UUID NOT NULL,
  ends_at TIMESTAMP(3) WITH TIME ZONE NOT NULL
);
