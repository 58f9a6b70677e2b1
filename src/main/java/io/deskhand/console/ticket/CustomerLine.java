package io.deskhand.console.ticket;

import io.deskhand.console.ui.Texts;
import io.deskhand.console.ui.Tip;
import io.deskhand.model.Ticket;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** Whom the ticket is for: name, e-mail and phone; a click copies. */
final class CustomerLine {
  private CustomerLine() {}

  static List<Node> of(Ticket ticket, Texts texts, Consumer<String> onCopy) {
    List<Node> nodes = new ArrayList<>();
    Label name =
        new Label(
            ticket.customerName() == null ? texts.of("customer.none") : ticket.customerName());
    name.getStyleClass().addAll("dh-medium", "customer-name");
    name.setMinWidth(Label.USE_PREF_SIZE);
    nodes.add(name);
    add(nodes, ticket.customerEmail(), texts, onCopy);
    add(nodes, ticket.customerPhone(), texts, onCopy);
    return nodes;
  }

  private static void add(
      List<Node> nodes, @Nullable String text, Texts texts, Consumer<String> onCopy) {
    if (text == null || text.isBlank()) {
      return;
    }
    Button button = new Button(text);
    button.getStyleClass().add("contact");
    Tip.setText(button, texts.of("customer.copy"));
    button.setOnAction(event -> onCopy.accept(text));
    nodes.add(button);
  }
}
