package io.deskhand.server.store;

import java.nio.file.Path;
import java.time.Clock;

/** Writes tickets until it is killed, and says of each when it is acknowledged. */
final class KilledWriter {
  private KilledWriter() {}

  public static void main(String[] args) {
    Ledger ledger = Store.open(Path.of(args[0]), Clock.systemUTC()).ledger();
    for (int n = 1; n < 100_000; n++) {
      int number = n;
      ledger.write(
          tx -> {
            tx.tickets().insert(Samples.ticket(number));
            return number;
          });
      System.out.println(n);
    }
  }
}
