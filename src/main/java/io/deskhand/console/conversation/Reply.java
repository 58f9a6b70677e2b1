package io.deskhand.console.conversation;

import io.deskhand.sync.OutgoingFile;
import java.util.List;

/** What is sent at once: words, and the files that go with them. */
record Reply(String words, List<OutgoingFile> files) {
  static final Reply NOTHING = new Reply("", List.of());

  Reply {
    files = List.copyOf(files);
  }
}
