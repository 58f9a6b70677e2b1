package io.deskhand.server.web;

import io.deskhand.protocol.Problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with the fields of a request until {@link #check}. */
public final class Validation {
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
  private final List<FieldError> errors = new ArrayList<>();

  /** {@code text} must be there, not blank, and have at most {@code longest} characters. */
  public Validation required(String field, @Nullable String text, int longest) {
    if (text == null || text.isBlank()) {
      return wrong(field, "is missing");
    }
    return optional(field, text, longest);
  }

  /** If {@code text} is there it must have at most {@code longest} characters. */
  public Validation optional(String field, @Nullable String text, int longest) {
    if (text != null && text.length() > longest) {
      return wrong(field, "must have at most " + longest + " characters");
    }
    return this;
  }

  /** If {@code text} is there it must look like an e-mail address. */
  public Validation email(String field, @Nullable String text) {
    boolean ok = text == null || text.isBlank() || EMAIL.matcher(text.strip()).matches();
    return that(ok, field, "not an e-mail address");
  }

  /** If {@code number} is there it must be from {@code least} to {@code most}. */
  public Validation range(String field, @Nullable Integer number, int least, int most) {
    if (number != null && (number < least || number > most)) {
      return wrong(field, "must be from " + least + " to " + most);
    }
    return this;
  }

  /** There must be at most {@code most} texts of {@code longest} characters, none blank. */
  public Validation texts(String field, @Nullable List<String> texts, int most, int longest) {
    if (texts == null) {
      return this;
    }
    if (texts.size() > most) {
      return wrong(field, "must be at most " + most);
    }
    for (int i = 0; i < texts.size(); i++) {
      required(field + "[" + i + "]", texts.get(i), longest);
    }
    return this;
  }

  /** What {@code ok} says must hold. */
  public Validation that(boolean ok, String field, String message) {
    return ok ? this : wrong(field, message);
  }

  private Validation wrong(String field, String message) {
    errors.add(new FieldError(field, message));
    return this;
  }

  /**
   * Ends it.
   *
   * @throws io.deskhand.protocol.ProblemException with {@code validation_failed} if something was
   *     wrong
   */
  public void check() {
    if (!errors.isEmpty()) {
      throw Problems.invalid(errors);
    }
  }
}
