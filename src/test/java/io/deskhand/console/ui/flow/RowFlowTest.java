package io.deskhand.console.ui.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class RowFlowTest {
  private static final double HEIGHT = 400;
  private final Blocks blocks = new Blocks();
  private RowFlow<Block> flow;

  /** A row that is as high as it says. */
  record Block(int key, double height) {}

  @Start
  void start(Stage stage) {
    flow = new RowFlow<>(blocks, true);
    stage.setScene(new Scene(new StackPane(flow), 300, HEIGHT));
    stage.show();
  }

  @Test
  void itBeginsAtItsEnd(FxRobot robot) {
    show(robot, rows(0, 1000));
    assertThat(bottomOf(999)).isEqualTo(HEIGHT);
    assertThat(flow.atEndProperty().get()).isTrue();
  }

  @Test
  void onlyWhatIsInViewHasANode(FxRobot robot) {
    show(robot, rows(0, 100_000));
    assertThat(blocks.made).isLessThan(30);
  }

  @Test
  void whatIsPutBeforeDoesNotMoveWhatIsSeen(FxRobot robot) {
    show(robot, rows(500, 1000));
    move(robot, () -> flow.scrollTo(100, -7));
    double before = topOf(600);
    move(robot, () -> flow.setRows(rows(0, 1000)));
    assertThat(topOf(600)).isEqualTo(before);
  }

  @Test
  void whatComesAfterMovesNothingWhileOneReadsAbove(FxRobot robot) {
    show(robot, rows(0, 1000));
    move(robot, () -> flow.scrollBy(600));
    move(robot, () -> flow.scrollBy(-1200));
    assertThat(flow.atEndProperty().get()).isFalse();
    double before = topOf(975);
    move(robot, () -> flow.setRows(rows(0, 1001)));
    assertThat(topOf(975)).isEqualTo(before);
  }

  @Test
  void atItsEndItStaysThere(FxRobot robot) {
    show(robot, rows(0, 1000));
    move(robot, () -> flow.setRows(rows(0, 1003)));
    assertThat(bottomOf(1002)).isEqualTo(HEIGHT);
  }

  @Test
  void aRowThatGrowsPushesTheOthers(FxRobot robot) {
    show(robot, rows(0, 10));
    List<Block> changed = new ArrayList<>(rows(0, 10));
    changed.set(9, new Block(9, 120));
    move(robot, () -> flow.setRows(changed));
    assertThat(bottomOf(9)).isEqualTo(HEIGHT);
    assertThat(topOf(9)).isEqualTo(HEIGHT - 120);
    assertThat(bottomOf(8)).isEqualTo(HEIGHT - 120);
  }

  @Test
  void fewRowsStandAtTheBottom(FxRobot robot) {
    show(robot, rows(0, 2));
    assertThat(bottomOf(1)).isEqualTo(HEIGHT);
  }

  @Test
  void itDoesNotScrollBeyondItsStart(FxRobot robot) {
    show(robot, rows(0, 1000));
    move(robot, () -> flow.scrollTo(3, 0));
    move(robot, () -> flow.scrollBy(-10_000));
    assertThat(topOf(0)).isZero();
    assertThat(flow.nearStartProperty().get()).isTrue();
  }

  @Test
  void anotherListBeginsAtItsEndAgain(FxRobot robot) {
    show(robot, rows(0, 1000));
    move(robot, () -> flow.scrollTo(0, 0));
    move(robot, () -> flow.reset(rows(2000, 3000)));
    assertThat(bottomOf(2999)).isEqualTo(HEIGHT);
    assertThat(flow.nodeOf(0)).isNull();
  }

  private void show(FxRobot robot, List<Block> rows) {
    move(robot, () -> flow.reset(rows));
  }

  private void move(FxRobot robot, Runnable action) {
    robot.interact(
        () -> {
          action.run();
          flow.layout();
        });
  }

  private double topOf(int key) {
    return flow.nodeOf(key).getLayoutY();
  }

  private double bottomOf(int key) {
    Region node = flow.nodeOf(key);
    return node.getLayoutY() + node.getHeight();
  }

  private static List<Block> rows(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> new Block(i, 30 + i % 7 * 9)).toList();
  }

  private static final class Blocks implements RowKind<Block> {
    private int made;

    @Override
    public Object key(Block row) {
      return row.key();
    }

    @Override
    public Object kind(Block row) {
      return Block.class;
    }

    @Override
    public Cell<Block> create(Object kind) {
      made++;
      Region node = new Region();
      return new Cell<>() {
        @Override
        public Region node() {
          return node;
        }

        @Override
        public void show(Block row) {
          node.setPrefHeight(row.height());
        }
      };
    }
  }
}
