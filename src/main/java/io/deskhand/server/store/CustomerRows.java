package io.deskhand.server.store;

import io.deskhand.model.Customer;
import io.deskhand.model.Organization;
import io.deskhand.model.OrganizationTier;
import java.sql.SQLException;

/** Customers and their organizations as rows. */
final class CustomerRows {
  static final Table<Customer> CUSTOMERS =
      Table.<Customer>named("customers")
          .id("id", Customer::id)
          .text("name", Customer::name)
          .text("email", Customer::email)
          .text(
              "email_key",
              customer -> customer.email() == null ? null : StaffRows.emailKey(customer.email()))
          .text("phone", Customer::phone)
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
        row.text("name"),
        row.textOrNull("email"),
        row.textOrNull("phone"),
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
