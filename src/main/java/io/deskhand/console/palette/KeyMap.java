package io.deskhand.console.palette;

import io.deskhand.console.ui.Command;
import io.deskhand.console.ui.Shortcut;
import io.deskhand.console.ui.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The keyboard map: every command that has a key. FX thread only. */
public final class KeyMap {
  private static final Texts TEXTS = Texts.of(KeyMap.class);

  private static final int HEADING_LINES = 2;

  private KeyMap() {}

  /** The map of these commands, to show above the desk. */
  public static Parent of(List<Command> commands) {
    Map<String, List<Command>> groups =
        commands.stream()
            .filter(command -> !command.keys().isEmpty())
            .collect(
                Collectors.groupingBy(Command::group, LinkedHashMap::new, Collectors.toList()));
    HBox columns = columns(groups);
    Label title = new Label(TEXTS.of("keys.title"));
    title.getStyleClass().addAll("dh-subject", "dh-strong");
    ScrollPane scroll = new ScrollPane(columns);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox map = new VBox(title, scroll);
    map.getStyleClass().addAll("dh-floating", "key-map");
    map.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    map.getStylesheets()
        .add(
            Objects.requireNonNull(KeyMap.class.getResource("palette.css"), "palette.css")
                .toExternalForm());
    return map;
  }

  /** Two columns of about the same length. */
  private static HBox columns(Map<String, List<Command>> groups) {
    VBox left = column();
    VBox right = column();
    int leftLines = 0;
    int rightLines = 0;
    for (Map.Entry<String, List<Command>> group : groups.entrySet()) {
      Node node = group(group.getKey(), group.getValue());
      int lines = group.getValue().size() + HEADING_LINES;
      if (leftLines <= rightLines) {
        left.getChildren().add(node);
        leftLines += lines;
      } else {
        right.getChildren().add(node);
        rightLines += lines;
      }
    }
    HBox columns = new HBox(left, right);
    columns.getStyleClass().add("columns");
    return columns;
  }

  private static VBox column() {
    VBox column = new VBox();
    column.getStyleClass().add("column");
    return column;
  }

  private static Node group(String name, List<Command> members) {
    Label heading = new Label(name);
    heading.getStyleClass().addAll("dh-section", "dh-caption");
    VBox group = new VBox(heading);
    group.getStyleClass().add("group");
    members.forEach(command -> group.getChildren().add(line(command)));
    return group;
  }

  private static Node line(Command command) {
    Label title = new Label(command.title());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox line = new HBox(title, space);
    line.getStyleClass().add("line");
    for (Shortcut key : command.keys()) {
      Label label = new Label(key.label());
      label.getStyleClass().addAll("dh-key", "dh-caption");
      label.setMinWidth(Region.USE_PREF_SIZE);
      line.getChildren().add(label);
    }
    return line;
  }
}
