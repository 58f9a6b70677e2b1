package io.deskhand.server.automation;

import io.deskhand.model.Priority;
import io.deskhand.model.RuleAction;
import io.deskhand.model.Status;
import io.deskhand.model.WireEnum;
import io.deskhand.protocol.Limits;
import io.deskhand.protocol.NotifyRequest;
import io.deskhand.protocol.RuleRequest;
import io.deskhand.server.store.View;
import io.deskhand.server.web.Validation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Checks the actions of a rule or a macro; what they refer to must be there. */
public final class ActionCheck {
  /** Whoever applies a macro. */
  public static final String ME = "me";

  private static final int MOST = 50;
  private static final String NEEDS_NONE = "has no business here";
  private final View view;
  private final Validation validation;
  private final boolean somebodys;

  /**
   * @param somebodys whether somebody is there, {@value #ME}, who takes the actions
   */
  public ActionCheck(View view, Validation validation, boolean somebodys) {
    this.view = view;
    this.validation = validation;
    this.somebodys = somebodys;
  }

  /** Those that are right; what is wrong with the others is in the validation. */
  public List<RuleAction> all(List<RuleRequest.Action> wanted) {
    validation.that(wanted.size() <= MOST, "actions", "must be at most " + MOST);
    List<RuleAction> actions = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      one("actions[" + i + "]", wanted.get(i)).ifPresent(actions::add);
    }
    return actions;
  }

  private Optional<RuleAction> one(String path, RuleRequest.Action wanted) {
    RuleAction.Type type = wanted == null ? null : wanted.type();
    validation.that(type != null, path + ".type", "is missing");
    if (wanted == null || type == null) {
      return Optional.empty();
    }
    List<String> values = Objects.requireNonNullElse(wanted.values(), List.of());
    validation.texts(path + ".values", values, Limits.TAGS, Limits.NAME);
    checkCount(path + ".values", type, values);
    checkText(path + ".text", type, wanted.text());
    List<String> stored = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      String value = Objects.requireNonNullElse(values.get(i), "").strip();
      Optional<String> known = known(type, value);
      validation.that(known.isPresent(), path + ".values[" + i + "]", "not a value for this");
      known.ifPresent(stored::add);
    }
    return Optional.of(new RuleAction(type, stored, wanted.text()));
  }

  private void checkCount(String path, RuleAction.Type type, List<String> values) {
    switch (type) {
      case AUTO_ASSIGN, ADD_NOTE, ADD_ACTIVITY ->
          validation.that(values.isEmpty(), path, NEEDS_NONE);
      case ESCALATE -> validation.that(values.size() <= 1, path, "must be at most one");
      case ADD_TAGS, REMOVE_TAGS -> validation.that(!values.isEmpty(), path, "is missing");
      case SET_STATUS, SET_PRIORITY, SET_CATEGORY, SET_DEPARTMENT, ASSIGN, NOTIFY ->
          validation.that(values.size() == 1, path, "must be one");
    }
  }

  private void checkText(String path, RuleAction.Type type, @Nullable String text) {
    switch (type) {
      case ESCALATE, ADD_NOTE, NOTIFY -> validation.required(path, text, Limits.TEXT);
      case ADD_ACTIVITY -> validation.required(path, text, Limits.SUBJECT);
      default -> validation.that(text == null, path, NEEDS_NONE);
    }
  }

  private Optional<String> known(RuleAction.Type type, String value) {
    return switch (type) {
      case SET_STATUS -> WireEnum.parse(Status.class, value).map(Status::wire);
      case SET_PRIORITY -> WireEnum.parse(Priority.class, value).map(Priority::wire);
      case SET_CATEGORY -> view.categories().find(value).map(category -> category.key());
      case SET_DEPARTMENT ->
          RuleValues.id(value)
              .filter(id -> view.departments().find(id).isPresent())
              .map(UUID::toString);
      case ASSIGN -> agent(value);
      case ESCALATE -> Optional.of(value).filter(tier -> tier.matches("[1-3]"));
      case NOTIFY ->
          value.equals(Acting.LEAD)
              ? Optional.of(value)
              : WireEnum.parse(NotifyRequest.Recipient.class, value).map(WireEnum::wire);
      case ADD_TAGS, REMOVE_TAGS, AUTO_ASSIGN, ADD_NOTE, ADD_ACTIVITY -> Optional.of(value);
    };
  }

  private Optional<String> agent(String value) {
    return somebodys && value.equals(ME)
        ? Optional.of(ME)
        : RuleValues.id(value).filter(id -> view.staff().find(id).isPresent()).map(UUID::toString);
  }
}
