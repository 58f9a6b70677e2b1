package io.deskhand.model;

import java.util.Optional;

/** The departments that a new desk begins with; from then on they are data like any other. */
public enum CommonDepartment {
  TECHNICAL_SUPPORT("Technical Support", 2),
  BILLING_AND_PAYMENTS("Billing & Payments", 1),
  ACCOUNT_MANAGEMENT("Account Management", 1),
  LOAN_SERVICES("Loan Services", 2),
  GENERAL_SUPPORT("General Support", 1);

  private final String label;
  private final int tier;

  CommonDepartment(String label, int tier) {
    this.label = label;
    this.tier = tier;
  }

  /** Its name, for people to read. */
  public String label() {
    return label;
  }

  /** 1 to 3. */
  public int tier() {
    return tier;
  }

  /** The one that looks after a shipped category; empty for a category of the desk's own. */
  public static Optional<CommonDepartment> ofCategory(String key) {
    return switch (key) {
      case "technical", "app_error" -> Optional.of(TECHNICAL_SUPPORT);
      case "billing", "transaction", "banking_issue", "transaction_error" ->
          Optional.of(BILLING_AND_PAYMENTS);
      case "account", "account_access", "security_concern" -> Optional.of(ACCOUNT_MANAGEMENT);
      case "loan" -> Optional.of(LOAN_SERVICES);
      case "general", "feature_question", "other" -> Optional.of(GENERAL_SUPPORT);
      default -> Optional.empty();
    };
  }
}
