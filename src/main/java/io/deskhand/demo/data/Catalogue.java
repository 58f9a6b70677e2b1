package io.deskhand.demo.data;

import static io.deskhand.model.Priority.HIGH;
import static io.deskhand.model.Priority.LOW;
import static io.deskhand.model.Priority.MEDIUM;
import static io.deskhand.model.Priority.URGENT;

import io.deskhand.model.CommonDepartment;
import io.deskhand.model.Priority;
import java.util.List;

/** The departments of the demo desk and the categories that the contract ships. */
final class Catalogue {
  static final List<Unit> UNITS =
      List.of(
          new Unit(
              CommonDepartment.TECHNICAL_SUPPORT,
              "The apps, the web dashboard, the API and card terminals.",
              0.27,
              List.of("mobile", "api", "terminals", "webhooks", "sso")),
          new Unit(
              CommonDepartment.BILLING_AND_PAYMENTS,
              "Plans, invoices, fees, cards and everything that moves money.",
              0.32,
              List.of("sepa", "cards", "disputes", "invoicing", "fx")),
          new Unit(
              CommonDepartment.ACCOUNT_MANAGEMENT,
              "Profiles, documents, access and the safety of accounts.",
              0.22,
              List.of("kyc", "access", "fraud", "documents", "privacy")),
          new Unit(
              CommonDepartment.LOAN_SERVICES,
              "Applications, contracts and repayment of loans.",
              0.08,
              List.of("scoring", "contracts", "hardship")),
          new Unit(
              CommonDepartment.GENERAL_SUPPORT,
              "Questions about Harbor, feedback and whatever fits nowhere else.",
              0.11,
              List.of("product", "feedback", "partners")));

  static final List<Kind> KINDS =
      List.of(
          new Kind("technical", "Technical", MEDIUM),
          new Kind("billing", "Billing", MEDIUM),
          new Kind("account", "Account", MEDIUM),
          new Kind("loan", "Loan", MEDIUM),
          new Kind("general", "General", LOW),
          new Kind("transaction", "Transaction", MEDIUM),
          new Kind("app_error", "App error", MEDIUM),
          new Kind("banking_issue", "Banking issue", HIGH),
          new Kind("account_access", "Account access", HIGH),
          new Kind("transaction_error", "Transaction error", HIGH),
          new Kind("feature_question", "Feature question", LOW),
          new Kind("security_concern", "Security concern", URGENT),
          new Kind("other", "Other", LOW));

  private Catalogue() {}

  /** A department; {@code share} is its part of all tickets. */
  record Unit(CommonDepartment department, String description, double share, List<String> skills) {
    Unit {
      skills = List.copyOf(skills);
    }

    String name() {
      return department.label();
    }
  }

  /** A category and the department that takes its tickets. */
  record Kind(String key, String label, Priority priority) {
    String department() {
      return CommonDepartment.ofCategory(key).orElseThrow().label();
    }
  }

  /** The category with this key. */
  static Kind kind(String key) {
    return KINDS.stream().filter(kind -> kind.key.equals(key)).findFirst().orElseThrow();
  }
}
