package io.deskhand.console.queue;

import io.deskhand.console.bind.Coalesced;
import io.deskhand.console.bind.LiveProperty;
import io.deskhand.console.bind.Outcomes;
import io.deskhand.console.ui.Preferences;
import io.deskhand.model.Ticket;
import io.deskhand.sync.ConnectionState;
import io.deskhand.sync.Desk;
import io.deskhand.sync.Intent;
import io.deskhand.sync.LiveQueue;
import io.deskhand.sync.Subscription;
import io.deskhand.sync.TextMarks;
import io.deskhand.sync.TicketQuery;
import io.deskhand.sync.TicketRow;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The queue: which view, which search, which order, and the tickets that fit. FX thread only. */
public final class QueueViewModel implements AutoCloseable {
  private static final String REMEMBERED_VIEW = "queue.view";
  private static final String REMEMBERED_ORDER = "queue.order";

  private final Desk desk;
  private final Executor fx;
  private final Outcomes outcomes;
  private final QueueSearch search;
  private final List<SavedView> views;
  private final LiveProperty<Map<TicketQuery, Integer>> counts;
  private final LiveProperty<ConnectionState> connection;
  private final Selection selection = new Selection();

  private final ObjectProperty<SavedView> view = new SimpleObjectProperty<>();
  private final ObjectProperty<Order> order = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<@Nullable QueueRows> rows = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
  private final ReadOnlyObjectWrapper<TextMarks> marks =
      new ReadOnlyObjectWrapper<>(TextMarks.NONE);
  private final ObjectProperty<@Nullable UUID> openTicket = new SimpleObjectProperty<>();
  private @Nullable Subscription changes;

  /**
   * A queue that begins with the view and order of the last time.
   *
   * @param fx runs tasks on the FX thread
   */
  public QueueViewModel(
      Desk desk, Executor fx, Clock clock, Preferences preferences, Outcomes outcomes) {
    this.desk = desk;
    this.fx = fx;
    this.outcomes = outcomes;
    this.views = SavedView.of(desk.me().role());
    this.counts =
        new LiveProperty<>(desk.counts(views.stream().map(SavedView::query).toList()), fx);
    this.connection = new LiveProperty<>(desk.connection(), fx);
    SearchDirectory directory =
        new SearchDirectory(
            () -> desk.agents().get(),
            () -> desk.departments().get(),
            () -> desk.categories().get());
    this.search = new QueueSearch(new SearchFilters(directory, new DayRange(clock)));
    String lastView = preferences.get(REMEMBERED_VIEW, views.getFirst().id());
    view.set(find(lastView).orElse(views.getFirst()));
    order.set(preferences.get(REMEMBERED_ORDER, Order.ACTIVITY));
    view.subscribe(chosen -> preferences.put(REMEMBERED_VIEW, chosen.id()));
    order.subscribe(chosen -> preferences.put(REMEMBERED_ORDER, chosen.name()));
    view.addListener((property, before, now) -> queryChanged(true));
    order.addListener((property, before, now) -> queryChanged(false));
    search.searchProperty().addListener((property, before, now) -> queryChanged(false));
    queryChanged(true);
  }

  List<SavedView> views() {
    return views;
  }

  ObjectProperty<SavedView> viewProperty() {
    return view;
  }

  /** How many tickets each view has, by the view's id. */
  ObservableValue<Map<String, Integer>> countsProperty() {
    return counts
        .property()
        .map(
            all ->
                views.stream()
                    .collect(
                        Collectors.toMap(
                            SavedView::id, saved -> all.getOrDefault(saved.query(), 0))));
  }

  ReadOnlyObjectProperty<ConnectionState> connectionProperty() {
    return connection.property();
  }

  /** What is typed into the search field. */
  public StringProperty searchTextProperty() {
    return search.textProperty();
  }

  QueueSearch search() {
    return search;
  }

  ObjectProperty<Order> orderProperty() {
    return order;
  }

  /** The tickets; another object whenever view, search or order has changed. */
  ReadOnlyObjectProperty<@Nullable QueueRows> rowsProperty() {
    return rows.getReadOnlyProperty();
  }

