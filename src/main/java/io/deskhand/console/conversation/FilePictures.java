package io.deskhand.console.conversation;

import io.deskhand.console.bind.DeskContext;
import io.deskhand.model.Attachment;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Small pictures of images, decoded beside the FX thread; those seen last stay. FX thread only. */
final class FilePictures {
  private static final Logger LOG = LoggerFactory.getLogger(FilePictures.class);
  private static final int KEPT = 60;
  private static final double PIXELS = 400;

  private final DeskContext at;
  private final Executor background;
  private final Map<UUID, Image> seen = new LinkedHashMap<>(KEPT, 0.75f, true);

  FilePictures(DeskContext at, Executor background) {
    this.at = at;
    this.background = background;
  }

  /** Gives the picture of a file to {@code target}, at once or later; never, if it has none. */
  void show(UUID ticketId, Attachment file, Consumer<Image> target) {
    Image known = seen.get(file.id());
    if (known != null) {
      target.accept(known);
      return;
    }
    var _ =
        at.desk()
            .attachments()
            .picture(ticketId, file)
            .thenApplyAsync(FilePictures::decoded, background)
            .exceptionally(problem -> none(file, problem))
            .thenAcceptAsync(image -> image.ifPresent(it -> came(file, it, target)), at.fx());
  }

  /** A picture is an extra: the sign of its kind stays, and the file can be opened all the same. */
  private static Optional<Image> none(Attachment file, Throwable problem) {
    LOG.debug("no picture of {}", file.id(), problem);
    return Optional.empty();
  }

  private void came(Attachment file, Image picture, Consumer<Image> target) {
    seen.put(file.id(), picture);
    if (seen.size() > KEPT) {
      seen.remove(seen.keySet().iterator().next());
    }
    target.accept(picture);
  }

  private static Optional<Image> decoded(Optional<byte[]> bytes) {
    return bytes
        .map(it -> new Image(new ByteArrayInputStream(it), PIXELS, PIXELS, true, true))
        .filter(image -> !image.isError());
  }
}
