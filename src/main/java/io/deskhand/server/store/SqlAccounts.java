package io.deskhand.server.store;

import io.deskhand.model.Me;
import io.deskhand.model.Role;
import io.deskhand.server.store.seal.BlindKey;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

final class SqlAccounts implements AccountReads {
  private final Handle handle;

  SqlAccounts(Handle handle) {
    this.handle = handle;
  }

  @Override
  public Optional<Account> find(UUID id) {
    return staff("a.id = ?", id).or(() -> customer("c.id = ?", id));
  }

  @Override
  public Optional<Account> findByEmail(String email) {
    String key = StaffRows.emailKey(email);
    return staff("a.email_key = ?", key)
        .or(
            () ->
                customer("c.email_key = ? AND c.password_hash IS NOT NULL", BlindKey.email(email)));
  }

  @Override
  public boolean isSignedIn(UUID family) {
    return handle
            .createQuery("SELECT COUNT(*) FROM refresh_tokens r WHERE r.family = ?")
            .bind(0, family)
            .mapTo(Long.class)
            .one()
        > 0;
  }

  @Override
  public boolean isUnstaffed() {
    return handle.createQuery("SELECT COUNT(*) FROM agents").mapTo(Long.class).one() == 0;
  }

  private Optional<Account> staff(String condition, Object value) {
    return handle
        .createQuery("SELECT a.* FROM agents a WHERE " + condition)
        .bind(0, value)
        .map(Row.mapper(this::staffAccount))
        .findOne();
  }

  private Account staffAccount(Row row) throws SQLException {
    Me me =
        new Me(
            row.id("id"),
            row.text("name"),
            row.text("email"),
            row.name("role", Role.class),
            row.idOrNull("department_id"),
            row.number("tier"));
    return new Account(
        me,
        new Scope(me.id(), me.role(), departments(me)),
        row.bigNumber("scope_version"),
        row.textOrNull("password_hash"),
        row.flag("disabled"));
  }

  private Set<UUID> departments(Me me) {
    Set<UUID> departments = new HashSet<>();
    if (me.departmentId() != null) {
      departments.add(me.departmentId());
    }
    if (me.role() == Role.LEAD) {
      departments.addAll(
          handle
              .createQuery("SELECT l.department_id FROM led_departments l WHERE l.agent_id = ?")
              .bind(0, me.id())
              .mapTo(UUID.class)
              .list());
    }
    return departments;
  }

  private Optional<Account> customer(String condition, Object value) {
    return handle
        .createQuery("SELECT c.* FROM customers c WHERE " + condition)
        .bind(0, value)
        .map(Row.mapper(SqlAccounts::customerAccount))
        .findOne();
  }

  private static Account customerAccount(Row row) throws SQLException {
    String email = row.openedOrNull("customers", "email");
    Me me =
        new Me(
            row.id("id"),
            row.opened("customers", "name"),
            email == null ? "" : email,
            Role.CUSTOMER,
            null,
            null);
    return new Account(
        me,
        new Scope(me.id(), Role.CUSTOMER, Set.of()),
        1,
        row.textOrNull("password_hash"),
        row.flag("disabled"));
  }
}
