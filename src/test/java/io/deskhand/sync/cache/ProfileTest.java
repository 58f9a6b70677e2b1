package io.deskhand.sync.cache;

import static io.deskhand.sync.cache.CacheFixtures.CLOCK;
import static io.deskhand.sync.cache.CacheFixtures.KEYCHAIN;
import static io.deskhand.sync.cache.CacheFixtures.OWNER;
import static io.deskhand.sync.cache.CacheFixtures.put;
import static io.deskhand.sync.cache.CacheFixtures.say;
import static io.deskhand.sync.cache.CacheFixtures.ticket;
import static io.deskhand.sync.cache.CacheFixtures.tickets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.deskhand.sync.KeyPlace;
import io.deskhand.sync.SyncException;
import io.deskhand.sync.SyncException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileTest {
  private static final String MAX = "desk|max";
  private static final Position HERE = new Position(new UUID(7, 7), 1, 1, 7);
  @TempDir Path folder;
  private final List<String> incidents = new ArrayList<>();

  @Test
  void aSecondConsoleIsRefused() {
    try (Profile first = open()) {
      assertThat(first.isLocked()).isFalse();
      assertThatExceptionOfType(SyncException.class)
          .isThrownBy(this::open)
          .matches(refused -> refused.reason() == Reason.PROFILE_IN_USE)
          .withMessageContaining(folder.toString());
    }
    open().close();
  }

  @Test
  void withoutAKeychainThePasswordOpensWhatIsKept() {
    try (Profile first = open(new NoKeychain())) {
      assertThat(first.isLocked()).isTrue();
      assertThatExceptionOfType(SyncException.class)
          .isThrownBy(() -> first.outbox(OWNER))
          .matches(refused -> refused.reason() == Reason.PROFILE_LOCKED);
      first.admit(MAX, "correct horse");
      assertThat(first.keyPlace()).isEqualTo(KeyPlace.PASSWORD);
      first.outbox(OWNER).accept(say(1, "kept"));
    }
    try (Profile again = open(new NoKeychain())) {
      assertThat(again.isLocked()).isTrue();
      assertThat(again.unlock(MAX, "battery staple")).isFalse();
      assertThat(again.unlock("desk|ines", "correct horse")).isFalse();
      assertThat(again.unlock(MAX, "correct horse")).isTrue();
      assertThat(again.outbox(OWNER).all(unreadable -> {})).hasSize(1);
    }
  }

  @Test
  void whoeverHasAnotherPasswordByNowNeedsTheFormerOneOnce() {
    try (Profile first = open(new NoKeychain())) {
      first.admit(MAX, "former");
      first.outbox(OWNER).accept(say(1, "kept"));
    }
    try (Profile again = open(new NoKeychain())) {
      assertThatExceptionOfType(SyncException.class)
          .isThrownBy(() -> again.admit(MAX, "present"))
          .matches(refused -> refused.reason() == Reason.PROFILE_LOCKED);
      assertThat(again.unlock(MAX, "former")).isTrue();
      again.admit(MAX, "present");
    }
    try (Profile later = open(new NoKeychain())) {
      assertThat(later.unlock(MAX, "former")).isFalse();
      assertThat(later.unlock(MAX, "present")).isTrue();
      assertThat(later.outbox(OWNER).all(unreadable -> {})).hasSize(1);
    }
  }

  @Test
  void theKeyIsNowhereInTheFolder() throws IOException {
    try (Profile profile = open(new NoKeychain())) {
      profile.admit(MAX, "correct horse");
      profile.outbox(OWNER).accept(say(1, "Confidential"));
    }
    String key = SealedKey.open(People.folder(folder, MAX), "correct horse").orElseThrow();
    byte[] raw = HexFormat.of().parseHex(key);
    String bytes = new String(raw, StandardCharsets.ISO_8859_1);
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile))
          .hasSizeGreaterThan(1)
          .allSatisfy(
              file ->
                  assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                      .doesNotContain(key)
                      .doesNotContain(bytes)
                      .doesNotContain("onfiden"));
    }
  }

  @Test
  void wipingLeavesNothingOfOneselfAndEverythingOfOthers() throws IOException {
    try (Profile profile = open(new NoKeychain())) {
      profile.admit("desk|ines", "two");
      profile.outbox(OWNER).accept(say(1, "Ines'"));
      profile.admit(MAX, "one");
      profile.outbox(OWNER).accept(say(2, "Max's"));
      Files.createDirectories(profile.searchFolder());
      Files.writeString(profile.searchFolder().resolve("segment"), "words");
      profile.wipe();
      assertThat(profile.isLocked()).isTrue();
      assertThat(People.folder(folder, MAX)).isEmptyDirectory();
      assertThat(profile.unlock(MAX, "one")).isFalse();
      assertThat(profile.unlock("desk|ines", "two")).isTrue();
      assertThat(profile.outbox(OWNER).all(unreadable -> {})).hasSize(1);
    }
  }

  @Test
  void wipingWithAKeychainBeginsAnewWithAnotherKey() {
    MapVault vault = new MapVault();
    try (Profile profile = open(vault)) {
      String before = vault.secrets.values().iterator().next();
      profile.outbox(OWNER).accept(say(1, "gone"));
      profile.wipe();
      assertThat(profile.outbox(OWNER).all(unreadable -> {})).isEmpty();
      assertThat(vault.secrets.values()).hasSize(1).doesNotContain(before);
    }
    assertThat(incidents).isEmpty();
  }

  @Test
  void eachPersonHasWhatOnlyTheirPasswordOpens() {
    try (Profile profile = open(new NoKeychain())) {
      profile.admit(MAX, "one");
      profile.outbox(OWNER).accept(say(1, "Max's"));
      profile.admit("desk|ines", "two");
      assertThat(profile.outbox(OWNER).all(unreadable -> {})).isEmpty();
      profile.admit(MAX, "one");
      assertThat(profile.outbox(OWNER).all(unreadable -> {})).hasSize(1);
    }
  }

  @Test
  void aKeyThatAnEarlierVersionLeftInAFileIsLockedAtTheNextSignIn() throws IOException {
    Files.writeString(folder.resolve("key"), KnownKey.KEY);
    try (Profile profile = open(new NoKeychain())) {
      assertThat(profile.keyPlace()).isEqualTo(KeyPlace.FILE);
      profile.outbox(OWNER).accept(say(1, "kept"));
      profile.admit(MAX, "secret");
      assertThat(profile.keyPlace()).isEqualTo(KeyPlace.PASSWORD);
    }
    assertThat(folder.resolve("key")).doesNotExist();
    // A keychain that is there now changes nothing: its key would be another one.
    try (Profile again = open(new MapVault())) {
      assertThat(again.unlock(MAX, "secret")).isTrue();
      assertThat(again.outbox(OWNER).all(unreadable -> {})).hasSize(1);
    }
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
        .isThrownBy(() -> open(new NoKeychain()))
        .withMessageContaining("keychain");
    open(vault).close();
    assertThat(incidents).isEmpty();
  }

  @Test
  void theSystemsKeychainAnswersInTimeOrCountsAsGone() {
    Keychain keychain = new Keychain(Duration.ofSeconds(2));
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          try {
            keychain.read("io.deskhand.test.nobody");
          } catch (Vault.Unavailable none) {
            assertThat(none).hasMessageContaining("keychain");
          }
        });
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
    return open(KEYCHAIN);
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

    @Override
    public void delete(String account) {
      secrets.remove(account);
    }
  }
}
