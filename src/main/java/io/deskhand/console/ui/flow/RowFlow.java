package io.deskhand.console.ui.flow;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * A virtual list of rows of any height, measured exactly as they come into view. It holds on to one
 * row: whatever is put before or after that one, what is on the screen does not jump. At its end it
 * stays at its end. FX thread only.
 *
 * @param <R> an immutable row
 */
public final class RowFlow<R> extends Region {
  private static final double NEAR = 400;
  private static final double AT_END = 2;

  private final RowKind<R> kind;
  private final Group sheet = new Group();
  private final RowCells<R> cells;
  private final RowHeights heights = new RowHeights();
  private final ScrollBar bar = new ScrollBar();
  private final ReadOnlyBooleanWrapper atEnd = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyBooleanWrapper nearStart = new ReadOnlyBooleanWrapper();
  private final boolean fromBottom;

  private List<R> rows = List.of();
  private int anchor;
  private double anchorTop;
  private boolean stickToEnd;
  private double measuredWidth = -1;
  private boolean barMovesItself;

  /** {@code fromBottom}: few rows stand at the bottom, and it begins at the end. */
  public RowFlow(RowKind<R> kind, boolean fromBottom) {
    this.kind = kind;
    this.fromBottom = fromBottom;
    this.stickToEnd = fromBottom;
    this.cells = new RowCells<>(kind, sheet.getChildren());
    sheet.setManaged(false);
    sheet.setAutoSizeChildren(false);
    bar.setOrientation(Orientation.VERTICAL);
    bar.setManaged(false);
    bar.valueProperty().subscribe(value -> dragged(value.doubleValue()));
    getChildren().addAll(sheet, bar);
    getStyleClass().addAll("row-flow", "dh-focusable");
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    setFocusTraversable(true);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    InvalidationListener restyled = styles -> remeasure();
    sceneProperty()
        .subscribe(
            (before, now) -> {
              if (before != null) {
                before.getStylesheets().removeListener(restyled);
              }
              if (now != null) {
                now.getStylesheets().addListener(restyled);
              }
            });
    FlowInput.install(this);
  }

  /** Shows these rows; what was on the screen stays where it is. */
  public void setRows(List<R> next) {
    Object held = rows.isEmpty() ? null : kind.key(rows.get(Math.min(anchor, rows.size() - 1)));
    Map<R, Double> known = knownHeights();
    rows = List.copyOf(next);
    heights.reset(rows.size());
    int found = -1;
    for (int i = 0; i < rows.size(); i++) {
      R row = rows.get(i);
      if (kind.key(row).equals(held)) {
        found = i;
      }
      Double height = known.get(row);
      if (height != null) {
        heights.set(i, height);
      }
    }
    anchor = found >= 0 ? found : Math.clamp(anchor, 0, Math.max(0, rows.size() - 1));
    requestLayout();
  }

