package io.deskhand.server.store.seal;

import java.util.List;

/**
 * A column whose values are sealed.
 *
 * @param key what tells a row from the others, in the order that its place names it
 * @param text whether it holds text, or else bytes
 */
record SealedColumn(String table, List<String> key, String name, boolean text) {
  /**
   * All but those of the history, which is append-only: what was written to it stays as it is, and
   * so do the keys that it was sealed with.
   */
  static final List<SealedColumn> REWRITABLE =
      List.of(
          text("customers", "name"),
          text("customers", "email"),
          text("customers", "phone"),
          text("tickets", "customer_name"),
          text("tickets", "customer_email"),
          text("tickets", "customer_phone"),
          text("messages", "sender_name"),
          new SealedColumn("change_log", List.of("seq"), "data", false),
          new SealedColumn("answers", List.of("person_id", "idempotency_key"), "body", false),
          new SealedColumn("job_tickets", List.of("job_id", "item"), "before_ticket", false),
          new SealedColumn("secrets", List.of("name"), "secret", false));

  private static SealedColumn text(String table, String name) {
    return new SealedColumn(table, List.of("id"), name, true);
  }

  Place place(List<Object> row) {
    return Place.of(table, name, row.toArray());
  }
}
