package io.deskhand.console.outbox;

import io.deskhand.console.ui.Texts;
import io.deskhand.console.ui.Words;
import io.deskhand.sync.Conflict;
import io.deskhand.sync.PendingIntent;
import io.deskhand.sync.PendingIntent.State;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How far an intent is and what keeps it, in a person's words. */
final class Stories {
  private final Texts texts;

  Stories(Texts texts) {
    this.texts = texts;
  }

  String of(PendingIntent pending) {
    String how = texts.of("state." + pending.state().name().toLowerCase(Locale.ROOT));
    String why = why(pending);
    if (pending.state() == State.HELD || why == null) {
      return how;
    }
    return switch (pending.state()) {
      case REFUSED -> sentence(why);
      case RETURNED -> sentence(why) + " " + how;
      default -> how + " " + sentence(why);
    };
  }

  private @Nullable String why(PendingIntent pending) {
    return switch (pending.conflict()) {
      case Conflict.NotPossible not -> texts.of("why.state", Words.of(not.now()));
      case Conflict.OutOfReach ignored -> texts.of("why.reach");
      case null, default -> pending.why();
    };
  }

  private static String sentence(String words) {
    return words.matches("(?s).*[.!?…]") ? words : words + ".";
  }
}