  /** Shows other rows than before: from the end, or from the start. */
  public void reset(List<R> next) {
    rows = List.of();
    heights.reset(0);
    anchor = 0;
    anchorTop = 0;
    stickToEnd = fromBottom;
    setRows(next);
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  public void scrollToEnd() {
    stickToEnd = true;
    requestLayout();
  }

  /** Shows the row of this index with its top {@code below} pixels below the list's own. */
  public void scrollTo(int index, double below) {
    anchor = Math.clamp(index, 0, Math.max(0, rows.size() - 1));
    anchorTop = below;
    stickToEnd = false;
    requestLayout();
  }

  /** Moves what is shown up by {@code pixels}. */
  public void scrollBy(double pixels) {
    anchorTop -= pixels;
    stickToEnd = false;
    requestLayout();
  }

  /** Whether the last row is in full view. */
  public ReadOnlyBooleanProperty atEndProperty() {
    return atEnd.getReadOnlyProperty();
  }

  /** Whether a person has come near the first row. */
  public ReadOnlyBooleanProperty nearStartProperty() {
    return nearStart.getReadOnlyProperty();
  }

  /** What draws the row of this key; null while it is out of view. */
  public @Nullable Region nodeOf(Object key) {
    RowKind.Cell<R> cell = cells.find(key);
    return cell == null ? null : cell.node();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    if (width <= 0 || height <= 0) {
      return;
    }
    if (width != measuredWidth) {
      heights.reset(rows.size());
      measuredWidth = width;
    }
    if (rows.isEmpty()) {
      cells.keepOnly(Set.of());
      bar.setVisible(false);
      atEnd.set(true);
      nearStart.set(false);
      return;
    }
    settle(height);
    place(height);
    showBar(width, height);
  }

  /** Finds a position of the anchor that leaves no gap at either end. */
  private void settle(double height) {
    if (stickToEnd) {
      anchor = rows.size() - 1;
      anchorTop = height - measure(anchor);
    }
    double top = anchorTop;
    int first = anchor;
    while (first > 0 && top > 0) {
      top -= measure(--first);
    }
    if (first == 0 && top > 0) {
      anchorTop -= top;
    }
    double bottom = anchorTop;
    int next = anchor;
    while (next < rows.size() && bottom < height) {
      bottom += measure(next++);
    }
    if (next == rows.size() && bottom < height) {
      pullDown(height - bottom);
    }
  }

  private void pullDown(double gap) {
    double above = anchorTop;
    int index = anchor;
    while (index > 0 && above > -gap) {
      above -= measure(--index);
    }
    double all = Math.min(gap, index == 0 ? Math.max(0, -above) : gap);
    anchorTop += fromBottom ? gap : all;
  }

  private void place(double height) {
    double top = anchorTop;
    int index = anchor;
    while (index > 0 && top > 0) {
      top -= measure(--index);
    }
    while (index < rows.size() - 1 && top + measure(index) <= 0) {
      top += measure(index++);
    }
    anchor = index;
    anchorTop = top;
    Set<Object> shown = new HashSet<>();
    double y = top;
    while (index < rows.size() && y < height) {
      R row = rows.get(index);
      Region node = cells.of(row).node();
      double rowHeight = measure(index);
      node.resizeRelocate(0, snapPositionY(y), measuredWidth, rowHeight);
      shown.add(kind.key(row));
      y += rowHeight;
      index++;
    }
    cells.keepOnly(shown);
    boolean end = index == rows.size() && y <= height + AT_END;
    stickToEnd = end && fromBottom;
    atEnd.set(end);
    nearStart.set(heights.above(anchor) - anchorTop < NEAR);
  }

  private void remeasure() {
    measuredWidth = -1;
    requestLayout();
  }

  private double measure(int index) {
    R row = rows.get(index);
    if (!heights.isKnown(index) || isStale(row)) {
      Region node = cells.of(row).node();
      heights.set(index, snapSizeY(node.prefHeight(measuredWidth)));
    }
    return heights.get(index);
  }

  /** Whether a cell still draws what the row was before. */
  private boolean isStale(R row) {
    return cells.find(kind.key(row)) != null && !cells.shows(row);
  }

  private Map<R, Double> knownHeights() {
    Map<R, Double> known = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      if (heights.isKnown(i)) {
        known.put(rows.get(i), heights.get(i));
      }
    }
    return known;
  }

  private void showBar(double width, double height) {
    double total = heights.total();
    double thickness = bar.prefWidth(-1);
    barMovesItself = true;
    bar.setVisible(total > height + 1);
    bar.setMax(Math.max(1, total - height));
    bar.setVisibleAmount(bar.getMax() * height / Math.max(total, height));
    bar.setValue(Math.clamp(heights.above(anchor) - anchorTop, 0, bar.getMax()));
    bar.resizeRelocate(width - thickness, 0, thickness, height);
    barMovesItself = false;
  }

  private void dragged(double value) {
    if (!barMovesItself && !rows.isEmpty()) {
      int index = heights.at(value);
      scrollTo(index, heights.above(index) - value);
    }
  }
}
