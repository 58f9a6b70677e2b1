package io.deskhand.console.conversation;

import io.deskhand.console.bind.DeskContext;
import io.deskhand.console.fixture.FixtureContext;
import io.deskhand.console.fixture.FixtureDesk;
import io.deskhand.console.ui.Commands;
import io.deskhand.console.ui.Texts;
import io.deskhand.console.ui.Theme;
import io.deskhand.console.ui.When;
import io.deskhand.console.ui.flow.RowFlow;
import io.deskhand.console.ui.flow.RowKind;
import io.deskhand.sync.LiveTicket;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.DoubleConsumer;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/**
 * Measures a conversation of 5,000 messages: opening, 200 steps of scrolling, 200 jumps. First the
 * pane, then the same cells in a RowFlow and in a ListView. Prints milliseconds.
 */
public final class ConversationBench {
  private static final int MESSAGES = 5_000;
  private static final int STEPS = 200;

  private ConversationBench() {}

  public static void main(String[] arguments) {
    Platform.startup(
        () -> {
          for (int round = 1; round <= 3; round++) {
            System.out.println("round " + round);
            measure();
          }
          Platform.exit();
          System.exit(0);
        });
  }

  private static void measure() {
    FixtureContext fixture = new FixtureContext();
    UUID id = fixture.desk.data().ticketId(4);
    fixture.desk.data().fill(id, MESSAGES);
    LiveTicket ticket = allOf(fixture.desk, id);
    pane(fixture.at, ticket);
    List<Row> rows =
        Rows.of(
            ticket.state().get(),
            fixture.desk.me().id(),
            new When(fixture.time),
            Texts.of(Rows.class));
    ConversationRowKind kind =
        new ConversationRowKind(
            NOTHING, new When(fixture.time), Texts.of(Rows.class), address -> {});
    rowFlow(kind, rows);
    listView(kind, rows);
  }

  private static LiveTicket allOf(FixtureDesk desk, UUID id) {
    LiveTicket ticket = desk.open(id);
    desk.setDelay(Duration.ZERO);
    for (int loaded = 0; loaded < MESSAGES; loaded += 200) {
      ticket.loadOlder();
    }
    return ticket;
  }

  private static void pane(DeskContext at, LiveTicket ticket) {
    ConversationPane pane = new ConversationPane(at, new Commands(), address -> {}, Duration.ZERO);
    Stage stage = stage((Parent) pane.node());
    long start = System.nanoTime();
    pane.show(ticket);
    layout(stage);
    System.out.printf("  pane: open %.1f%n", since(start));
    pane.close();
    stage.close();
  }

  private static void rowFlow(ConversationRowKind kind, List<Row> rows) {
    RowFlow<Row> flow = new RowFlow<>(kind, true);
    Stage stage = stage(flow);
    long start = System.nanoTime();
    flow.reset(rows);
    layout(stage);
    System.out.printf("  RowFlow: open %.1f", since(start));
    steps("scroll", stage, step -> flow.scrollBy(-60));
    steps("jump", stage, step -> flow.scrollTo((int) (step * 37 % rows.size()), 0));
    System.out.println();
    stage.close();
  }

  private static void listView(ConversationRowKind kind, List<Row> rows) {
    ListView<Row> list = new ListView<>(FXCollections.observableArrayList(rows));
    list.setCellFactory(view -> new Cell(kind));
    Stage stage = stage(list);
    long start = System.nanoTime();
    list.scrollTo(rows.size() - 1);
    layout(stage);
    System.out.printf("  ListView: open %.1f", since(start));
    ScrollBar bar = (ScrollBar) list.lookup(".scroll-bar:vertical");
    double step60 = 60.0 / (rows.size() * 50.0);
    steps("scroll", stage, step -> bar.setValue(bar.getValue() - step60));
    steps("jump", stage, step -> list.scrollTo((int) (step * 37 % rows.size())));
    System.out.println();
    stage.close();
  }

  private static void steps(String name, Stage stage, DoubleConsumer action) {
    double[] times = new double[STEPS];
    for (int step = 0; step < STEPS; step++) {
      long start = System.nanoTime();
      action.accept(step);
      layout(stage);
      times[step] = since(start);
    }
    Arrays.sort(times);
    System.out.printf(
        ", %s median %.2f p95 %.2f max %.2f",
        name, times[STEPS / 2], times[STEPS * 95 / 100], times[STEPS - 1]);
  }

  private static Stage stage(Parent node) {
    Scene scene = new Scene(new StackPane(node), 760, 900);
    new Theme().dress(scene);
    scene
        .getStylesheets()
        .add(ConversationBench.class.getResource("conversation.css").toExternalForm());
    Stage stage = new Stage();
    stage.setScene(scene);
    stage.show();
    layout(stage);
    return stage;
  }

  private static void layout(Stage stage) {
    stage.getScene().getRoot().applyCss();
    stage.getScene().getRoot().layout();
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  private static final BubbleActions NOTHING =
      new BubbleActions() {
        @Override
        public void sendAnyway(Row.Bubble bubble) {}

        @Override
        public void toDraft(Row.Bubble bubble) {}

        @Override
        public void discard(Row.Bubble bubble) {}

        @Override
        public ObservableValue<Finder> finder() {
          return new SimpleObjectProperty<>(Finder.NOTHING);
        }

        @Override
        public void selecting(SelectableText words) {}
      };

  /** The same cells, a new one whenever the kind changes, as ListView has no kinds. */
  private static final class Cell extends ListCell<Row> {
    private final ConversationRowKind kinds;
    private final Map<Object, RowKind.Cell<Row>> byKind = new HashMap<>();

    private Cell(ConversationRowKind kinds) {
      this.kinds = kinds;
    }

    @Override
    protected void updateItem(Row row, boolean isEmpty) {
      super.updateItem(row, isEmpty);
      if (row == null || isEmpty) {
        setGraphic(null);
        return;
      }
      RowKind.Cell<Row> cell = byKind.computeIfAbsent(kinds.kind(row), kinds::create);
      cell.show(row);
      cell.node().setPrefWidth(740);
      setGraphic(cell.node());
    }
  }
}
