package io.deskhand.sync.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LiveCellTest {
  private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private final LiveCell<Integer> cell = new LiveCell<>(0, new Notifier(failures::add));

  @Test
  void theFirstCallIsTheCallersAndTheLastValueAlwaysComes() {
    List<Integer> heard = new CopyOnWriteArrayList<>();
    List<Thread> threads = new CopyOnWriteArrayList<>();
    cell.subscribe(
        value -> {
          heard.add(value);
          threads.add(Thread.currentThread());
        });
    assertThat(heard).containsExactly(0);
    for (int i = 1; i <= 10_000; i++) {
      cell.set(i);
    }
    await().until(() -> heard.getLast() == 10_000);
    assertThat(heard).isSorted().doesNotHaveDuplicates();
    assertThat(threads.getFirst()).isEqualTo(Thread.currentThread());
    assertThat(threads.getLast()).isNotEqualTo(Thread.currentThread());
  }

  @Test
  void aSlowListenerHoldsNobodyUp() throws InterruptedException {
    CountDownLatch stuck = new CountDownLatch(1);
    CountDownLatch heard = new CountDownLatch(1);
    cell.subscribe(
        value -> {
          if (value == 1) {
            awaitQuietly(stuck);
          }
        });
    cell.subscribe(
        value -> {
          if (value == 2) {
            heard.countDown();
          }
        });
    cell.set(1);
    cell.set(2);
    assertThat(heard.await(5, TimeUnit.SECONDS)).isTrue();
    stuck.countDown();
  }

  @Test
  void whatAListenerThrowsSurfacesAndItIsCalledAgain() {
    List<Integer> heard = new CopyOnWriteArrayList<>();
    cell.subscribe(
        value -> {
          heard.add(value);
          if (value == 1) {
            throw new IllegalStateException("on purpose");
          }
        });
    cell.set(1);
    await().until(() -> failures.size() == 1);
    cell.set(2);
    await().until(() -> heard.contains(2));
  }

  @Test
  void aClosedSubscriptionHearsNothing() {
    List<Integer> heard = new CopyOnWriteArrayList<>();
    List<Integer> witness = new CopyOnWriteArrayList<>();
    cell.subscribe(heard::add).close();
    cell.subscribe(witness::add);
    cell.set(1);
    await().until(() -> witness.contains(1));
    assertThat(heard).containsExactly(0);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
