package io.deskhand.console.queue;

import io.deskhand.console.ui.Command;
import io.deskhand.console.ui.Commands;
import io.deskhand.console.ui.Navigation;
import io.deskhand.console.ui.Shortcut;
import io.deskhand.console.ui.Texts;
import io.deskhand.console.ui.When;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableDoubleValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The queue with its views, search and list. FX thread only. */
public final class QueueController implements AutoCloseable {
  private final QueueViewModel model;
  private final Navigation navigation;
  private final Commands commands;
  private final ObjectProperty<Density> density;
  private final Texts texts = Texts.of(QueueController.class);
  private final TicketList list;
  private final ToggleGroup chosen = new ToggleGroup();
  private final ToggleGroup orders = new ToggleGroup();
  private Commands.@Nullable Registration registration;

  @FXML private VBox viewList;
  @FXML private VBox leadViews;
  @FXML private Label leadTitle;
  @FXML private Button newTicket;
  @FXML private TextField search;
  @FXML private Button clearSearch;
  @FXML private MenuButton filterMenu;
  @FXML private MenuButton sortMenu;
  @FXML private ToggleButton compact;
  @FXML private FlowPane chips;
  @FXML private Label viewTitle;
  @FXML private Label total;
  @FXML private Label sortLabel;
  @FXML private StackPane listHost;
  @FXML private StackPane footer;
  @FXML private VBox empty;
  @FXML private FontIcon emptyIcon;
  @FXML private Label emptyTitle;
  @FXML private Label emptyText;
  @FXML private Button emptyAction;

  /** {@code textScale} is the theme's: rows grow with it. */
  public QueueController(
      QueueViewModel model,
      Navigation navigation,
      Commands commands,
      ObjectProperty<Density> density,
      ObservableDoubleValue textScale,
      When when) {
    this.model = model;
    this.navigation = navigation;
    this.commands = commands;
    this.density = density;
    this.list = new TicketList(model, navigation, commands, density, textScale, when, texts);
  }

  @FXML
  void initialize() {
    model.views().forEach(this::addView);
    boolean leads = !leadViews.getChildren().isEmpty();
    leadTitle.setVisible(leads);
    model.countsProperty().subscribe(this::showCounts);
    model.viewProperty().subscribe(this::showView);
    newTicket.setOnAction(event -> navigation.newTicket());
    new SearchBox(search, chips, model.search(), texts, this::toResults);
    clearSearch.setOnAction(event -> model.search().clear());
    clearSearch.visibleProperty().bind(search.textProperty().isNotEmpty());
    filterMenu.setOnShowing(event -> fillFilterMenu());
    filterMenu.getItems().add(new MenuItem());
    fillSortMenu();
    compact.setSelected(density.get() == Density.COMPACT);
    compact
        .selectedProperty()
        .subscribe(on -> density.set(on ? Density.COMPACT : Density.COMFORTABLE));
    density.subscribe(now -> compact.setSelected(now == Density.COMPACT));
    listHost.getChildren().addFirst(list.node());
    new EmptyState(model, empty, emptyIcon, emptyTitle, emptyText, emptyAction, texts);
    model.revisionProperty().subscribe(revision -> showTotal());
    model.rowsProperty().subscribe(rows -> showTotal());
    model.selectionRevisionProperty().subscribe(revision -> showTotal());
    registration = commands.add(commands());
  }

  /** Puts the focus on the list. */
  public void focusList() {
    list.node().requestFocus();
  }

  private void toResults() {
    focusList();
    list.move(-model.size(), false);
  }

  /** Puts the caret into the search field, its text selected. */
  public void focusSearch() {
    search.requestFocus();
    search.selectAll();
  }

  /** Shows a ticket as the current one, and scrolls to it where it is in the queue. */
  public void mark(UUID ticketId) {
    model.openTicketProperty().set(ticketId);
    if (!ticketId.equals(model.selection().cursor())) {
      model.selection().moveTo(ticketId);
      int index = model.cursorIndex();
      if (index >= 0) {
        list.node().reveal(index);
      }
    }
  }

  /** Puts something below the list, such as the bulk bar. */
  public void setFooter(Node node) {
    footer.getChildren().setAll(node);
  }

  @Override
  public void close() {
    if (registration != null) {
      registration.close();
    }
    model.close();
  }

  private void addView(SavedView saved) {
    ViewItem item = new ViewItem(saved, texts);
    item.setToggleGroup(chosen);
    item.setOnAction(event -> model.viewProperty().set(saved));
    (saved.isForLeads() ? leadViews : viewList).getChildren().add(item);
  }

  private void showCounts(Map<String, Integer> counts) {
    chosen.getToggles().stream()
        .map(ViewItem.class::cast)
        .forEach(item -> item.setCount(counts.getOrDefault(item.saved().id(), 0)));
  }

  private void showView(SavedView view) {
    chosen.getToggles().stream()
        .map(ViewItem.class::cast)
        .filter(item -> item.saved().equals(view))
        .forEach(
            item -> {
              chosen.selectToggle(item);
              viewTitle.setText(item.title());
            });
  }

  private void showTotal() {
    int selected = model.selectedCount();
    total.setText(
        selected > 0
            ? texts.of("total.selected", selected, model.size())
            : texts.of("total", model.size()));
  }

  private void fillSortMenu() {
    for (Order order : Order.values()) {
      RadioMenuItem item = new RadioMenuItem(texts.of("order", order));
      item.setToggleGroup(orders);
      item.setSelected(order == model.orderProperty().get());
      item.setOnAction(event -> model.orderProperty().set(order));
      sortMenu.getItems().add(item);
    }
    model.orderProperty().subscribe(order -> sortLabel.setText(texts.of("order", order)));
  }

  private void fillFilterMenu() {
    filterMenu.getItems().setAll(new FilterMenu(model.search(), texts).items());
  }

  private List<Command> commands() {
    String group = texts.of("command.group");
    return List.of(
        command("queue.next", group, "fth-arrow-down", "J", () -> list.move(1, false)),
        command("queue.previous", group, "fth-arrow-up", "K", () -> list.move(-1, false)),
        command("queue.select", group, "fth-check-square", "X", list::toggleCursor),
        command("queue.select-all", group, "fth-copy", "Ctrl+Shift+A", model::selectAll),
        command("queue.clear", group, "fth-x", "Esc", this::escape),
        command("queue.search", group, "fth-search", "Ctrl+F", navigation::focusSearch),
        command("queue.density", group, "fth-align-justify", "", compact::fire),
        command("ticket.new", group, "fth-edit", "Ctrl+N", navigation::newTicket));
  }

  private void escape() {
    if (model.selectedCount() > 0) {
      model.clearSelection();
    }
    focusList();
  }

  private Command command(String id, String group, String icon, String key, Runnable action) {
    List<Shortcut> keys = key.isEmpty() ? List.of() : List.of(Shortcut.of(key));
    return Command.always(id, texts.of("command." + id), group, icon, keys, action);
  }
}
