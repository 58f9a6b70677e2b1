package io.deskhand.console.queue;

import io.deskhand.console.ui.Texts;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;

/** The filter menu: writes filters into the search, where they can be seen, changed and removed. */
final class FilterMenu {
  private static final List<String> OFFERED =
      List.of("status", "priority", "assignee", "category", "channel", "department", "created");

  private final QueueSearch model;
  private final Texts texts;

  FilterMenu(QueueSearch model, Texts texts) {
    this.model = model;
    this.texts = texts;
  }

  /** One submenu for each field. */
  List<MenuItem> items() {
    return OFFERED.stream().map(this::menu).toList();
  }

  private MenuItem menu(String field) {
    Menu menu = new Menu(texts.of("field." + field));
    for (String value : model.valuesOf(field)) {
      MenuItem item = new MenuItem(value.replace('_', ' ').replace("\"", ""));
      item.setMnemonicParsing(false);
      item.setOnAction(event -> model.addFilter(field, value));
      menu.getItems().add(item);
    }
    return menu;
  }
}
