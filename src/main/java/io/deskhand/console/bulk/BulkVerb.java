package io.deskhand.console.bulk;

import io.deskhand.model.WireEnum;
import io.deskhand.protocol.Job;
import org.jspecify.annotations.Nullable;

/** What can be done to many tickets at once. */
enum BulkVerb implements WireEnum {
  ASSIGN(Job.Kind.ASSIGN, "fth-user-plus", "A"),
  STATUS(Job.Kind.STATUS, "fth-circle", "S"),
  RESOLVE(Job.Kind.RESOLVE, "fth-check", "D"),
  ESCALATE(Job.Kind.ESCALATE, "fth-trending-up", "E"),
  NOTIFY(Job.Kind.NOTIFY, "fth-mail", "");

  private final Job.Kind kind;
  private final String icon;
  private final String key;

  BulkVerb(Job.Kind kind, String icon, String key) {
    this.kind = kind;
    this.icon = icon;
    this.key = key;
  }

  static @Nullable BulkVerb of(Job.@Nullable Kind kind) {
    for (BulkVerb verb : values()) {
      if (verb.kind == kind) {
        return verb;
      }
    }
    return null;
  }

  Job.Kind kind() {
    return kind;
  }

  String icon() {
    return icon;
  }

  /** The key that does it while several tickets are selected; empty for none. */
  String key() {
    return key;
  }

  boolean needsWords() {
    return this == RESOLVE || this == ESCALATE || this == NOTIFY;
  }
}
