package io.deskhand.console.app;

import io.deskhand.console.queue.Density;
import io.deskhand.console.queue.QueueController;
import io.deskhand.console.queue.QueueViewModel;
import io.deskhand.console.status.BannerController;
import io.deskhand.console.status.StatusController;
import io.deskhand.console.status.StatusViewModel;
import io.deskhand.console.ui.Navigation;
import io.deskhand.console.ui.Views;
import io.deskhand.sync.Desk;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The screen of somebody who is signed in: every feature, put together. FX thread only. */
final class DeskScreen implements Navigation, AutoCloseable {
  private static final String REMEMBERED_DENSITY = "look.density";
  private static final String REMEMBERED_TICKET = "desk.ticket";

  private final Desk desk;
  private final Surroundings around;
  private final Frame frame;
  private final ShellController shell;
  private final Parent node;
  private final QueueController queue;
  private final QueueViewModel queueModel;
  private final StatusController status;

  DeskScreen(Desk desk, Surroundings around, Frame frame, Runnable signInAgain) {
    this.desk = desk;
    this.around = around;
    this.frame = frame;
    this.shell = new ShellController(around.preferences());
    this.node = Views.load(shell);
    this.queueModel =
        new QueueViewModel(
            desk, around.fx(), around.clock(), around.preferences(), around.outcomes());
    this.queue =
        new QueueController(
            queueModel,
            this,
            around.commands(),
            density(),
            around.theme().textScaleProperty(),
            around.when());
    StatusViewModel statusModel = new StatusViewModel(desk, around.fx(), around.outcomes());
    this.status =
        new StatusController(
            statusModel,
            around.theme(),
            around.when(),
            around.commands(),
            new StatusController.Panels() {
              @Override
              public void toggleOutbox(Region at) {}

              @Override
              public void toggleInbox(Region at) {}
            });
    shell.setStatusBar(Views.load(status));
    shell.setBanner(Views.load(new BannerController(statusModel, around.when(), signInAgain)));
    shell.setDesk(Views.load(queue), new StackPane());
  }

  Parent node() {
    return node;
  }

  /** Called once it is in the window. */
  void attached() {
    queue.focusList();
  }

  @Override
  public void close() {
    queue.close();
    status.close();
    desk.close();
  }

  @Override
  public void openTicket(UUID ticketId) {
    queue.mark(ticketId);
    around.preferences().put(REMEMBERED_TICKET, ticketId);
  }

  @Override
  public void replyTo(UUID ticketId) {
    openTicket(ticketId);
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
  }

  @Override
  public void showOutbox() {
    frame.closeOverlay();
  }

  @Override
  public void newTicket() {
    frame.closeOverlay();
  }

  private ObjectProperty<Density> density() {
    ObjectProperty<Density> density =
        new SimpleObjectProperty<>(
            around.preferences().get(REMEMBERED_DENSITY, Density.COMFORTABLE));
    density.subscribe(now -> around.preferences().put(REMEMBERED_DENSITY, now.name()));
    return density;
  }
}
