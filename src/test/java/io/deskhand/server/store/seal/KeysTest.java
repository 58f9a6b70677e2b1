package io.deskhand.server.store.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
  private static final Place NAME = Place.of("customers", "name", 7);
  @TempDir Path directory;

  @Test
  void aValueOpensInItsPlaceOnly() {
    FieldCipher cipher = made(null).cipher();
    String sealed = cipher.seal(NAME, "Cora Ümlaut");
    assertThat(sealed).doesNotContain("Cora");
    assertThat(cipher.open(NAME, sealed)).isEqualTo("Cora Ümlaut");
    assertThat(cipher.seal(NAME, "Cora Ümlaut")).isNotEqualTo(sealed);
    for (Place other :
        new Place[] {
          Place.of("customers", "name", 8),
          Place.of("customers", "phone", 7),
          Place.of("tickets", "name", 7)
        }) {
      assertThatThrownBy(() -> cipher.open(other, sealed)).isInstanceOf(CannotOpen.class);
    }
    assertThatThrownBy(() -> cipher.open(NAME, "Cora")).isInstanceOf(CannotOpen.class);
  }

  @Test
  void afterARotationTheOlderKeyStillOpensAndTheNewOneSeals() {
    Keys file = made(null);
    FieldCipher old = file.cipher();
    String sealed = old.seal(NAME, "Cora");
    file.rotate();
    FieldCipher rotated = file.cipher();
    assertThat(rotated.open(NAME, sealed)).isEqualTo("Cora");
    assertThat(rotated.isCurrent(NAME, sealed)).isFalse();
    assertThat(rotated.isCurrent(NAME, rotated.seal(NAME, "Cora"))).isTrue();
    assertThatThrownBy(() -> old.open(NAME, rotated.seal(NAME, "Cora")))
        .isInstanceOf(CannotOpen.class);
    // What values are found by stays the same.
    BlindKey key = BlindKey.email("Cora@B.example ");
    assertThat(key.hash(rotated)).isEqualTo(BlindKey.email("cora@b.example").hash(old));
  }

  @Test
  void aWrappedFileNeedsItsKey() throws IOException {
    Path key = Files.writeString(directory.resolve("key"), "ab".repeat(32) + "\n");
    Path wrong = Files.writeString(directory.resolve("wrong"), "cd".repeat(32));
    Path shorter = Files.writeString(directory.resolve("short"), "c2hvcnQ=");
    String sealed = made(key).cipher().seal(NAME, "Cora");
    assertThat(new Keys(new FileVault(path()), key).cipher().open(NAME, sealed)).isEqualTo("Cora");
    assertThatThrownBy(() -> new Keys(new FileVault(path()), wrong).cipher())
        .isInstanceOf(KeysUnusable.class)
        .hasMessageContaining("do not open with this --key-file");
    assertThatThrownBy(() -> new Keys(new FileVault(path()), null).cipher())
        .isInstanceOf(KeysUnusable.class)
        .hasMessageContaining("are encrypted");
    assertThatThrownBy(() -> new Keys(new FileVault(path()), shorter))
        .isInstanceOf(KeysUnusable.class)
        .hasMessageContaining("32 random bytes");
  }

  @Test
  void onlyTheOwnerMayReadIt() throws IOException {
    made(null);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path())))
        .isEqualTo("rw-------");
  }

  @Test
  void spellingsOfOneValueAreFoundByOneKey() {
    assertThat(BlindKey.phone("0049 (30) 123-45")).isEqualTo(BlindKey.phone("+493012345"));
    assertThat(BlindKey.name(" Cora  BLUE")).isEqualTo(BlindKey.name("cora blue"));
    FieldCipher cipher = made(null).cipher();
    assertThat(BlindKey.name("1").hash(cipher)).isNotEqualTo(BlindKey.phone("1").hash(cipher));
  }

  private Keys made(Path wrappingKey) {
    Keys file = new Keys(new FileVault(path()), wrappingKey);
    file.create();
    return file;
  }

  private Path path() {
    return directory.resolve("keys.json");
  }
}
