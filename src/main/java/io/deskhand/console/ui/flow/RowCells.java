package io.deskhand.console.ui.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** The cells that draw rows now, and those that wait to draw others. */
final class RowCells<R> {
  private final RowKind<R> kind;
  private final List<Node> parent;
  private final Map<Object, Used<R>> used = new HashMap<>();
  private final Map<Object, Deque<RowKind.Cell<R>>> spare = new HashMap<>();

  private record Used<R>(RowKind.Cell<R> cell, R row) {}

  RowCells(RowKind<R> kind, List<Node> parent) {
    this.kind = kind;
    this.parent = parent;
  }

  /** The cell that draws {@code row}, ready to be measured. */
  RowKind.Cell<R> of(R row) {
    Object key = kind.key(row);
    Used<R> known = used.get(key);
    if (known != null && known.row().equals(row)) {
      return known.cell();
    }
    if (known != null && !kind.kind(known.row()).equals(kind.kind(row))) {
      used.remove(key);
      put(known);
      known = null;
    }
    RowKind.Cell<R> cell = known == null ? take(kind.kind(row)) : known.cell();
    cell.show(row);
    cell.node().applyCss();
    used.put(key, new Used<>(cell, row));
    return cell;
  }

  /** Whether a cell draws this row as it is. */
  boolean shows(R row) {
    Used<R> known = used.get(kind.key(row));
    return known != null && known.row().equals(row);
  }

  /** The cell that draws the row of this key, if one does. */
  RowKind.@Nullable Cell<R> find(Object key) {
    Used<R> known = used.get(key);
    return known == null ? null : known.cell();
  }

  /** Sets aside the cells of all other rows than these. */
  void keepOnly(Set<Object> keys) {
    Iterator<Map.Entry<Object, Used<R>>> all = used.entrySet().iterator();
    List<Used<R>> free = new ArrayList<>();
    while (all.hasNext()) {
      Map.Entry<Object, Used<R>> entry = all.next();
      if (!keys.contains(entry.getKey())) {
        free.add(entry.getValue());
        all.remove();
      }
    }
    free.forEach(this::put);
  }

  private RowKind.Cell<R> take(Object wanted) {
    Deque<RowKind.Cell<R>> waiting = spare.get(wanted);
    if (waiting != null && !waiting.isEmpty()) {
      RowKind.Cell<R> cell = waiting.pop();
      cell.node().setVisible(true);
      return cell;
    }
    RowKind.Cell<R> cell = kind.create(wanted);
    cell.node().setManaged(false);
    parent.add(cell.node());
    return cell;
  }

  private void put(Used<R> free) {
    free.cell().node().setVisible(false);
    spare.computeIfAbsent(kind.kind(free.row()), key -> new ArrayDeque<>()).push(free.cell());
  }
}
