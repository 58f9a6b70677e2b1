package io.deskhand.console.ui;

import io.deskhand.model.AgentStatus;
import io.deskhand.model.Channel;
import io.deskhand.model.Priority;
import io.deskhand.model.Role;
import io.deskhand.model.Status;

/** The names that the model's values have for a person, the same on every screen. */
public final class Words {
  private static final Texts TEXTS = Texts.of(Words.class);

  private Words() {}

  public static String of(Status status) {
    return TEXTS.of("status", status);
  }

  public static String of(Priority priority) {
    return TEXTS.of("priority", priority);
  }

  public static String of(Channel channel) {
    return TEXTS.of("channel", channel);
  }

  public static String of(Role role) {
    return TEXTS.of("role", role);
  }

  public static String of(AgentStatus status) {
    return TEXTS.of("availability", status);
  }
}
