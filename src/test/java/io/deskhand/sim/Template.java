package io.deskhand.sim;

import io.deskhand.model.Agent;
import io.deskhand.model.Ids;
import io.deskhand.server.auth.Passwords;
import io.deskhand.server.store.MemoryStore;
import io.deskhand.server.store.Store;
import io.deskhand.sync.cache.AgedFiles;
import io.deskhand.sync.rest.AuthApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** The desk and the profiles of those who have just signed in, made once for many runs. */
final class Template {
  private final Path folder;
  private final String store;
  private final Passwords passwords = new Passwords();
  private final Map<String, String> refreshTokens = new HashMap<>();

  Template(Path folder) {
    this.folder = folder;
    this.store = "memFS:" + folder;
    SimDisk.register();
    World world = new World();
    SimServer server =
        new SimServer(world, new SplittableRandom(1), passwords, folder.resolve("server"), store);
    seed(server);
    server.start();
    try {
      signIn(world, server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.stop();
    world.run(1_000);
  }

  private void seed(SimServer server) {
    try (Store store =
        MemoryStore.open(
            folder.resolve("server"),
            server.location(),
            server.clock(),
            new Ids(server.clock(), new Random(1)))) {
      store
          .ledger()
          .write(
              tx -> {
                tx.load(People::fill);
                return tx.now();
              });
    }
  }

  private void signIn(World world, SimServer server) throws IOException {
    for (String email : List.of(People.ADA.email(), People.CORA.email(), People.CARL.email())) {
      try (AuthApi auth = new AuthApi(new Direct(server))) {
        refreshTokens.put(email, auth.login(email, People.PASSWORD).refreshToken());
      }
    }
    for (Agent agent : People.AT_CONSOLES) {
      SimConsole console =
          new SimConsole(
              new SimConsole.Place(world, server, new SplittableRandom(2), profile(agent)),
              agent,
              (text, waited) -> {});
      console.open();
      console.signIn();
      // Before it has fetched anything: the first copy belongs to the run.
      while (console.desk() == null) {
        world.run(1);
      }
      console.close();
      world.run(120_000);
      AgedFiles.rewrite(profile(agent).resolveSibling(agent.name() + "-0"));
    }
  }

  private Path profile(Agent agent) {
    return folder.resolve(agent.name());
  }

  /** What checks passwords, in every run. */
  Passwords passwords() {
    return passwords;
  }

  /** What {@code email} has to stay signed in with. */
  String refreshToken(String email) {
    return refreshTokens.get(email);
  }

  /** Copies everything for a run. */
  void copyTo(Path target, String copy) {
    copy(folder.resolve("server"), target.resolve("server"));
    People.AT_CONSOLES.forEach(agent -> copy(latest(agent), target.resolve(agent.name() + "-0")));
    MemoryStore.copy(store + "-0", copy + "-0");
  }

  private Path latest(Agent agent) {
    return folder.resolve(agent.name() + "-0");
  }

  /** Copies the files of a folder, but not what is made to search by. */
  static void copy(Path from, Path to) {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.toList()) {
        Path relative = from.relativize(file);
        if (Files.isDirectory(file)) {
          Files.createDirectories(to.resolve(relative.toString()));
        } else if (!relative.startsWith("search")) {
          Files.write(to.resolve(relative.toString()), Files.readAllBytes(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
