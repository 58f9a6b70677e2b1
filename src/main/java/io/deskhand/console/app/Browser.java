package io.deskhand.console.app;

import io.deskhand.console.conversation.Links;
import javafx.application.Application;
import javafx.stage.Stage;

/**
 * Opens addresses in the system's browser. JavaFX gives its host services to an Application only,
 * so this is one, though it is never launched.
 */
final class Browser extends Application implements Links {
  @Override
  public void start(Stage stage) {
    throw new IllegalStateException("The console is started by ConsoleApp");
  }

  @Override
  public void open(String address) {
    getHostServices().showDocument(address);
  }
}
