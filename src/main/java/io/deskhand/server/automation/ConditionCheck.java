package io.deskhand.server.automation;

import io.deskhand.model.Channel;
import io.deskhand.model.OrganizationTier;
import io.deskhand.model.Priority;
import io.deskhand.model.RuleCondition;
import io.deskhand.model.RuleCondition.Field;
import io.deskhand.model.RuleCondition.Operator;
import io.deskhand.model.Status;
import io.deskhand.model.WireEnum;
import io.deskhand.protocol.Limits;
import io.deskhand.protocol.RuleRequest;
import io.deskhand.server.web.Validation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Checks the conditions of a rule; names among their values are stored as the wire has them. */
final class ConditionCheck {
  private static final Set<Field> RANKED =
      Set.of(Field.PRIORITY, Field.SATISFACTION, Field.MESSAGE_COUNT);
  private static final Set<Field> SEARCHED =
      Set.of(Field.SUBJECT, Field.DESCRIPTION, Field.TAGS, Field.CUSTOMER_EMAIL, Field.CATEGORY);
  private final Validation validation;

  ConditionCheck(Validation validation) {
    this.validation = validation;
  }

  List<RuleCondition> all(List<RuleRequest.Condition> wanted) {
    List<RuleCondition> conditions = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      one("conditions[" + i + "]", wanted.get(i)).ifPresent(conditions::add);
    }
    return conditions;
  }

  private Optional<RuleCondition> one(String path, RuleRequest.Condition wanted) {
    Field field = wanted == null ? null : wanted.field();
    Operator operator = wanted == null ? null : wanted.operator();
    validation
        .that(field != null, path + ".field", "is missing")
        .that(operator != null, path + ".operator", "is missing");
    if (wanted == null || field == null || operator == null) {
      return Optional.empty();
    }
    validation.that(fits(field, operator), path + ".operator", "does not fit " + field.wire());
    List<String> values = Objects.requireNonNullElse(wanted.values(), List.of());
    validation
        .that(
            values.isEmpty() != operator.needsValues(),
            path + ".values",
            operator.needsValues() ? "is missing" : "has no business here")
        .texts(path + ".values", values, Limits.TAGS, Limits.NAME);
    return Optional.of(new RuleCondition(field, operator, known(path, field, values)));
  }

  private static boolean fits(Field field, Operator operator) {
    return switch (operator) {
      case AT_LEAST, AT_MOST -> RANKED.contains(field);
      case CONTAINS, NOT_CONTAINS -> SEARCHED.contains(field);
      default -> true;
    };
  }

  private List<String> known(String path, Field field, List<String> values) {
    List<String> known = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      String value = values.get(i);
      Optional<String> stored = value == null ? Optional.empty() : stored(field, value.strip());
      validation.that(
          stored.isPresent(), path + ".values[" + i + "]", "not a value of " + field.wire());
      stored.ifPresent(known::add);
    }
    return known;
  }

  private static Optional<String> stored(Field field, String value) {
    return switch (field) {
      case STATUS -> name(Status.class, value);
      case PRIORITY -> name(Priority.class, value);
      case CHANNEL -> name(Channel.class, value);
      case ORGANIZATION_TIER -> name(OrganizationTier.class, value);
      case SATISFACTION, MESSAGE_COUNT ->
          Optional.of(value).filter(text -> text.matches("\\d{1,9}"));
      case CUSTOMER_ID, ORGANIZATION_ID, DEPARTMENT_ID, ASSIGNED_TO, ESCALATED_TO ->
          RuleValues.id(value).map(UUID::toString);
      case CATEGORY, SUBJECT, DESCRIPTION, TAGS, CUSTOMER_EMAIL, SUBSCRIPTION_STATUS ->
          Optional.of(value);
    };
  }

  private static <E extends Enum<E> & WireEnum> Optional<String> name(Class<E> type, String text) {
    return WireEnum.parse(type, text).map(WireEnum::wire);
  }
}
