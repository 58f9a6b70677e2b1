package io.deskhand.sync.cache;

import io.deskhand.protocol.Json;
import io.deskhand.sync.Intent;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Intents by the name of their verb, which must stay as it is while old outboxes exist. */
final class IntentCodec {
  private static final Map<String, Class<? extends Intent>> TYPES =
      Stream.of(
              Intent.Create.class,
              Intent.Update.class,
              Intent.SetStatus.class,
              Intent.Assign.class,
              Intent.Escalate.class,
              Intent.Resolve.class,
              Intent.Close.class,
              Intent.Reopen.class,
              Intent.Say.class,
              Intent.Bulk.class,
              Intent.SetMyStatus.class)
          .collect(Collectors.toUnmodifiableMap(IntentCodec::verb, Function.identity()));

  private IntentCodec() {}

  static String verb(Intent intent) {
    return verb(intent.getClass());
  }

  static Intent read(String verb, byte[] body) {
    Class<? extends Intent> type = TYPES.get(verb);
    if (type == null) {
      throw new IllegalStateException("no intent is called " + verb);
    }
    return Json.readTrusted(body, type);
  }

  private static String verb(Class<?> type) {
    return type.getSimpleName().toLowerCase(Locale.ROOT);
  }
}
