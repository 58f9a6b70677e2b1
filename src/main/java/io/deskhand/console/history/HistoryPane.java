package io.deskhand.console.history;

import io.deskhand.console.bind.DeskContext;
import io.deskhand.console.ui.FileDialogs;
import io.deskhand.console.ui.Texts;
import io.deskhand.console.ui.Views;
import io.deskhand.console.ui.When;
import io.deskhand.sync.LiveTicket;
import java.util.concurrent.Executor;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/** What has happened to one ticket. FX thread only. */
public final class HistoryPane implements AutoCloseable {
  private final HistoryViewModel model;
  private final Parent node;

  /** {@code background} writes the files that are exported. */
  public HistoryPane(DeskContext at, FileDialogs files, Executor background) {
    Texts texts = Texts.of(HistoryPane.class);
    When when = new When(at.clock());
    this.model = new HistoryViewModel(at, background, when, texts);
    this.node = Views.load(new HistoryController(model, files, when, texts));
  }

  public Node node() {
    return node;
  }

  /** Shows a ticket, or none; whoever opened it closes it. */
  public void show(@Nullable LiveTicket ticket) {
    model.show(ticket);
  }

  @Override
  public void close() {
    model.show(null);
  }
}
