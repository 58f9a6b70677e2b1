package io.deskhand.console.app;

import io.deskhand.console.bind.DeskContext;
import io.deskhand.console.bulk.BulkController;
import io.deskhand.console.bulk.BulkViewModel;
import io.deskhand.console.queue.Density;
import io.deskhand.console.queue.QueueController;
import io.deskhand.console.queue.QueueViewModel;
import io.deskhand.console.settings.SettingsController;
import io.deskhand.console.settings.SettingsViewModel;
import io.deskhand.console.status.BannerController;
import io.deskhand.console.status.StatusController;
import io.deskhand.console.status.StatusViewModel;
import io.deskhand.console.ui.FileDialogs;
import io.deskhand.console.ui.FxDelays;
import io.deskhand.console.ui.FxFileDialogs;
import io.deskhand.console.ui.Lazy;
import io.deskhand.console.ui.Navigation;
import io.deskhand.console.ui.Views;
import io.deskhand.model.Ids;
import io.deskhand.sync.Desk;
import java.time.Duration;
import java.util.UUID;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;

/** The screen of somebody who is signed in: every feature, put together. FX thread only. */
final class DeskScreen implements Navigation, AutoCloseable {
  private static final String REMEMBERED_DENSITY = "look.density";
  private static final String REMEMBERED_TICKET = "desk.ticket";
  private static final Duration TAKE_BACK = Duration.ofSeconds(10);

  /** The ways out of this screen. */
  record Exits(Runnable signInAgain, Runnable signedOut) {}

  private final Desk desk;
  private final Surroundings around;
  private final Frame frame;
  private final ShellController shell;
  private final Parent node;
  private final TicketIndex index;
  private final ObjectProperty<Density> density;
  private final QueueController queue;
  private final QueueViewModel queueModel;
  private final BulkController bulk;
  private final FloatingPanels panels;
  private final StatusController status;
  private final SettingsController settings;
  private final Overlays overlays;
  private final Lazy<TicketPane> ticket;
  private boolean closed;

  DeskScreen(Desk desk, Surroundings around, Frame frame, Exits exits) {
    this.desk = desk;
    this.around = around;
    this.frame = frame;
    this.index = new TicketIndex(desk);
    this.density = density();
    this.shell = new ShellController(around.preferences());
    this.node = Views.load(shell);
    this.queueModel =
        new QueueViewModel(
            desk, around.fx(), around.clock(), around.preferences(), around.outcomes());
    this.bulk = bulk();
    // Before the ticket's own commands: a key that both know is the selection's, where there is
    // one.
    Parent bulkNode = Views.load(bulk);
    this.queue =
        new QueueController(
            queueModel,
            this,
            around.commands(),
            density,
            around.theme().textScaleProperty(),
            around.when());
    this.ticket = new Lazy<>(this::ticketPane);
    this.panels = new FloatingPanels(desk, around, this, files(), index::find);
    StatusViewModel statusModel = new StatusViewModel(desk, around.fx(), around.outcomes());
    this.status =
        new StatusController(statusModel, around.theme(), around.when(), around.commands(), panels);
    this.settings = settings(exits);
    compose(bulkNode);
    shell.setBanner(
        Views.load(new BannerController(statusModel, around.when(), exits.signInAgain())));
    this.overlays = new Overlays(desk, around, frame, this);
    shell.onRail(this::showDesk, this::showSettings, overlays::showPalette, overlays::showKeys);
  }

  Parent node() {
    return node;
  }

  /** Called once it is in the window: stands where it was left. */
  void attached() {
    // A split pane takes its parts into the scene with its skin, which the pulse makes: only then
    // can they have the focus.
    afterPulse(node.getScene(), this::settle);
  }

  private void settle() {
    if (!closed) {
      queue.focusList();
      openLast();
    }
  }

