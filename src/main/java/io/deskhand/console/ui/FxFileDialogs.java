package io.deskhand.console.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The system's own file dialogs. FX thread only. */
public final class FxFileDialogs implements FileDialogs {
  private final Supplier<Window> owner;

  /** {@code owner} gives the window that the dialogs belong to. */
  public FxFileDialogs(Supplier<Window> owner) {
    this.owner = owner;
  }

  @Override
  public Optional<Path> save(String title, String suggestedName) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.setInitialFileName(suggestedName);
    File chosen = chooser.showSaveDialog(owner.get());
    return Optional.ofNullable(chosen).map(File::toPath);
  }

  @Override
  public List<Path> open(String title) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    List<File> chosen = chooser.showOpenMultipleDialog(owner.get());
    return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
  }
}
