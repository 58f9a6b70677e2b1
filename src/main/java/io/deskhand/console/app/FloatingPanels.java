package io.deskhand.console.app;

import io.deskhand.console.drafts.DraftsController;
import io.deskhand.console.drafts.DraftsViewModel;
import io.deskhand.console.health.HealthController;
import io.deskhand.console.health.HealthViewModel;
import io.deskhand.console.health.SupportBundle;
import io.deskhand.console.inbox.InboxController;
import io.deskhand.console.inbox.InboxViewModel;
import io.deskhand.console.outbox.OutboxController;
import io.deskhand.console.outbox.OutboxViewModel;
import io.deskhand.console.status.StatusController;
import io.deskhand.console.ui.FileDialogs;
import io.deskhand.console.ui.Floating;
import io.deskhand.console.ui.FxDelays;
import io.deskhand.console.ui.Navigation;
import io.deskhand.console.ui.Views;
import io.deskhand.model.Ticket;
import io.deskhand.sync.Desk;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javafx.scene.layout.Region;

/** The panels that the status bar's buttons open. FX thread only. */
final class FloatingPanels implements StatusController.Panels, AutoCloseable {
  private final OutboxController outbox;
  private final InboxController inbox;
  private final InboxViewModel inboxModel;
  private final Floating outboxPanel;
  private final Floating inboxPanel;
  private final DraftsViewModel draftsModel;
  private final DraftsController drafts;
  private final Floating draftsPanel;
  private final HealthViewModel healthModel;
  private final HealthController health;
  private final Floating healthPanel;

  FloatingPanels(
      Desk desk,
      Surroundings around,
      Navigation navigation,
      FileDialogs files,
      Function<UUID, Optional<Ticket>> tickets) {
    this.outbox =
        new OutboxController(
            new OutboxViewModel(desk, around.fx(), around.outcomes(), tickets),
            navigation,
            around.when());
    this.outboxPanel = new Floating(() -> Views.load(outbox));
    this.inboxModel = new InboxViewModel(desk, around.fx(), around.preferences());
    this.inbox = new InboxController(inboxModel, navigation, around.when());
    this.inboxPanel = new Floating(() -> Views.load(inbox));
    this.draftsModel =
        new DraftsViewModel(desk, around.fx(), around.outcomes(), around.clock(), tickets);
    this.drafts = new DraftsController(draftsModel, navigation, around.when());
    this.draftsPanel = new Floating(() -> Views.load(drafts));
    this.healthModel =
        new HealthViewModel(
            desk,
            new HealthViewModel.Means(
                around.outcomes(),
                around.dialogs(),
                new FxDelays(),
                around.background(),
                around.when()),
            new SupportBundle(
                around.preferences(), around.profile().resolve(ConsoleOptions.SUPPORT_LOG)));
    this.health = new HealthController(healthModel, files, this::hide);
    this.healthPanel = new Floating(() -> Views.load(health));
    healthPanel.onHidden(healthModel::end);
  }

  InboxViewModel inboxModel() {
    return inboxModel;
  }

  @Override
  public void toggleOutbox(Region at) {
    toggle(outboxPanel, at);
    if (outboxPanel.isShowing()) {
      outbox.focus();
    }
  }

  @Override
  public void toggleInbox(Region at) {
    toggle(inboxPanel, at);
    if (inboxPanel.isShowing()) {
      inbox.focus();
    }
    inboxModel.markSeen();
  }

  @Override
  public void toggleDrafts(Region at) {
    draftsModel.refresh();
    toggle(draftsPanel, at);
    if (draftsPanel.isShowing()) {
      drafts.focus();
    }
  }

  @Override
  public void toggleHealth(Region at) {
    toggle(healthPanel, at);
    if (healthPanel.isShowing()) {
      healthModel.begin();
      health.focus();
    }
  }

  void hide() {
    healthPanel.hide();
    draftsPanel.hide();
    outboxPanel.hide();
    inboxPanel.hide();
  }

  @Override
  public void close() {
    hide();
    outbox.close();
    inbox.close();
    drafts.close();
  }

  private static void toggle(Floating panel, Region at) {
    if (panel.isShowing()) {
      panel.hide();
    } else {
      panel.show(at);
    }
  }
}
