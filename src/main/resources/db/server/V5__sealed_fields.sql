-- Sealed values are longer than what is in them; their lengths are checked before they are sealed.
ALTER TABLE customers ALTER COLUMN name SET DATA TYPE VARCHAR(1500);
ALTER TABLE customers ALTER COLUMN email SET DATA TYPE VARCHAR(1500);
ALTER TABLE customers ALTER COLUMN phone SET DATA TYPE VARCHAR(1500);
ALTER TABLE tickets ALTER COLUMN customer_name SET DATA TYPE VARCHAR(1500);
ALTER TABLE tickets ALTER COLUMN customer_email SET DATA TYPE VARCHAR(1500);
ALTER TABLE tickets ALTER COLUMN customer_phone SET DATA TYPE VARCHAR(1500);
ALTER TABLE messages ALTER COLUMN sender_name SET DATA TYPE VARCHAR(1500);
ALTER TABLE history ALTER COLUMN performed_by_name SET DATA TYPE VARCHAR(1500);
ALTER TABLE history ALTER COLUMN changes SET DATA TYPE VARCHAR(1500000);

-- Keyed hashes that a customer is found by, as email_key is from now on.
ALTER TABLE customers ADD COLUMN name_key VARCHAR(64);
ALTER TABLE customers ADD COLUMN phone_key VARCHAR(64);
CREATE INDEX customers_by_name ON customers (name_key);
CREATE INDEX customers_by_phone ON customers (phone_key);

-- When a refresh token was spent, and on which: its answer may have been lost.
ALTER TABLE refresh_tokens ADD COLUMN used_at TIMESTAMP(3) WITH TIME ZONE;
ALTER TABLE refresh_tokens ADD COLUMN successor VARCHAR(64);

-- The keys of servers that share a database, encrypted where they have a key file.
CREATE TABLE key_ring (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  ring BYTEA NOT NULL
);
