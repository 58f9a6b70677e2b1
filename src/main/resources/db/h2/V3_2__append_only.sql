CREATE TRIGGER history_is_append_only BEFORE UPDATE, DELETE ON history
  FOR EACH ROW CALL 'io.deskhand.server.store.AppendOnly';
CREATE TRIGGER history_chain_is_append_only BEFORE UPDATE, DELETE ON history_chain
  FOR EACH ROW CALL 'io.deskhand.server.store.AppendOnly';
