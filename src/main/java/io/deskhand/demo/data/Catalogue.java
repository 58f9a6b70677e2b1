package io.deskhand.demo.data;

import static io.deskhand.model.Priority.HIGH;
import static io.deskhand.model.Priority.LOW;
import static io.deskhand.model.Priority.MEDIUM;
import static io.deskhand.model.Priority.URGENT;

import io.deskhand.model.Priority;
import java.util.List;

/** The departments of the demo desk and the categories that the contract ships. */
final class Catalogue {
  static final List<Unit> UNITS =
      List.of(
          new Unit(
              "Technical Support",
              2,
              "The apps, the web dashboard, the API and card terminals.",
              0.27,
              List.of("mobile", "api", "terminals", "webhooks", "sso")),
          new Unit(
              "Billing & Payments",
              1,
              "Plans, invoices, fees, cards and everything that moves money.",
              0.32,
              List.of("sepa", "cards", "disputes", "invoicing", "fx")),
          new Unit(
              "Account Management",
              1,
              "Profiles, documents, access and the safety of accounts.",
              0.22,
              List.of("kyc", "access", "fraud", "documents", "privacy")),
          new Unit(
              "Loan Services",
              2,
              "Applications, contracts and repayment of loans.",
              0.08,
              List.of("scoring", "contracts", "hardship")),
          new Unit(
              "General Support",
              1,
              "Questions about Harbor, feedback and whatever fits nowhere else.",
              0.11,
              List.of("product", "feedback", "partners")));

  static final List<Kind> KINDS =
      List.of(
          new Kind("technical", "Technical", "Technical Support", MEDIUM),
          new Kind("billing", "Billing", "Billing & Payments", MEDIUM),
          new Kind("account", "Account", "Account Management", MEDIUM),
          new Kind("loan", "Loan", "Loan Services", MEDIUM),
          new Kind("general", "General", "General Support", LOW),
          new Kind("transaction", "Transaction", "Billing & Payments", MEDIUM),
          new Kind("app_error", "App error", "Technical Support", MEDIUM),
          new Kind("banking_issue", "Banking issue", "Billing & Payments", HIGH),
          new Kind("account_access", "Account access", "Account Management", HIGH),
          new Kind("transaction_error", "Transaction error", "Billing & Payments", HIGH),
          new Kind("feature_question", "Feature question", "General Support", LOW),
          new Kind("security_concern", "Security concern", "Account Management", URGENT),
          new Kind("other", "Other", "General Support", LOW));

  private Catalogue() {}

  /** A department; {@code share} is its part of all tickets. */
  record Unit(String name, int tier, String description, double share, List<String> skills) {
    Unit {
      skills = List.copyOf(skills);
    }
  }

  /** A category and the department that takes its tickets. */
  record Kind(String key, String label, String department, Priority priority) {}

  /** The category with this key. */
  static Kind kind(String key) {
    return KINDS.stream().filter(kind -> kind.key.equals(key)).findFirst().orElseThrow();
  }
}
