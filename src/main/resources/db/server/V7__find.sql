-- Lists, counts and searches are answered from memory: what only they used costs every write.
DROP INDEX tickets_by_status;
DROP INDEX tickets_by_category;
DROP INDEX tickets_by_customer;
DROP INDEX tickets_by_organization;
DROP INDEX tickets_by_department;
DROP INDEX tickets_by_creation;
DROP INDEX tickets_by_update;
DROP INDEX tickets_by_last_message;
DROP TABLE ticket_tags;
