package io.deskhand.server.hooks;

import io.deskhand.server.store.Tx;
import java.util.List;

/** The hooks of a desk, in the order in which they run. Immutable. */
public final class Hooks {
  /** No hooks at all. */
  public static final Hooks NONE = new Hooks(List.of());

  private final List<TicketHook> hooks;

  public Hooks(List<TicketHook> hooks) {
    this.hooks = List.copyOf(hooks);
  }

  /** Begins a run: the verbs that one request, job item or message brings about. */
  public HookRun begin(Tx tx) {
    return new HookRun(tx, hooks);
  }
}
