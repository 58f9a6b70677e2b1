package io.deskhand.sync.cache;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A console that writes until it is killed. Says each number on standard output once the disk has
 * it.
 */
final class CrashChild {
  private CrashChild() {}

  public static void main(String[] arguments) {
    Profile profile =
        Profile.open(
            Path.of(arguments[0]),
            new KnownKey(),
            CacheFixtures.CLOCK,
            incident -> System.out.println("incident " + incident));
    OutboxStore outbox = profile.outbox(CacheFixtures.OWNER);
    ConfirmedStore cache = profile.cache(CacheFixtures.OWNER);
    long cursor = cache.position().map(Position::cursor).orElse(0L);
    while (true) {
      long number = outbox.lastNumber() + 1;
      outbox.accept(CacheFixtures.say(number, "words " + number));
      cursor++;
      cache.apply(
          Batch.of(List.of(CacheFixtures.put(cursor, CacheFixtures.ticket("seq " + cursor)))),
          Map.of(),
          new Position(new UUID(7, 7), 1, 1, cursor));
      System.out.println(number);
    }
  }
}
