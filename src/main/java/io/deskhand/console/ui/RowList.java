package io.deskhand.console.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * A list of rows of one height, of which only those on the screen exist, over a source of any size.
 * It holds no items and no selection: both belong to whoever gives it its source. Unlike ListView
 * it can be told that everything has changed without touching what is off the screen, and it keeps
 * the row under the mouse where it is then. FX thread only.
 *
 * @param <T> what a row shows
 */
public final class RowList<T> extends Region {
  /** What the list shows; every method answers at once. */
  public interface Source<T> {
    int size();

    /** The items from {@code from} (inclusive) to {@code to} (exclusive), cut to what is there. */
    List<T> rows(int from, int to);

    /** Where the same thing stands now, or -1. */
    int indexOf(T item);
  }

  /** One row on the screen; shows one item after another. */
  public interface Row<T> {
    Node node();

    void show(T item, int index);
  }

  private record Slot<T>(Row<T> row, Node node) {}

  private final Supplier<? extends Row<T>> factory;
  private final ScrollBar bar = new ScrollBar();
  private final DoubleProperty rowHeight = new SimpleDoubleProperty(this, "rowHeight", 52);
  private final Map<Integer, Slot<T>> slots = new HashMap<>();
  private final Map<Integer, T> shown = new HashMap<>();
  private @Nullable Source<T> source;
  private double offset;
  private double mouseY = -1;
  private int focusIndex = -1;
  private boolean arranging;

  /** {@code factory} makes a row for each place on the screen. */
  public RowList(Supplier<? extends Row<T>> factory) {
    this.factory = factory;
    getStyleClass().add("row-list");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    bar.setOrientation(Orientation.VERTICAL);
    bar.setFocusTraversable(false);
    bar.valueProperty()
        .subscribe(
            value -> {
              if (!arranging) {
                scrollTo(value.doubleValue());
              }
            });
    getChildren().add(bar);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    rowHeight.addListener(
        (property, before, now) -> {
          offset = offset / before.doubleValue() * now.doubleValue();
          requestLayout();
        });
    addEventFilter(javafx.scene.input.MouseEvent.MOUSE_MOVED, event -> mouseY = event.getY());
    setOnMouseExited(event -> mouseY = -1);
    setOnScroll(
        event -> {
          scrollTo(offset - event.getDeltaY());
          event.consume();
        });
  }

  /** Every row's height, in pixels. */
  public DoubleProperty rowHeightProperty() {
    return rowHeight;
  }

  /** Shows another source, from its beginning. */
  public void setSource(Source<T> source) {
    this.source = source;
    offset = 0;
    requestLayout();
  }

  /**
   * Shows what the source has now. The row under the mouse stays where it is on the screen; without
   * a mouse the topmost one does, unless the list stands at its beginning.
   */
  public void refresh() {
    T anchor = mouseY >= 0 ? shown.get(indexAt(mouseY)) : shown.get(topIndex());
    if (anchor != null && source != null && (mouseY >= 0 || offset > 0)) {
      keepInPlace(anchor, source);
    }
    requestLayout();
  }

  /** Scrolls as little as is needed to have a row on the screen. */
  public void reveal(int index) {
    double top = index * rowHeight.get();
    if (top < offset) {
      scrollTo(top);
    } else if (top + rowHeight.get() > offset + getHeight()) {
      scrollTo(top + rowHeight.get() - getHeight());
    }
  }

  /** The row that the keyboard is at, for a screen reader; -1 for none. */
  public void setFocusIndex(int index) {
    focusIndex = index;
    notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
  }

  /** How many whole rows fit on the screen; at least 1. */
  public int pageSize() {
    return Math.max(1, (int) (getHeight() / rowHeight.get()));
  }

  /** The node of a row that is on the screen now. */
  public Optional<Node> nodeAt(int index) {
    return shown.containsKey(index)
        ? Optional.ofNullable(slots.get(slot(index))).map(Slot::node)
        : Optional.empty();
  }

  /** How far it is scrolled, in pixels. */
  double offset() {
    return offset;
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case ITEM_COUNT -> size();
      case ITEM_AT_INDEX -> nodeAt((Integer) parameters[0]).orElse(null);
      case FOCUS_ITEM -> nodeAt(focusIndex).orElse(null);
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }

  @Override
  protected void layoutChildren() {
    double height = getHeight();
    arranging = true;
    layoutBar(height);
    arranging = false;
    int first = topIndex();
    int last = Math.min(size(), (int) Math.ceil((offset + height) / rowHeight.get()));
    List<T> items = source == null || last <= first ? List.of() : source.rows(first, last);
    shown.clear();
    slots.values().forEach(slot -> slot.node().setVisible(false));
    for (int i = 0; i < items.size(); i++) {
      place(first + i, items.get(i));
    }
  }

  private void place(int index, T item) {
    Slot<T> slot = slots.computeIfAbsent(slot(index), missing -> newSlot());
    shown.put(index, item);
    slot.row().show(item, index);
    slot.node().setVisible(true);
    double y = index * rowHeight.get() - offset;
    slot.node().resizeRelocate(0, snapPositionY(y), getWidth(), rowHeight.get());
    settle(slot.node());
  }

  /**
   * Styles and lays out a row now. What it would ask for later can be lost: rows are layout roots,
   * and the request of one stops at a list that is being laid out itself.
   */
  private static void settle(Node row) {
    row.applyCss();
    if (row instanceof Parent parent) {
      parent.layout();
    }
  }

  private Slot<T> newSlot() {
    Row<T> row = factory.get();
    row.node().setManaged(false);
    getChildren().add(getChildren().size() - 1, row.node());
    return new Slot<>(row, row.node());
  }

  private void layoutBar(double height) {
    double overflow = overflow();
    offset = Math.clamp(offset, 0, overflow);
    bar.setVisible(overflow > 0);
    bar.setMax(overflow);
    bar.setUnitIncrement(rowHeight.get());
    bar.setBlockIncrement(height);
    bar.setVisibleAmount(overflow == 0 ? 0 : overflow * height / (overflow + height));
    bar.setValue(offset);
    double width = bar.prefWidth(-1);
    bar.resizeRelocate(getWidth() - width, 0, width, height);
  }

  private void keepInPlace(T anchor, Source<T> from) {
    int now = from.indexOf(anchor);
    for (Map.Entry<Integer, T> entry : shown.entrySet()) {
      if (entry.getValue().equals(anchor) && now >= 0) {
        offset = Math.clamp(offset + (now - entry.getKey()) * rowHeight.get(), 0, overflow());
        return;
      }
    }
  }

  private void scrollTo(double wanted) {
    double next = Math.clamp(wanted, 0, overflow());
    if (next != offset) {
      offset = next;
      requestLayout();
    }
  }

  /** Neighbouring rows have different slots, and a row keeps its node while it is scrolled. */
  private int slot(int index) {
    return index % (int) (Math.ceil(getHeight() / rowHeight.get()) + 1);
  }

  private double overflow() {
    return Math.max(0, size() * rowHeight.get() - getHeight());
  }

  private int topIndex() {
    return indexAt(0);
  }

  private int indexAt(double y) {
    return (int) ((offset + y) / rowHeight.get());
  }

  private int size() {
    return source == null ? 0 : source.size();
  }
}
