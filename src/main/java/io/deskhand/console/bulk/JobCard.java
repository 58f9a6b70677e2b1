package io.deskhand.console.bulk;

import io.deskhand.console.ui.Navigation;
import io.deskhand.console.ui.Texts;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Draws the card of a job: how far it is, what failed and why, and what can be done about it. */
final class JobCard {
  private final BulkViewModel model;
  private final Navigation navigation;
  private final Texts texts;

  JobCard(BulkViewModel model, Navigation navigation, Texts texts) {
    this.model = model;
    this.navigation = navigation;
    this.texts = texts;
  }

  Node of(BulkJob job) {
    Label title = new Label(texts.of("job", job.kind()));
    title.getStyleClass().add("dh-medium");
    Label state = new Label(state(job));
    state.getStyleClass().add("dh-muted");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(title, state, space);
    head.getStyleClass().add("head");
    addButtons(head, job);
    VBox card = new VBox(head);
    card.getStyleClass().add("job");
    if (!job.finished()) {
      ProgressBar bar = new ProgressBar(job.fraction());
      bar.setMaxWidth(Double.MAX_VALUE);
      bar.setAccessibleText(state.getText());
      card.getChildren().add(bar);
    }
    if (job.failed() > 0) {
      card.getChildren().add(failures(job));
    }
    return card;
  }

  private String state(BulkJob job) {
    if (job.jobId() == null) {
      return texts.of("job.waiting", job.total());
    }
    if (!job.finished()) {
      return texts.of("job.running", job.done(), job.total());
    }
    String key = job.cancelled() ? "job.cancelled" : "job.done";
    String words = texts.of(key, job.done() - job.failed());
    return job.failed() == 0 ? words : words + texts.of("job.failed", job.failed());
  }

  private void addButtons(HBox head, BulkJob job) {
    if (job.failed() > 0 && job.finished() && job.retryable()) {
      head.getChildren().add(link("retry.failed", () -> model.retryFailed(job)));
    }
    if (job.undoable()) {
      head.getChildren().add(link("undo", () -> model.undo(job)));
    }
    if (!job.finished() && job.jobId() != null) {
      head.getChildren().add(link("cancel", () -> model.cancel(job)));
    }
    if (job.finished()) {
      Button dismiss = new Button(null, new FontIcon("fth-x"));
      dismiss.getStyleClass().addAll("dh-ghost", "dh-icon");
      dismiss.setAccessibleText(texts.of("dismiss"));
      dismiss.setOnAction(event -> model.dismiss(job));
      head.getChildren().add(dismiss);
    }
  }

  private Node failures(BulkJob job) {
    VBox lines = new VBox();
    lines.getStyleClass().add("failures");
    for (BulkJob.Line failure : job.failures()) {
      Button subject = new Button(failure.subject());
      subject.getStyleClass().addAll("dh-link", "dh-caption");
      subject.setOnAction(event -> navigation.openTicket(failure.ticketId()));
      Label why = new Label(failure.message());
      why.getStyleClass().addAll("dh-caption", "dh-muted");
      HBox line = new HBox(subject, why);
      line.getStyleClass().add("failure");
      lines.getChildren().add(line);
    }
    ScrollPane scroll = new ScrollPane(lines);
    scroll.setFitToWidth(true);
    scroll.setMaxHeight(120);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    return scroll;
  }

  private Button link(String key, Runnable action) {
    Button button = new Button(texts.of(key));
    button.getStyleClass().add("dh-link");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    return button;
  }
}
