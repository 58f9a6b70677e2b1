package io.deskhand.server.store;

import java.nio.file.Path;
import java.time.Clock;

/** Writes tickets until it is killed, and says of each when it is acknowledged. */
final class KilledWriter {
  private KilledWriter() {}

  public static void main(String[] args) {
    Path directory = Path.of(args[0]);
    Store store =
        args.length == 1
            ? Store.open(directory, Clock.systemUTC())
            : Store.open(
                directory, DatabaseUrl.parse(args[1], args[2], args[3]), Clock.systemUTC());
    Ledger ledger = store.ledger();
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
