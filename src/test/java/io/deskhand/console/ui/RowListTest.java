package io.deskhand.console.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class RowListTest {
  private static final int MILLION = 1_000_000;
  private final AtomicInteger made = new AtomicInteger();
  private final AtomicInteger asked = new AtomicInteger();
  private final Numbers numbers = new Numbers();
  private RowList<Integer> list;

  @Start
  void start(Stage stage) {
    list = new RowList<>(NumberRow::new);
    list.setSource(numbers);
    stage.setScene(new Scene(list, 400, 520));
    stage.show();
  }

  @Test
  void ofAMillionRowsOnlyThoseOnTheScreenAreMadeAndAskedFor() {
    changed(() -> numbers.fill(MILLION));
    onFx(() -> list.reveal(MILLION - 1));

    assertThat(text(MILLION - 1)).isEqualTo("999999");
    assertThat(made.get()).isLessThanOrEqualTo(12);
    assertThat(asked.get()).isLessThan(100);
  }

  @Test
  void theTopmostRowStaysWhereItIsWhenRowsComeInAboveIt() {
    changed(() -> numbers.fill(1_000));
    onFx(() -> list.reveal(500));
    double before = y(500);
    changed(() -> numbers.items.addAll(0, IntStream.range(-7, 0).boxed().toList()));

    assertThat(text(507)).isEqualTo("500");
    assertThat(y(507)).isEqualTo(before);
  }

  @Test
  void atTheBeginningNewRowsAreSeen() {
    changed(() -> numbers.fill(100));
    changed(() -> numbers.items.addFirst(-1));

    assertThat(text(0)).isEqualTo("-1");
  }

  @Test
  void theRowUnderTheMouseStaysEvenAtTheBeginning() {
    changed(() -> numbers.fill(100));
    onFx(() -> list.fireEvent(mouseAt(130)));
    changed(() -> numbers.items.addFirst(-1));

    assertThat(text(3)).isEqualTo("2");
    assertThat(y(3)).isEqualTo(104);
  }

  @Test
  void aShorterQueueIsNeverScrolledPastItsEnd() {
    changed(() -> numbers.fill(1_000));
    onFx(() -> list.reveal(999));
    changed(() -> numbers.fill(3));

    assertThat(list.offset()).isZero();
    assertThat(text(2)).isEqualTo("2");
    assertThat(list.nodeAt(3)).isEmpty();
  }

  private String text(int index) {
    return WaitForAsyncUtils.waitForAsyncFx(
        5_000, () -> ((Label) list.nodeAt(index).orElseThrow()).getText());
  }

  private double y(int index) {
    return WaitForAsyncUtils.waitForAsyncFx(
        5_000, () -> list.nodeAt(index).orElseThrow().getLayoutY());
  }

  private void onFx(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () -> {
          action.run();
          list.layout();
        });
  }

  /** Both at once: a pulse in between would lay out rows that nobody has announced. */
  private void changed(Runnable change) {
    onFx(
        () -> {
          change.run();
          list.refresh();
        });
  }

  private static MouseEvent mouseAt(double y) {
    return new MouseEvent(
        MouseEvent.MOUSE_MOVED,
        20,
        y,
        20,
        y,
        null,
        0,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        null);
  }

  private final class NumberRow implements RowList.Row<Integer> {
    private final Label label = new Label();

    NumberRow() {
      made.incrementAndGet();
    }

    @Override
    public Node node() {
      return label;
    }

    @Override
    public void show(Integer item, int index) {
      label.setText(item.toString());
    }
  }

  private final class Numbers implements RowList.Source<Integer> {
    private List<Integer> items = new ArrayList<>();

    void fill(int count) {
      items = new ArrayList<>(IntStream.range(0, count).boxed().toList());
    }

    @Override
    public int size() {
      return items.size();
    }

    @Override
    public List<Integer> rows(int from, int to) {
      asked.addAndGet(to - from);
      return items.subList(from, to);
    }

    @Override
    public int indexOf(Integer item) {
      return items.indexOf(item);
    }
  }
}
