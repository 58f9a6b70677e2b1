package io.deskhand.sync.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.deskhand.protocol.Limits;
import io.deskhand.sync.OutgoingFile;
import io.deskhand.sync.SyncException;
import io.deskhand.sync.SyncException.Reason;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
  private static final UUID ID = UUID.randomUUID();
  @TempDir Path folder;

  @Test
  void aCopyIsReadFromAnyPlace() throws Exception {
    byte[] content = new byte[300_000];
    for (int i = 0; i < content.length; i++) {
      content[i] = (byte) (i * 31);
    }
    Path original = Files.write(folder.resolve("Bericht Q3.pdf"), content);
    OutgoingFile file = spool(1 << 20).take(ID, original);
    Files.delete(original);
    assertThat(file.name()).isEqualTo("Bericht Q3.pdf");
    assertThat(file.size()).isEqualTo(300_000);
    assertThat(file.type()).isEqualTo("application/pdf");
    assertThat(file.sha256()).hasSize(64);
    Spool again = spool(1 << 20);
    assertThat(again.read(file, 70_000, 5)).isEqualTo(part(content, 70_000, 5));
    assertThat(again.read(file, 299_999, 5)).isEqualTo(part(content, 299_999, 1));
  }

  @Test
  void whatNoServerTakesIsRefusedAtOnceAndLeavesNothing() throws Exception {
    Path large = folder.resolve("film.mp4");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(Limits.FILE_BYTES + 1);
    }
    Spool spool = spool(100L << 20);
    assertRefused(() -> spool.take(ID, large), "film.mp4", "25\u00a0MB");
    assertRefused(() -> spool.take(ID, "empty.txt", new byte[0]), "empty");
    assertRefused(() -> spool.take(ID, "setup.EXE", new byte[3]), "setup.EXE", "programs");
    assertRefused(() -> spool.take(ID, Files.createDirectory(folder.resolve("it"))), "folder");
    assertRefused(() -> spool.take(ID, folder.resolve("nowhere.txt")), "cannot be read");
    assertThat(folder.resolve("spool")).doesNotExist();
  }

  @Test
  void thereIsOneCapForAllAndAWordForIt() {
    Spool spool = spool(1_000);
    spool.take(UUID.randomUUID(), "a.txt", new byte[600]);
    assertRefused(() -> spool.take(ID, "b.txt", new byte[600]), "No room for “b.txt”");
    assertThat(spool.has(ID)).isFalse();
  }

  @Test
  void anotherContentInItsPlaceIsNoticed() throws Exception {
    Spool spool = spool(1 << 20);
    OutgoingFile file = spool.take(ID, "a.txt", "Hello".getBytes(UTF_8));
    OutgoingFile other = spool.take(UUID.randomUUID(), "b.txt", "Other".getBytes(UTF_8));
    Files.copy(spool.place(other.id()), spool.place(ID), StandardCopyOption.REPLACE_EXISTING);
    assertRefused(() -> spool.read(file, 0, 5), "cannot be read any more");
    byte[] sealed = Files.readAllBytes(spool.place(other.id()));
    sealed[sealed.length - 1] ^= 1;
    Files.write(spool.place(other.id()), sealed);
    assertRefused(() -> spool.read(other, 0, 5), "cannot be read any more");
  }

  @Test
  void aSweepLeavesWhatIsNeeded() throws IOException {
    Spool spool = spool(1 << 20);
    OutgoingFile kept = spool.take(ID, "a.txt", new byte[9]);
    OutgoingFile left = spool.take(UUID.randomUUID(), "b.txt", new byte[9]);
    Path half = Files.write(folder.resolve("spool").resolve(UUID.randomUUID() + ".part"), sealed());
    spool.sweep(List.of(kept.id()));
    assertThat(spool.has(kept.id())).isTrue();
    assertThat(spool.has(left.id())).isFalse();
    assertThat(half).doesNotExist();
  }

  private Spool spool(long most) {
    return new Spool(folder.resolve("spool"), new byte[32], most);
  }

  private static byte[] sealed() {
    return new byte[40];
  }

  private static byte[] part(byte[] all, int from, int length) {
    return Arrays.copyOfRange(all, from, from + length);
  }

  private static void assertRefused(ThrowingCallable attempt, String... words) {
    assertThatExceptionOfType(SyncException.class)
        .isThrownBy(attempt)
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.FILE_REFUSED))
        .satisfies(e -> assertThat(e.getMessage()).contains(words));
  }
}
