-- No subscription status: any.
ALTER TABLE sla_policies ADD COLUMN subscription_status VARCHAR(200);
