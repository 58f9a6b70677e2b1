package io.deskhand.demo.files;

import io.deskhand.demo.data.Story;
import io.deskhand.model.Attachment;
import io.deskhand.model.Channel;
import io.deskhand.model.Message;
import io.deskhand.model.SenderType;
import io.deskhand.server.files.ImportedFiles;
import io.deskhand.server.files.ImportedFiles.Kept;
import io.deskhand.server.store.StoredFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Lets customers have sent files: a few of all, and those whom one can sign in as on everything.
 * The same story always gets the same ones.
 */
public final class Enclosures {
  private static final int PERCENT = 4;
  private static final String LOG =
      """
      09:14:02 start 7.3.1 on Android 15
      09:14:05 session restored
      09:14:31 transfer HB-7731: sent
      09:14:41 transfer HB-7731: no answer, sent again
      09:14:43 transfer HB-7731: accepted
      09:14:43 transfer HB-7731: accepted
      """;

  private final Set<String> always;
  private final List<Kept> samples;

  /**
   * @param files where the contents go
   * @param always the e-mail addresses of customers who send one with every ticket
   */
  public Enclosures(ImportedFiles files, Set<String> always) {
    this.always = Set.copyOf(always);
    this.samples =
        List.of(
            files.keep("Screenshot.png", Screenshot.png()),
            files.keep("Statement November.pdf", Statement.pdf()),
            files.keep("app-log.txt", LOG.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * The story with its files.
   *
   * @param stored takes what the desk knows of them
   */
  public Story enclose(Story story, List<StoredFile> stored) {
    List<Message> messages = new ArrayList<>(story.messages());
    int last = lastOfCustomer(messages);
    UUID ticket = story.ticket().id();
    boolean known = always.contains(String.valueOf(story.ticket().customerEmail()));
    boolean chosen = Math.floorMod(ticket.hashCode(), 100) < PERCENT;
    if (last < 0 || story.ticket().channel() == Channel.PHONE || !(known || chosen)) {
      return story;
    }
    int first = Math.floorMod(ticket.hashCode() >> 8, samples.size());
    List<Attachment> files = new ArrayList<>();
    Message message = messages.get(last);
    for (int i = 0; i < (known ? 2 : 1); i++) {
      StoredFile file = file(samples.get((first + i) % samples.size()), message, i);
      stored.add(file);
      files.add(file.attachment());
    }
    messages.set(last, with(message, files));
    return new Story(story.ticket(), messages, story.history());
  }

  private static int lastOfCustomer(List<Message> messages) {
    int last = messages.size() - 1;
    while (last >= 0 && messages.get(last).senderType() != SenderType.CUSTOMER) {
      last--;
    }
    return last;
  }

  private static StoredFile file(Kept sample, Message message, int number) {
    UUID id =
        new UUID(
            message.id().getMostSignificantBits(),
            message.id().getLeastSignificantBits() ^ (number + 1));
    UUID owner = message.senderId();
    return new StoredFile(
        id,
        owner == null ? message.ticketId() : owner,
        sample.name(),
        sample.size(),
        sample.type(),
        sample.sha256(),
        message.createdAt(),
        message.id());
  }

  private static Message with(Message message, List<Attachment> files) {
    return new Message(
        message.id(),
        message.ticketId(),
        message.senderId(),
        message.senderName(),
        message.senderType(),
        message.body(),
        message.internal(),
        files,
        message.readBy(),
        message.readAt(),
        message.createdAt());
  }
}