  /** The ticket of the last time, in a pane that is there from now on: the queue was first. */
  private void openLast() {
    ticket.get();
    String last = around.preferences().get(REMEMBERED_TICKET, "");
    if (last.isEmpty() || queueModel.openTicketProperty().get() != null) {
      return;
    }
    UUID id = UUID.fromString(last);
    if (index.find(id).isPresent()) {
      openTicket(id);
    }
  }

  private void afterPulse(Scene scene, Runnable action) {
    scene.addPostLayoutPulseListener(
        new Runnable() {
          @Override
          public void run() {
            scene.removePostLayoutPulseListener(this);
            Platform.runLater(action);
          }
        });
  }

  @Override
  public void close() {
    panels.close();
    closed = true;
    overlays.close();
    ticket.ifMade(TicketPane::close);
    bulk.close();
    queue.close();
    status.close();
    settings.close();
    index.close();
    desk.close();
  }

  @Override
  public void openTicket(UUID ticketId) {
    panels.hide();
    showDesk();
    queue.mark(ticketId);
    ticket.get().show(ticketId);
    shell.revealTicket();
    around.preferences().put(REMEMBERED_TICKET, ticketId);
  }

  @Override
  public void replyTo(UUID ticketId) {
    openTicket(ticketId);
    ticket.get().focusComposer();
  }

  @Override
  public void focusQueue() {
    queue.focusList();
  }

  @Override
  public void focusSearch() {
    showDesk();
    queue.focusSearch();
  }

  @Override
  public void search(String text) {
    showDesk();
    queueModel.searchTextProperty().set(text);
  }

  @Override
  public void showDesk() {
    shell.show(false);
  }

  @Override
  public void showSettings() {
    shell.show(true);
    settings.refresh();
  }

  @Override
  public void showOutbox() {
    panels.toggleOutbox(status.outboxButton());
  }

  @Override
  public void newTicket() {
    frame.closeOverlay();
    overlays.showNewTicket();
  }

  private void compose(Parent bulkNode) {
    shell.setQueue(Views.load(queue));
    queue.setFooter(bulkNode);
    shell.setStatusBar(Views.load(status));
    shell.setSettings(() -> Views.load(settings));
    panels.inboxModel().unseenProperty().subscribe(count -> status.setUnseen(count.intValue()));
  }

  private TicketPane ticketPane() {
    DeskContext context =
        new DeskContext(
            desk, around.fx(), around.dialogs(), new FxDelays(), around.clock(), new Ids());
    OpenTicketPane pane =
        new OpenTicketPane(
            context, around.commands(), around.links(), files(), around.background(), TAKE_BACK);
    pane.mark(queueModel.marksProperty());
    shell.setTicket(pane.node());
    return pane;
  }

  private FileDialogs files() {
    return new FxFileDialogs(() -> node.getScene().getWindow());
  }

  private BulkController bulk() {
    BulkViewModel model =
        new BulkViewModel(
            desk,
            around.fx(),
            around.outcomes(),
            new BulkViewModel.Selected(queueModel::selectedTickets, queueModel::clearSelection),
            index::find);
    queueModel
        .selectionRevisionProperty()
        .subscribe(revision -> model.setCount(queueModel.selectedCount()));
    return new BulkController(model, around.commands(), this);
  }

  private SettingsController settings(Exits exits) {
    BooleanProperty compact = new SimpleBooleanProperty(density.get() == Density.COMPACT);
    compact.subscribe(on -> density.set(on ? Density.COMPACT : Density.COMFORTABLE));
    density.subscribe(now -> compact.set(now == Density.COMPACT));
    return new SettingsController(
        new SettingsViewModel(
            desk, around.theme(), compact, around.profile(), around.outcomes(), exits.signedOut()));
  }

  private ObjectProperty<Density> density() {
    ObjectProperty<Density> remembered =
        new SimpleObjectProperty<>(
            around.preferences().get(REMEMBERED_DENSITY, Density.COMFORTABLE));
    remembered.subscribe(now -> around.preferences().put(REMEMBERED_DENSITY, now.name()));
    return remembered;
  }
}
