package io.deskhand.console.newticket;

import io.deskhand.console.bind.Outcomes;
import io.deskhand.model.Category;
import io.deskhand.model.Channel;
import io.deskhand.model.Ids;
import io.deskhand.model.Priority;
import io.deskhand.protocol.CreateTicket;
import io.deskhand.sync.Desk;
import io.deskhand.sync.Intent;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** A ticket that is being written. FX thread only. */
public final class NewTicketViewModel {
  private final Desk desk;
  private final Ids ids;
  private final Outcomes outcomes;
  private final Consumer<? super UUID> onCreated;
  private final StringProperty subject = new SimpleStringProperty("");
  private final StringProperty customer = new SimpleStringProperty("");
  private final StringProperty email = new SimpleStringProperty("");
  private final StringProperty description = new SimpleStringProperty("");
  private final ObjectProperty<Priority> priority = new SimpleObjectProperty<>(Priority.MEDIUM);
  private final ObjectProperty<Channel> channel = new SimpleObjectProperty<>(Channel.PHONE);
  private final ObjectProperty<@Nullable Category> category = new SimpleObjectProperty<>();

  /** {@code onCreated} is told the new ticket's id once it is safely on disk. */
  public NewTicketViewModel(
      Desk desk, Ids ids, Outcomes outcomes, Consumer<? super UUID> onCreated) {
    this.desk = desk;
    this.ids = ids;
    this.outcomes = outcomes;
    this.onCreated = onCreated;
    category.subscribe(
        chosen -> {
          if (chosen != null) {
            priority.set(chosen.defaultPriority());
          }
        });
  }

  StringProperty subjectProperty() {
    return subject;
  }

  StringProperty customerProperty() {
    return customer;
  }

  StringProperty emailProperty() {
    return email;
  }

  StringProperty descriptionProperty() {
    return description;
  }

  ObjectProperty<Priority> priorityProperty() {
    return priority;
  }

  ObjectProperty<Channel> channelProperty() {
    return channel;
  }

  /** Choosing one also sets the priority that tickets of it begin with. */
  ObjectProperty<@Nullable Category> categoryProperty() {
    return category;
  }

  List<Category> categories() {
    return desk.categories().get();
  }

  /** Whether there is enough for a ticket. */
  boolean isComplete() {
    return !subject.get().isBlank()
        && !customer.get().isBlank()
        && (email.get().isBlank() || email.get().contains("@"));
  }

  /** Creates it, online or not; clears the sheet when it is on disk. */
  void create() {
    UUID id = ids.next();
    Category about = category.get();
    CreateTicket fields =
        new CreateTicket(
            id,
            subject.get().strip(),
            textOrNull(description),
            priority.get(),
            about == null ? null : about.key(),
            channel.get(),
            null,
            textOrNull(customer),
            textOrNull(email),
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    outcomes.then(
        desk.submit(new Intent.Create(id, fields)),
        accepted -> {
          clear();
          onCreated.accept(id);
        });
  }

  private void clear() {
    subject.set("");
    customer.set("");
    email.set("");
    description.set("");
    category.set(null);
    priority.set(Priority.MEDIUM);
  }

  private static @Nullable String textOrNull(StringProperty property) {
    return property.get().isBlank() ? null : property.get().strip();
  }
}
