package io.deskhand.console.app;

import io.deskhand.console.fixture.FixtureAccounts;
import io.deskhand.console.fixture.FixtureData;
import io.deskhand.console.fixture.FixtureDemo;
import io.deskhand.console.fixture.FixtureDesk;
import io.deskhand.console.fixture.FixturePeople;
import io.deskhand.console.fixture.RealTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** The real console on a desk in memory: to look at. Arguments: profile folder, "resume". */
final class Preview {
  private Preview() {}

  public static void main(String[] args) throws Exception {
    Path profile = args.length > 0 ? Path.of(args[0]) : Files.createTempDirectory("deskhand");
    RealTime time = new RealTime();
    FixtureDesk desk = new FixtureDesk(time, FixtureData.standard(), FixturePeople.ME);
    FixtureAccounts accounts = new FixtureAccounts(agent -> desk);
    if (args.length > 1) {
      accounts.resuming(desk);
    }
    ConsoleApp.run(
        new ConsoleOptions(
            profile,
            () -> accounts,
            null,
            null,
            FixtureDemo.ready(),
            false,
            Clock.systemDefaultZone()));
    System.exit(0);
  }
}
