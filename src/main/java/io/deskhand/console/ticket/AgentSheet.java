package io.deskhand.console.ticket;

import io.deskhand.console.ui.Avatar;
import io.deskhand.console.ui.Texts;
import io.deskhand.console.ui.Words;
import io.deskhand.model.Agent;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Whom a ticket is given to: found by typing, with status and load. */
final class AgentSheet extends VBox {
  private static final double AVATAR = 24;
  private final TextField search = new TextField();
  private final Choices choices = new Choices();
  private final Label nobody;
  private final List<Agent> agents;
  private final UUID me;
  private final Texts texts;
  private final Consumer<@Nullable UUID> onChosen;

  /** {@code onChosen} gets the agent's id, or null when the desk is to choose. */
  AgentSheet(List<Agent> agents, UUID me, Texts texts, Consumer<@Nullable UUID> onChosen) {
    this.agents = agents;
    this.me = me;
    this.texts = texts;
    this.onChosen = onChosen;
    this.nobody = new Label(texts.of("sheet.assign.nobody"));
    nobody.getStyleClass().addAll("dh-muted", "nobody");
    getStyleClass().add("agent-sheet");
    search.setPromptText(texts.of("sheet.assign.search"));
    search.setAccessibleText(texts.of("sheet.assign"));
    search.getStyleClass().add("search");
    search.textProperty().subscribe(this::fill);
    search.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    ScrollPane scroll = new ScrollPane(choices);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("choice-scroll");
    getChildren().addAll(search, scroll);
  }

  /** Where the focus belongs. */
  Node first() {
    return search;
  }

  private void fill(String text) {
    choices.clear();
    if (text.isBlank()) {
      Node dice = new StackPane(new FontIcon("fth-shuffle"));
      dice.getStyleClass().add("auto-mark");
      choices.add(
          dice,
          texts.of("sheet.assign.auto"),
          texts.of("sheet.assign.auto.hint"),
          "",
          () -> onChosen.accept(null));
    }
    List<Agent> found = AgentChoices.matching(agents, text, me);
    for (Agent agent : found) {
      Avatar avatar = new Avatar(AVATAR);
      avatar.setPerson(agent.name());
      String name = agent.id().equals(me) ? texts.of("sheet.me", agent.name()) : agent.name();
      choices.add(avatar, name, hint(agent), "", () -> onChosen.accept(agent.id()));
    }
    getChildren().remove(nobody);
    if (found.isEmpty()) {
      getChildren().add(nobody);
    }
  }

  private String hint(Agent agent) {
    return texts.of(
        "sheet.agent",
        Words.of(agent.status()),
        agent.activeTickets(),
        agent.capacity(),
        agent.tier());
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.DOWN) {
      choices.focusFirst();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER) {
      choices.chooseFirst();
      event.consume();
    }
  }
}
