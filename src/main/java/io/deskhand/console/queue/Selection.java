package io.deskhand.console.queue;

import io.deskhand.sync.LiveQueue;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets are selected, and at which one the keyboard is, by id: so both stay with their
 * tickets while the queue moves. FX thread only.
 */
final class Selection {
  private final Set<UUID> selected = new LinkedHashSet<>();
  private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
  private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
  private final ReadOnlyObjectWrapper<@Nullable UUID> cursor = new ReadOnlyObjectWrapper<>();
  private @Nullable UUID anchor;

  /** How many are selected. */
  ReadOnlyIntegerProperty countProperty() {
    return count.getReadOnlyProperty();
  }

  /** Grows whenever other tickets are selected. */
  ReadOnlyLongProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }

  /** The ticket that the keyboard is at; null for none. */
  ReadOnlyObjectProperty<@Nullable UUID> cursorProperty() {
    return cursor.getReadOnlyProperty();
  }

  @Nullable UUID cursor() {
    return cursor.get();
  }

  boolean contains(UUID id) {
    return selected.contains(id);
  }

  /** Those that are selected, in the order in which they were. */
  List<UUID> ids() {
    return List.copyOf(selected);
  }

  /** Goes to a ticket, and starts the next range there; what is selected stays. */
  void moveTo(@Nullable UUID id) {
    anchor = id;
    cursor.set(id);
  }

  /** Goes to a ticket and selects or deselects it. */
  void toggle(UUID id) {
    if (!selected.remove(id)) {
      selected.add(id);
    }
    moveTo(id);
    changed();
  }

  /**
   * Goes to a ticket and selects everything from the start of the range up to it.
   *
   * @param order every ticket of the queue, in order
   */
  void extendTo(UUID id, List<UUID> order) {
    int from = anchor == null ? 0 : Math.max(0, order.indexOf(anchor));
    int to = order.indexOf(id);
    if (to < 0) {
      return;
    }
    selected.clear();
    selected.addAll(order.subList(Math.min(from, to), Math.max(from, to) + 1));
    cursor.set(id);
    changed();
  }

  void selectAll(Collection<UUID> ids) {
    selected.addAll(ids);
    changed();
  }

  void clear() {
    selected.clear();
    changed();
  }

  /** Forgets tickets that are not in the queue any more. */
  void retain(LiveQueue queue) {
    if (selected.removeIf(id -> queue.indexOf(id) < 0)) {
      changed();
    }
  }

  private void changed() {
    count.set(selected.size());
    revision.set(revision.get() + 1);
  }
}
