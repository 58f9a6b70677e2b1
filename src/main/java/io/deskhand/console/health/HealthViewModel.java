package io.deskhand.console.health;

import io.deskhand.console.bind.Outcomes;
import io.deskhand.console.ui.Delays;
import io.deskhand.console.ui.Dialogs;
import io.deskhand.console.ui.Texts;
import io.deskhand.console.ui.When;
import io.deskhand.sync.Desk;
import io.deskhand.sync.SyncException;
import io.deskhand.sync.SyncHealth;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** How the copy is doing, looked at every second while somebody looks at it. FX thread only. */
public final class HealthViewModel {
  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final Delays.Pending NOTHING = () -> {};

  private final Texts texts = Texts.of(HealthViewModel.class);
  private final Desk desk;
  private final Means means;
  private final HealthWords words;
  private final SupportBundle bundle;
  private final ReadOnlyObjectWrapper<List<HealthLine>> lines =
      new ReadOnlyObjectWrapper<>(List.of());
  private Delays.Pending next = NOTHING;
  private boolean watched;

  /**
   * What it works with.
   *
   * @param background writes files, off the FX thread
   */
  public record Means(
      Outcomes outcomes, Dialogs dialogs, Delays delays, Executor background, When when) {}

  /**
   * The health of {@code desk}.
   *
   * @param bundle what is sent to support besides the figures
   */
  public HealthViewModel(Desk desk, Means means, SupportBundle bundle) {
    this.desk = desk;
    this.means = means;
    this.bundle = bundle;
    this.words = new HealthWords(texts, means.when());
  }

  /** The figures; empty before they were looked at. */
  ReadOnlyObjectProperty<List<HealthLine>> linesProperty() {
    return lines.getReadOnlyProperty();
  }

  /** Looks from now on. */
  public void begin() {
    watched = true;
    look();
  }

  /** Looks no longer. */
  public void end() {
    watched = false;
    next.cancel();
  }

  /** Compares the copy with the server's tickets; the figures will show the result. */
  void compare() {
    desk.compare();
    look();
  }

  /** The name that a bundle of this moment may have. */
  String bundleName() {
    return "deskhand-support.zip";
  }

  /** Writes a bundle for support to {@code file}. */
  void save(Path file) {
    means
        .outcomes()
        .then(
            desk.health().thenCompose(health -> write(health, file)),
            done -> means.dialogs().notice(texts.of("bundle.saved", file.getFileName())));
  }

  private CompletionStage<Path> write(SyncHealth health, Path file) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            bundle.write(health, file);
            return file;
          } catch (IOException e) {
            throw new SyncException(
                SyncException.Reason.INTERNAL, texts.of("bundle.failed", file), e);
          }
        },
        means.background());
  }

  private void look() {
    next.cancel();
    means.outcomes().then(desk.health(), this::show);
  }

  private void show(SyncHealth health) {
    if (watched) {
      lines.set(words.lines(health));
      next.cancel();
      next = means.delays().after(EVERY, this::look);
    }
  }
}
