package io.deskhand.server.store;

import io.deskhand.model.Customer;
import io.deskhand.model.Organization;
import io.deskhand.model.OrganizationTier;
import io.deskhand.server.store.seal.BlindKey;
import java.sql.SQLException;

/** Customers and their organizations as rows. */
final class CustomerRows {
  private static final String TABLE = "customers";

  static final Table<Customer> CUSTOMERS =
      Table.<Customer>named(TABLE)
          .id("id", Customer::id)
          .sealed("name", Customer::name)
          .blindKey("name_key", customer -> BlindKey.name(customer.name()))
          .sealed("email", Customer::email)
          .blindKey(
              "email_key",
              customer -> customer.email() == null ? null : BlindKey.email(customer.email()))
          .sealed("phone", Customer::phone)
          .blindKey(
              "phone_key",
              customer -> customer.phone() == null ? null : BlindKey.phone(customer.phone()))
          .id("organization_id", Customer::organizationId)
          .text("language", Customer::language)
          .text("account_status", Customer::accountStatus)
          .bigNumber("version", Customer::version)
          .build();

  static final Table<Organization> ORGANIZATIONS =
      Table.<Organization>named("organizations")
          .id("id", Organization::id)
          .text("name", Organization::name)
          .name("tier", Organization::tier)
          .numberOrNull("health_score", Organization::healthScore)
          .numberOrNull("lifetime_value", Organization::lifetimeValue)
          .text("subscription_status", Organization::subscriptionStatus)
          .bigNumber("version", Organization::version)
          .build();

  private CustomerRows() {}

  static Customer customer(Row row) throws SQLException {
    return new Customer(
        row.id("id"),
        row.opened(TABLE, "name"),
        row.openedOrNull(TABLE, "email"),
        row.openedOrNull(TABLE, "phone"),
        row.idOrNull("organization_id"),
        row.textOrNull("language"),
        row.textOrNull("account_status"),
        row.bigNumber("version"));
  }

  static Organization organization(Row row) throws SQLException {
    return new Organization(
        row.id("id"),
        row.text("name"),
        row.name("tier", OrganizationTier.class),
        row.numberOrNull("health_score"),
        row.bigNumberOrNull("lifetime_value"),
        row.textOrNull("subscription_status"),
        row.bigNumber("version"));
  }
}
