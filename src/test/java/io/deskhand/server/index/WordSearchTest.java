package io.deskhand.server.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What beginnings find, remembered or not, against looking at every word. */
class WordSearchTest {
  private static final String LETTERS = "abcd";
  private static final int TICKETS = 300;
  @TempDir Path directory;
  private final Random random = new Random(3);
  private final RowIds ids = new RowIds();
  private final Segments segments = new Segments(look -> look.accept(ids));
  private final Map<UUID, String> subjects = new HashMap<>();
  private final Map<UUID, List<String>> messages = new HashMap<>();
  private final BegunRows remembering = new BegunRows(1 << 20, 1);
  private final BegunRows forgetful = new BegunRows(0, 1);
  private final BegunRows never = new BegunRows(1 << 20, Integer.MAX_VALUE);
  private TextFiles files;

  @BeforeEach
  void open() throws IOException {
    files = TextFiles.open(directory, segments);
  }

  @AfterEach
  void close() throws IOException {
    files.close();
  }

  @Test
  void beginningsFindWhatHasThemWhateverIsRemembered() throws IOException {
    for (int round = 0; round < 4; round++) {
      write(round);
      try (DirectoryReader reader = DirectoryReader.open(files.writer())) {
        for (int n = 0; n < 60; n++) {
          check(reader, word(1 + n % 4));
        }
      }
      if (round == 2) {
        files.writer().forceMerge(1);
      }
    }
  }

  private void check(DirectoryReader reader, String beginning) throws IOException {
    Set<Integer> expected = new HashSet<>();
    subjects.forEach((id, text) -> addIf(expected, id, text, beginning));
    messages.forEach((id, all) -> all.forEach(text -> addIf(expected, id, text, beginning)));
    for (BegunRows begun : List.of(remembering, remembering, forgetful, never)) {
      assertThat(found(reader, begun, beginning, ids.size()))
          .as(beginning)
          .containsExactlyInAnyOrderElementsOf(expected);
    }
    expected.removeIf(row -> row >= TICKETS / 2);
    assertThat(found(reader, remembering, beginning, TICKETS / 2))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private List<Integer> found(DirectoryReader reader, BegunRows begun, String word, int rows)
      throws IOException {
    WordHits hits = new WordHits(rows);
    TextQuery.Word wanted = new TextQuery.Word(word, true, null);
    WordSearch search = new WordSearch(reader, segments, begun, wanted, hits);
    for (TextField field : TextField.values()) {
      search.in(field);
    }
    List<Integer> found = IntStream.range(0, rows).filter(hits.rows()::get).boxed().toList();
    assertThat(found).allMatch(row -> hits.score(row) > 0);
    return found;
  }

  private void addIf(Set<Integer> rows, UUID id, String text, String beginning) {
    for (String word : text.split(" ")) {
      if (word.startsWith(beginning)) {
        rows.add(ids.find(id));
      }
    }
  }

  /** More tickets and messages, and other subjects for some that are there. */
  private void write(int round) throws IOException {
    for (int n = 0; n < TICKETS; n++) {
      UUID id = new UUID(round, n);
      ids.add(id);
      subjects.put(id, text());
      files.addSubject(id, subjects.get(id));
      UUID known = new UUID(random.nextInt(round + 1), random.nextInt(n + 1));
      subjects.put(known, text());
      files.putSubject(known, subjects.get(known));
      String message = text();
      messages.computeIfAbsent(known, any -> new ArrayList<>()).add(message);
      files.addMessage(known, message, random.nextBoolean());
    }
  }

  private String text() {
    return word(6) + " " + word(5) + " " + word(1 + random.nextInt(4));
  }

  private String word(int letters) {
    StringBuilder word = new StringBuilder();
    for (int n = 0; n < letters; n++) {
      word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return word.toString();
  }
}
