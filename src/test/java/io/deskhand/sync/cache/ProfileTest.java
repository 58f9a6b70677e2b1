package io.deskhand.sync.cache;

import static io.deskhand.sync.cache.CacheFixtures.CLOCK;
import static io.deskhand.sync.cache.CacheFixtures.NO_KEYCHAIN;
import static io.deskhand.sync.cache.CacheFixtures.OWNER;
import static io.deskhand.sync.cache.CacheFixtures.put;
import static io.deskhand.sync.cache.CacheFixtures.say;
import static io.deskhand.sync.cache.CacheFixtures.ticket;
import static io.deskhand.sync.cache.CacheFixtures.tickets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.deskhand.sync.SyncException;
import io.deskhand.sync.SyncException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileTest {
  private static final Position HERE = new Position(new UUID(7, 7), 1, 1, 7);
  @TempDir Path folder;
  private final List<String> incidents = new ArrayList<>();

  @Test
  void aSecondConsoleIsRefused() {
    try (Profile first = open()) {
      assertThat(first.keyPlace()).isEqualTo(KeyPlace.FILE);
      assertThatExceptionOfType(SyncException.class)
          .isThrownBy(this::open)
          .matches(refused -> refused.reason() == Reason.PROFILE_IN_USE)
          .withMessageContaining(folder.toString());
    }
    open().close();
  }

  @Test
  void withoutAKeychainTheKeyIsForItsOwnerOnly() throws IOException {
    open().close();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("key"))))
        .isEqualTo("rw-------");
    assertThat(folder.resolve("key")).content().matches("[0-9a-f]{64}");
  }

  @Test
  void withAKeychainTheKeyIsNotInTheFolder() {
    MapVault vault = new MapVault();
    try (Profile first = open(vault)) {
      first.outbox(OWNER).accept(say(1, "kept"));
      assertThat(first.keyPlace()).isEqualTo(KeyPlace.KEYCHAIN);
    }
    assertThat(folder.resolve("key")).doesNotExist();
    try (Profile again = open(vault)) {
      assertThat(again.outbox(OWNER).all(unreadable -> {})).hasSize(1);
    }
  }

  @Test
  void aKeychainThatIsGoneForNowCostsNothing() {
    MapVault vault = new MapVault();
    open(vault).close();
    assertThatExceptionOfType(SyncException.class)
        .isThrownBy(this::open)
        .withMessageContaining("keychain");
    open(vault).close();
    assertThat(incidents).isEmpty();
  }

  @Test
  void nothingIsReadableOnDisk() throws IOException {
    try (Profile profile = open();
        ConfirmedStore cache = profile.cache(OWNER)) {
      cache.apply(Batch.of(List.of(put(1, ticket("Confidential")))), Map.of(), HERE);
      profile.outbox(OWNER).accept(say(1, "Confidential"));
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files)
          .isNotEmpty()
          .allSatisfy(
              file ->
                  assertThat(
                          Files.readString(file, StandardCharsets.ISO_8859_1).contains("onfiden"))
                      .isFalse());
    }
  }

  @Test
  void aDamagedCacheIsSetAsideAndTheOutboxIsWhole() throws IOException {
    try (Profile profile = open();
        ConfirmedStore cache = profile.cache(OWNER)) {
      cache.apply(Batch.of(List.of(put(1, ticket("lost")))), Map.of(), HERE);
      profile.outbox(OWNER).accept(say(1, "kept"));
    }
    Files.writeString(folder.resolve("cache.mv.db"), "this is no database".repeat(900));
    try (Profile profile = open();
        ConfirmedStore cache = profile.cache(OWNER)) {
      assertThat(tickets(cache)).isEmpty();
      assertThat(profile.outbox(OWNER).all(unreadable -> {})).hasSize(1);
    }
    assertThat(incidents).singleElement().asString().contains("DH-CACHE-DAMAGED", "cache-damaged-");
    assertThat(folder.toFile().list((at, name) -> name.startsWith("cache-damaged-"))).hasSize(1);
  }

  @Test
  void aDamagedOutboxIsSetAsideAndTold() throws IOException {
    try (Profile profile = open()) {
      profile.outbox(OWNER).accept(say(1, "unreadable soon"));
    }
    Files.writeString(folder.resolve("outbox.mv.db"), "this is no database".repeat(900));
    try (Profile profile = open()) {
      assertThat(profile.outbox(OWNER).all(unreadable -> {})).isEmpty();
    }
    assertThat(incidents).singleElement().asString().contains("outbox-damaged-");
  }

  private Profile open() {
    return open(NO_KEYCHAIN);
  }

  private Profile open(Vault vault) {
    return Profile.open(folder, vault, CLOCK, incidents::add);
  }

  private static final class MapVault implements Vault {
    private final Map<String, String> secrets = new HashMap<>();

    @Override
    public Optional<String> read(String account) {
      return Optional.ofNullable(secrets.get(account));
    }

    @Override
    public void write(String account, String secret) {
      secrets.put(account, secret);
    }
  }
}