  /** Grows whenever the tickets have changed. */
  ReadOnlyLongProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }

  /** Where what is searched for stands in texts. */
  public ReadOnlyObjectProperty<TextMarks> marksProperty() {
    return marks.getReadOnlyProperty();
  }

  /** The ticket that the ticket pane shows; null for none. */
  public ObjectProperty<@Nullable UUID> openTicketProperty() {
    return openTicket;
  }

  Selection selection() {
    return selection;
  }

  /** How often another set of tickets was selected: for those who watch it. */
  public ReadOnlyLongProperty selectionRevisionProperty() {
    return selection.revisionProperty();
  }

  /** The tickets that are selected, as they are in the queue now, in its order. */
  public List<Ticket> selectedTickets() {
    QueueRows now = rows.get();
    return now == null
        ? List.of()
        : selection.ids().stream()
            .mapToInt(now.queue()::indexOf)
            .filter(at -> at >= 0)
            .sorted()
            .mapToObj(this::rowAt)
            .flatMap(Optional::stream)
            .map(TicketRow::ticket)
            .toList();
  }

  /** How many are selected. */
  public int selectedCount() {
    return selection.countProperty().get();
  }

  public void clearSelection() {
    selection.clear();
  }

  int size() {
    QueueRows now = rows.get();
    return now == null ? 0 : now.size();
  }

  /** The row at a place, if there is one. */
  Optional<TicketRow> rowAt(int index) {
    QueueRows now = rows.get();
    return now == null || index < 0
        ? Optional.empty()
        : now.rows(index, index + 1).stream().findFirst();
  }

  /** Where the keyboard is; -1 if its ticket is not in the queue. */
  int cursorIndex() {
    QueueRows now = rows.get();
    UUID cursor = selection.cursor();
    return now == null || cursor == null ? -1 : now.queue().indexOf(cursor);
  }

  /** Goes some rows down (or up, when negative); with {@code extend} selects on the way. */
  void move(int by, boolean extend) {
    int at = cursorIndex();
    int target = at < 0 ? 0 : Math.clamp(at + (long) by, 0, Math.max(0, size() - 1));
    rowAt(target)
        .ifPresent(
            row -> {
              if (extend) {
                extendTo(row.ticket().id());
              } else {
                selection.moveTo(row.ticket().id());
              }
            });
  }

  void extendTo(UUID id) {
    QueueRows now = rows.get();
    if (now != null) {
      selection.extendTo(id, now.queue().ids());
    }
  }

  /** Selects the whole filter, whatever its size. */
  void selectAll() {
    QueueRows now = rows.get();
    if (now != null) {
      selection.selectAll(now.queue().ids());
    }
  }

  /** Assigns a ticket to oneself. */
  void take(UUID ticketId) {
    outcomes.watch(desk.submit(new Intent.Assign(ticketId, desk.me().id())));
  }

  /** Shows one of the views, by its id. */
  void showView(String id) {
    find(id).ifPresent(view::set);
  }

  /** Whether the first page of tickets is on its way. */
  boolean isFetching() {
    return hasNeverSynced() && !isCutOff(connection.get().phase());
  }

  /** Whether nothing is known of the server's tickets, and nothing is on its way. */
  boolean isUnknown() {
    return hasNeverSynced() && isCutOff(connection.get().phase());
  }

  private boolean hasNeverSynced() {
    return connection.get().synced() == 0 && connection.get().asOf() == null;
  }

  private static boolean isCutOff(ConnectionState.Phase phase) {
    return switch (phase) {
      case OFFLINE, SWITCHED_OFF, SIGNED_OUT -> true;
      case CONNECTING, CATCHING_UP, LIVE -> false;
    };
  }

  @Override
  public void close() {
    counts.close();
    connection.close();
    closeQueue();
  }

  private Optional<SavedView> find(String id) {
    return views.stream().filter(saved -> saved.id().equals(id)).findFirst();
  }

  private void queryChanged(boolean forgetSelection) {
    TicketQuery query =
        search
            .searchProperty()
            .get()
            .applyTo(view.get().query(), search.filters())
            .withOrder(order.get().sorts());
    closeQueue();
    marks.set(desk.marks(query.text()));
    LiveQueue queue = desk.queue(query);
    rows.set(new QueueRows(queue));
    if (forgetSelection) {
      selection.clear();
    }
    Coalesced update = new Coalesced(fx, () -> changed(queue));
    changes = queue.revision().subscribe(number -> update.request());
  }

  private void changed(LiveQueue queue) {
    QueueRows now = rows.get();
    if (now != null && now.queue() == queue) {
      selection.retain(queue);
      revision.set(revision.get() + 1);
    }
  }

  private void closeQueue() {
    if (changes != null) {
      changes.close();
    }
    QueueRows before = rows.get();
    if (before != null) {
      before.queue().close();
    }
  }
}
