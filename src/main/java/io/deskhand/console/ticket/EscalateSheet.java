package io.deskhand.console.ticket;

import io.deskhand.console.ui.Texts;
import io.deskhand.model.Agent;
import io.deskhand.model.Department;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A ticket goes up: the reason, and to the next tier, a person or a department. */
final class EscalateSheet {
  private final ToggleGroup group = new ToggleGroup();
  private final ToggleButton toAgent;
  private final ToggleButton toDepartment;
  private final ComboBox<Agent> agents;
  private final ComboBox<Department> departments;
  private final WordsSheet sheet;

  /** Does it. */
  interface Escalation {
    void to(String reason, @Nullable UUID agentId, @Nullable UUID departmentId);
  }

  EscalateSheet(
      List<Agent> people,
      List<Department> teams,
      Texts texts,
      Runnable onCancel,
      Escalation onConfirm) {
    ToggleButton next = toggle("sheet.escalate.next", texts);
    toAgent = toggle("sheet.escalate.agent", texts);
    toDepartment = toggle("sheet.escalate.department", texts);
    agents = box(people, Agent::name, texts.of("sheet.escalate.agent.prompt"));
    departments = box(teams, Department::name, texts.of("sheet.escalate.department.prompt"));
    sheet = new WordsSheet("sheet.escalate", texts, onCancel, reason -> confirm(reason, onConfirm));
    HBox targets = new HBox(next, toAgent, toDepartment);
    targets.getStyleClass().add("targets");
    sheet.insert(new VBox(8, targets, agents, departments));
    group
        .selectedToggleProperty()
        .subscribe(
            (before, now) -> {
              if (now == null) {
                group.selectToggle(before);
              }
              present(agents, now == toAgent);
              present(departments, now == toDepartment);
            });
    present(agents, false);
    present(departments, false);
    group.selectToggle(next);
    sheet.require(
        Bindings.createBooleanBinding(
            this::hasTarget,
            group.selectedToggleProperty(),
            agents.valueProperty(),
            departments.valueProperty()));
  }

  private boolean hasTarget() {
    Toggle chosen = group.getSelectedToggle();
    return (chosen != toAgent || agents.getValue() != null)
        && (chosen != toDepartment || departments.getValue() != null);
  }

  WordsSheet node() {
    return sheet;
  }

  private void confirm(String reason, Escalation onConfirm) {
    Agent agent = group.getSelectedToggle() == toAgent ? agents.getValue() : null;
    Department team = group.getSelectedToggle() == toDepartment ? departments.getValue() : null;
    onConfirm.to(reason, agent == null ? null : agent.id(), team == null ? null : team.id());
  }

  private ToggleButton toggle(String key, Texts texts) {
    ToggleButton button = new ToggleButton(texts.of(key));
    button.getStyleClass().addAll("dh-ghost", "dh-small");
    button.setToggleGroup(group);
    return button;
  }

  private static <T> ComboBox<T> box(List<T> values, Function<T, String> name, String prompt) {
    ComboBox<T> box = new ComboBox<>(FXCollections.observableArrayList(values));
    box.setPromptText(prompt);
    box.setAccessibleText(prompt);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable T value) {
            return value == null ? "" : name.apply(value);
          }

          @Override
          public @Nullable T fromString(String text) {
            return values.stream()
                .filter(value -> name.apply(value).equals(text))
                .findFirst()
                .orElse(null);
          }
        });
    return box;
  }

  private static void present(Node node, boolean there) {
    node.setVisible(there);
    node.setManaged(there);
  }
}
