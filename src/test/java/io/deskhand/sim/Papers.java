package io.deskhand.sim;

import io.deskhand.model.Attachment;
import io.deskhand.protocol.Routes;
import io.deskhand.protocol.SendMessage;
import io.deskhand.protocol.UploadRequest;
import io.deskhand.sync.Desk;
import io.deskhand.sync.Drafts;
import io.deskhand.sync.LiveTicket;
import io.deskhand.sync.OutgoingFile;
import io.deskhand.sync.SyncException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** The files that people of a run send and look at, and what is in each. */
final class Papers {
  /** One in so many takes more than one part. */
  private static final int LARGE_EACH = 3;

  private static final int SMALL_BYTES = 4_000;
  private static final int LARGE_BYTES = 300_000;
  private static final int LOADING_MILLIS = 3_000;
  private final Run run;
  private final Path saved;
  private final Map<UUID, byte[]> contents = new HashMap<>();
  private final Set<UUID> tickets = new TreeSet<>();
  private int count;

  /**
   * @param saved where people save what they look at
   */
  Papers(Run run, Path saved) {
    this.run = run;
    this.saved = saved;
  }

  /** What is in a file; empty if nobody has sent it. */
  Optional<byte[]> content(UUID file) {
    return Optional.ofNullable(contents.get(file));
  }

  /** One of the tickets that a console shows and that have files. */
  Optional<UUID> anyTicket(Run.Seat seat, SplittableRandom dice) {
    List<UUID> shown =
        seat.console().queue().rows(0, Integer.MAX_VALUE).stream()
            .map(row -> row.ticket().id())
            .filter(tickets::contains)
            .sorted()
            .toList();
    return shown.isEmpty() ? Optional.empty() : Optional.of(shown.get(dice.nextInt(shown.size())));
  }

  private static byte[] text(SplittableRandom dice) {
    int size = 1 + dice.nextInt(SMALL_BYTES);
    if (dice.nextInt(LARGE_EACH) == 0) {
      size += LARGE_BYTES;
    }
    byte[] line = (Long.toHexString(dice.nextLong()) + "\n").getBytes(StandardCharsets.US_ASCII);
    byte[] all = new byte[size];
    for (int at = 0; at < size; at += line.length) {
      System.arraycopy(line, 0, all, at, Math.min(line.length, size - at));
    }
    return all;
  }

  /** Somebody takes a file, to send it with what they write in a ticket. */
  CompletionStage<OutgoingFile> take(Desk desk, UUID ticketId, SplittableRandom dice) {
    byte[] content = text(dice);
    tickets.add(ticketId);
    return desk.attachments()
        .add("paper.txt", content)
        .thenApply(
            file -> {
              contents.put(file.id(), content);
              return file;
            });
  }

  /** Somebody takes a file for an answer that they do not send yet. */
  void draft(Run.Seat seat, Desk desk, UUID ticketId, SplittableRandom dice) {
    String text = "draft " + Long.toHexString(dice.nextLong());
    take(desk, ticketId, dice)
        .thenAccept(
            file ->
                run.write(
                    seat,
                    desk,
                    new Drafts.Draft(
                        ticketId, text, 3, false, run.server.clock().instant(), List.of(file))));
  }

  /** Somebody does not need these any more; what a draft or a message has stays. */
  static void putAway(Desk desk, List<OutgoingFile> files) {
    files.forEach(file -> desk.attachments().drop(file.id()));
  }

  /** Somebody opens a ticket, and saves the files that they see. */
  void save(Run.Seat seat, Desk desk, UUID ticketId) {
    LiveTicket ticket = desk.open(ticketId);
    seat.console().openTickets().add(ticket);
    run.world.after(
        LOADING_MILLIS,
        () -> {
          if (seat.console().desk() == desk) {
            ticket.state().get().conversation().stream()
                .flatMap(entry -> entry.message().attachments().stream())
                .forEach(file -> save(desk, ticketId, file));
          }
        });
  }

  private void save(Desk desk, UUID ticketId, Attachment file) {
    Path target = saved.resolve("paper-" + ++count);
    var _ =
        desk.attachments()
            .save(ticketId, file, target)
            .whenComplete(
                (done, failure) -> {
                  if (failure == null) {
                    run.hold(
                        () -> require(Arrays.equals(read(target), contents.get(file.id())), file));
                  } else {
                    run.hold(() -> require(isKnown(failure), failure));
                  }
                });
  }

  /** Whether it is something that may keep a file from coming. */
  private static boolean isKnown(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof SyncException known && known.reason() != SyncException.Reason.INTERNAL;
  }

  private static void require(boolean right, Object what) {
    if (!right) {
      throw new Violation("what is saved is not what was sent: " + what);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A customer sends a file. */
  void customer(String email, UUID ticketId, SplittableRandom dice) {
    byte[] content = text(dice);
    UUID id = new UUID(dice.nextLong(), dice.nextLong());
    String mark = "file from outside " + Long.toHexString(dice.nextLong());
    boolean there =
        run.outsiders.tries(
            email,
            api -> {
              api.files()
                  .announce(
                      new UploadRequest(id, "paper.txt", (long) content.length, hash(content)));
              api.files().append(id, 0, content);
            });
    if (there) {
      contents.put(id, content);
      tickets.add(ticketId);
      run.outsiders.ask(
          email,
          "POST",
          Routes.ticket(ticketId, "messages"),
          new SendMessage(null, null, mark, false, List.of(id)));
    }
  }

  private static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
