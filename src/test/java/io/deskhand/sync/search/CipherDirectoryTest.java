package io.deskhand.sync.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CipherDirectoryTest {
  private static final byte[] KEY = new byte[32];
  private final Random random = new Random(7);
  private final byte[] content = new byte[100_000];
  @TempDir Path folder;
  private Directory directory;

  @BeforeEach
  void open() throws IOException {
    random.nextBytes(content);
    directory = new CipherDirectory(FSDirectory.open(folder), KEY);
  }

  @Test
  void whatIsWrittenIsReadFromAnyPlace() throws IOException {
    write("one");
    assertThat(directory.fileLength("one")).isEqualTo(content.length);
    try (IndexInput file = directory.openInput("one", IOContext.DEFAULT)) {
      assertThat(file.length()).isEqualTo(content.length);
      IndexInput slice = file.slice("part", 1_003, 50_000);
      for (int n = 0; n < 300; n++) {
        int from = random.nextInt(40_000);
        byte[] read = new byte[random.nextInt(9_000)];
        IndexInput input = n % 2 == 0 ? file.clone() : slice.clone();
        input.seek(from);
        input.readBytes(read, 0, read.length);
        int at = n % 2 == 0 ? from : from + 1_003;
        assertThat(read).isEqualTo(Arrays.copyOfRange(content, at, at + read.length));
      }
    }
  }

  @Test
  void itIsTheCounterModeThatEveryLibraryHas() throws Exception {
    for (byte[] start : List.of(new byte[16], filled((byte) -1), filled((byte) 0x7f))) {
      Cipher known = Cipher.getInstance("AES/CTR/NoPadding");
      known.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(KEY, "AES"), new IvParameterSpec(start));
      byte[] expected = known.doFinal(content);
      FileCipher cipher = new FileCipher(new FileCipher.Pads(KEY), start);
      for (int from : new int[] {0, 1, 15, 16, 1_023, 5_000}) {
        byte[] some = Arrays.copyOfRange(content, from, from + 3_000);
        cipher.apply(from, some, 0, some.length);
        assertThat(some).isEqualTo(Arrays.copyOfRange(expected, from, from + 3_000));
      }
    }
  }

  private static byte[] filled(byte value) {
    byte[] bytes = new byte[16];
    Arrays.fill(bytes, value);
    return bytes;
  }

  @Test
  void theSameContentIsNeverTheSameOnDisk() throws IOException {
    Arrays.fill(content, (byte) 'a');
    write("one");
    write("two");
    byte[] one = Files.readAllBytes(folder.resolve("one"));
    byte[] two = Files.readAllBytes(folder.resolve("two"));
    assertThat(Arrays.mismatch(one, two)).isLessThan(FileCipher.START);
    int same = 0;
    for (int at = FileCipher.START; at < one.length; at++) {
      same += one[at] == two[at] ? 1 : 0;
    }
    assertThat(same).isLessThan(one.length / 100);
  }

  private void write(String name) throws IOException {
    try (IndexOutput file = directory.createOutput(name, IOContext.DEFAULT)) {
      file.writeBytes(content, 0, 33);
      file.writeBytes(content, 33, content.length - 33);
    }
  }
}
