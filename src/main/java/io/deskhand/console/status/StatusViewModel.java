package io.deskhand.console.status;

import io.deskhand.console.bind.LiveProperty;
import io.deskhand.console.bind.Outcomes;
import io.deskhand.model.Agent;
import io.deskhand.model.AgentStatus;
import io.deskhand.model.Me;
import io.deskhand.sync.ConnectionState;
import io.deskhand.sync.Desk;
import io.deskhand.sync.Drafts;
import io.deskhand.sync.PendingIntent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;

/** What status bar and banner show. FX thread only. */
public final class StatusViewModel implements AutoCloseable {
  /** What the bar says about the connection: its words and colours go by this. */
  public enum Signal {
    CONNECTING,
    CATCHING_UP,
    LIVE,
    OFFLINE,
    SWITCHED_OFF,
    SIGNED_OUT
  }

  private final Desk desk;
  private final Outcomes outcomes;
  private final LiveProperty<ConnectionState> connection;
  private final LiveProperty<List<PendingIntent>> outbox;
  private final LiveProperty<List<Agent>> agents;
  private final LiveProperty<List<Drafts.Draft>> drafts;
  private final BooleanProperty switchedOff = new SimpleBooleanProperty();

  /** {@code fx} runs tasks on the FX thread. */
  public StatusViewModel(Desk desk, Executor fx, Outcomes outcomes) {
    this.desk = desk;
    this.outcomes = outcomes;
    this.connection = new LiveProperty<>(desk.connection(), fx);
    this.outbox = new LiveProperty<>(desk.outbox(), fx);
    this.agents = new LiveProperty<>(desk.agents(), fx);
    this.drafts = new LiveProperty<>(desk.drafts().all(), fx);
    signal().subscribe(now -> switchedOff.set(now == Signal.SWITCHED_OFF));
    switchedOff.subscribe(this::switchNetwork);
  }

  Me me() {
    return desk.me();
  }

  ObservableValue<Signal> signal() {
    return connection.property().map(state -> Signal.valueOf(state.phase().name()));
  }

  /** When the copy was last known to be true. */
  ObservableValue<Optional<Instant>> asOf() {
    return connection.property().map(state -> Optional.ofNullable(state.asOf()));
  }

  /** When the next attempt to connect is due. */
  ObservableValue<Optional<Instant>> nextAttempt() {
    return connection.property().map(state -> Optional.ofNullable(state.nextAttempt()));
  }

  /** Tickets here, of tickets that there are; empty text while all are here. */
  ObservableValue<long[]> progress() {
    return connection.property().map(state -> new long[] {state.synced(), state.toSync()});
  }

  /** Intents that are on their way, or wait for it. */
  ObservableValue<Integer> waiting() {
    return outbox
        .property()
        .map(all -> (int) all.stream().filter(it -> !it.needsAttention()).count());
  }

  /** Intents that a person must look at. */
  ObservableValue<Integer> needLook() {
    return outbox
        .property()
        .map(all -> (int) all.stream().filter(PendingIntent::needsAttention).count());
  }

  /** How many tickets have words that were not sent. */
  ObservableValue<Integer> drafts() {
    return drafts.property().map(List::size);
  }

  /** The switch: whether the agent has taken the desk off the network. */
  BooleanProperty switchedOffProperty() {
    return switchedOff;
  }

  /** The own availability; available while it is not known. */
  ObservableValue<AgentStatus> availability() {
    return agents
        .property()
        .map(
            all ->
                all.stream()
                    .filter(agent -> agent.id().equals(desk.me().id()))
                    .findFirst()
                    .map(Agent::status)
                    .orElse(AgentStatus.AVAILABLE));
  }

  void setAvailability(AgentStatus status) {
    outcomes.watch(desk.setStatus(status));
  }

  @Override
  public void close() {
    connection.close();
    outbox.close();
    agents.close();
    drafts.close();
  }

  private void switchNetwork(boolean off) {
    boolean isOff = connection.get().phase() == ConnectionState.Phase.SWITCHED_OFF;
    if (off != isOff) {
      desk.setOffline(off);
    }
  }
}
