package io.deskhand.console.palette;

import io.deskhand.console.ui.Command;
import io.deskhand.console.ui.Commands;
import io.deskhand.console.ui.Navigation;
import io.deskhand.console.ui.Texts;
import io.deskhand.model.Ticket;
import io.deskhand.sync.Desk;
import io.deskhand.sync.LiveQueue;
import io.deskhand.sync.TicketQuery;
import io.deskhand.sync.TicketRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What the palette finds for what is typed: commands first, then tickets. FX thread only. */
public final class PaletteViewModel {
  private static final int MOST_TICKETS = 6;
  private static final int MOST_COMMANDS = 30;
  private static final int WORDS_FROM = 2;

  private final Texts texts = Texts.of(PaletteViewModel.class);
  private final Commands commands;
  private final Desk desk;
  private final Navigation navigation;
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<List<PaletteItem>> items =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper();

  public PaletteViewModel(Commands commands, Desk desk, Navigation navigation) {
    this.commands = commands;
    this.desk = desk;
    this.navigation = navigation;
    text.subscribe(typed -> find());
  }

  StringProperty textProperty() {
    return text;
  }

  ReadOnlyObjectProperty<List<PaletteItem>> itemsProperty() {
    return items.getReadOnlyProperty();
  }

  /** The place of the item that Enter chooses. */
  ReadOnlyIntegerProperty chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** Starts anew, with nothing typed. */
  void reset() {
    text.set("");
    find();
  }

  /** Goes up or down, around the ends. */
  void move(int by) {
    if (!items.get().isEmpty()) {
      chosen.set(Math.floorMod(chosen.get() + by, items.get().size()));
    }
  }

  /** The item that Enter chooses, if it can be chosen. */
  Optional<PaletteItem> choice() {
    return items.get().stream().skip(chosen.get()).findFirst().filter(PaletteItem::isAllowed);
  }

  private void find() {
    String typed = text.get().strip();
    List<PaletteItem> found = new ArrayList<>();
    commands.all().stream()
        .filter(command -> fits(command, typed))
        .sorted(Comparator.comparing(command -> !command.isAllowed()))
        .limit(MOST_COMMANDS)
        .map(PaletteViewModel::item)
        .forEach(found::add);
    if (typed.length() >= WORDS_FROM) {
      found.addAll(tickets(typed));
    }
    items.set(List.copyOf(found));
    chosen.set(0);
  }

  private List<PaletteItem> tickets(String typed) {
    try (LiveQueue queue = desk.queue(TicketQuery.ALL.withText(typed))) {
      return queue.rows(0, MOST_TICKETS).stream().map(TicketRow::ticket).map(this::item).toList();
    }
  }

  private PaletteItem item(Ticket ticket) {
    String detail =
        Stream.of(ticket.customerName(), ticket.ticketNumber())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" · "));
    return new PaletteItem(
        texts.of("tickets"),
        "fth-message-square",
        ticket.subject(),
        detail,
        "",
        ticket.status(),
        "",
        () -> navigation.openTicket(ticket.id()));
  }

  private static PaletteItem item(Command command) {
    String keys = command.keys().isEmpty() ? "" : command.keys().getFirst().label();
    String refusal = command.isAllowed() ? "" : command.refusal().getValue();
    return new PaletteItem(
        command.group(),
        command.icon(),
        command.title(),
        refusal,
        keys,
        null,
        refusal,
        command.action());
  }

  private static boolean fits(Command command, String typed) {
    String all = (command.group() + " " + command.title()).toLowerCase(Locale.ROOT);
    return Arrays.stream(typed.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(all::contains);
  }
}
