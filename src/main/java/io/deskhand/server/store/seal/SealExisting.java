package io.deskhand.server.store.seal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/** The migration that seals what was written before there were keys. Can be begun again. */
public final class SealExisting implements JavaMigration {
  private final Function<Connection, FieldCipher> keys;

  /**
   * @param keys gives the cipher of the database behind a connection, once it is needed
   */
  public SealExisting(Function<Connection, FieldCipher> keys) {
    this.keys = keys;
  }

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("5.1");
  }

  @Override
  public String getDescription() {
    return "seal what is there";
  }

  @Override
  public @Nullable Integer getChecksum() {
    return null;
  }

  /** Commits by itself, so that a large desk does not have to fit into one transaction. */
  @Override
  public boolean canExecuteInTransaction() {
    return false;
  }

  @Override
  public void migrate(Context context) throws SQLException {
    Connection connection = context.getConnection();
    FieldCipher cipher = keys.apply(connection);
    boolean automatic = connection.getAutoCommit();
    connection.setAutoCommit(false);
    try {
      for (SealedColumn column : SealedColumn.REWRITABLE) {
        new Rewriting(connection, column).run((place, value) -> sealed(cipher, place, value));
      }
      indexCustomers(connection, cipher);
      connection.commit();
    } finally {
      connection.setAutoCommit(automatic);
    }
  }

  private static Optional<?> sealed(FieldCipher cipher, Place place, Object value) {
    return value instanceof String text
        ? cipher.tryOpen(place, text).isPresent()
            ? Optional.empty()
            : Optional.of(cipher.seal(place, text))
        : cipher.tryOpen(place, (byte[]) value).isPresent()
            ? Optional.empty()
            : Optional.of(cipher.seal(place, (byte[]) value));
  }

  private static void indexCustomers(Connection connection, FieldCipher cipher)
      throws SQLException {
    String update = "UPDATE customers SET name_key = ?, email_key = ?, phone_key = ? WHERE id = ?";
    try (PreparedStatement reading =
            connection.prepareStatement("SELECT id, name, email, phone FROM customers");
        ResultSet customers = reading.executeQuery();
        PreparedStatement writing = connection.prepareStatement(update)) {
      while (customers.next()) {
        UUID id = customers.getObject("id", UUID.class);
        String email = opened(cipher, customers, "email", id);
        String phone = opened(cipher, customers, "phone", id);
        writing.setString(
            1,
            BlindKey.name(Objects.requireNonNull(opened(cipher, customers, "name", id)))
                .hash(cipher));
        writing.setString(2, email == null ? null : BlindKey.email(email).hash(cipher));
        writing.setString(3, phone == null ? null : BlindKey.phone(phone).hash(cipher));
        writing.setObject(4, id);
        writing.executeUpdate();
      }
    }
  }

  private static @Nullable String opened(FieldCipher cipher, ResultSet row, String column, UUID id)
      throws SQLException {
    String sealed = row.getString(column);
    return sealed == null ? null : cipher.open(Place.of("customers", column, id), sealed);
  }
}
