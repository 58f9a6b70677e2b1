package io.deskhand.server.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.deskhand.protocol.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileKindsTest {
  private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
  private final FileKinds kinds = new FileKinds();
  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({
    "89504E470D0A1A0A0000000D49484452, image/png",
    "FFD8FFE000104A46494600010100, image/jpeg",
    "474946383961010001000000, image/gif",
    "524946462400000057454250565038, image/webp",
    "00000018667479706865696300000000, image/heic",
    "255044462D312E370A, application/pdf",
    "7B5C727466315C616E7369, application/rtf",
    "49443304000000000000, audio/mpeg",
    "524946462400000057415645666D7420, audio/vnd.wave",
    "664C614300000022, audio/x-flac",
    "0000001866747970 69736F6D00000200, video/mp4",
    "0000001466747970717420200000020071742020, video/quicktime",
    "0000001C667479704D344120, audio/mp4",
    "1A45DFA39F4286810142F7810142F2810442F381084282847765626D, video/webm",
    "EFBBBF48656C6C6F, text/plain"
  })
  void aKindIsKnownByItsFirstBytes(String hex, String type) throws IOException {
    byte[] content = HexFormat.of().parseHex(hex.replace(" ", ""));
    assertThat(kinds.of(Files.write(directory.resolve("x"), content), "x")).isEqualTo(type);
  }

  @Test
  void anOfficeDocumentIsKnownByWhatIsInIt() throws IOException {
    assertThat(kinds.of(zip("word/document.xml"), "x.zip"))
        .isEqualTo(OFFICE + "wordprocessingml.document");
    assertThat(kinds.of(zip("xl/workbook.xml"), "x")).isEqualTo(OFFICE + "spreadsheetml.sheet");
    assertThat(kinds.of(zip("anything.txt"), "x.docx")).isEqualTo("application/zip");
    assertThat(kinds.of(ole("WordDocument"), "x")).isEqualTo("application/msword");
  }

  @Test
  void programsAndMacrosAreRefusedWhateverTheyAreCalled() throws IOException {
    refused(zip("word/document.xml", "word/vbaProject.bin"), "x.docx", "macroenabled");
    refused(zip("META-INF/MANIFEST.MF", "A.class"), "x.zip", "java-archive");
    refused(ole("WordDocument", "_VBA_PROJECT"), "x.doc", "vbaproject");
    refused(ole("Installer"), "x.doc", "msoffice");
    refused(Files.writeString(directory.resolve("e"), "\u007fELF\2\1\1\0"), "x.png", "elf");
  }

  @Test
  void aTextsNameSaysWhichTextItIs() throws IOException {
    Path text = Files.writeString(directory.resolve("t"), "a,b\n1,2\n");
    assertThat(kinds.of(text, "x.csv")).isEqualTo("text/csv");
    assertThat(kinds.of(text, "x.log")).isEqualTo("text/plain");
    assertThat(kinds.of(text, "csv")).isEqualTo("text/plain");
    refused(text, "x.js", ".js");
  }

  private void refused(Path file, String name, String found) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> kinds.of(file, name))
        .withMessageContaining(found);
  }

  private Path zip(String... entries) throws IOException {
    Path file = directory.resolve("zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String entry : entries) {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write(1);
      }
    }
    return file;
  }

  /** The names lie across the borders of what is read at once. */
  private Path ole(String... streams) throws IOException {
    Path file = directory.resolve("ole");
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(HexFormat.of().parseHex("D0CF11E0A1B11AE1"));
      out.write(new byte[(1 << 16) - 18]);
      for (String stream : streams) {
        out.write((stream + "\0").getBytes(StandardCharsets.UTF_16LE));
        out.write(new byte[(1 << 16) - 30]);
      }
    }
    return file;
  }
}
