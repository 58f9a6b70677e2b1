package io.deskhand.server.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SendQueueTest {
  private static final SendQueue.Bound ROOMY = new SendQueue.Bound(100_000, 10_000_000);

  private final List<String> sent = new ArrayList<>();
  private final List<Runnable> unfinished = new ArrayList<>();
  private int overflows;
  private boolean fast;

  @Test
  void handsOverWhatWaitsOnceTheFramesBeforeAreOut() {
    SendQueue queue = new SendQueue(slowWire(), ROOMY, () -> overflows++);
    queue.send(bytes("a"));
    queue.send(bytes("b"));
    queue.send(bytes("c"));
    assertThat(sent).containsExactly("a");
    finish();
    assertThat(sent).containsExactly("a", "b", "c");
    assertThat(unfinished).hasSize(1);
  }

  @Test
  void whatIsAddedWaitsForTheNextFlush() {
    SendQueue queue = new SendQueue(slowWire(), ROOMY, () -> overflows++);
    queue.add(bytes("a"));
    queue.add(bytes("b"));
    assertThat(sent).isEmpty();
    queue.flush();
    assertThat(sent).containsExactly("a", "b");
  }

  @Test
  void whatIsEnoughForAWriteDoesNotWaitForAFlush() {
    SendQueue queue = new SendQueue(slowWire(), ROOMY, () -> overflows++);
    queue.add(bytes("x".repeat(40_000)));
    assertThat(sent).isEmpty();
    queue.add(bytes("y".repeat(40_000)));
    assertThat(sent).hasSize(1);
  }

  @Test
  void handsOverNoMoreAtOnceThanFitsOneWrite() {
    SendQueue queue = new SendQueue(slowWire(), ROOMY, () -> overflows++);
    String long1 = "x".repeat(40_000);
    List.of("in flight", long1, "short", long1).forEach(frame -> queue.send(bytes(frame)));
    finish();
    assertThat(sent).containsExactly("in flight", long1, "short");
    finish();
    assertThat(sent).endsWith(long1).hasSize(4);
  }

  @Test
  void aWireThatIsDoneAtOnceTakesALongQueueWithoutRecursion() {
    SendQueue queue = new SendQueue(slowWire(), ROOMY, () -> overflows++);
    IntStream.range(0, 50_000).forEach(i -> queue.send(bytes("x" + i)));
    fast = true;
    finish();
    assertThat(sent).hasSize(50_000).endsWith("x49999");
  }

  @Test
  void tooManyWaitingFramesAreAnOverflowAndNothingIsSentAfterIt() {
    SendQueue queue = new SendQueue(slowWire(), new SendQueue.Bound(2, 1_000), () -> overflows++);
    List.of("in flight", "b", "c", "too many", "later").forEach(frame -> queue.send(bytes(frame)));
    finish();
    assertThat(overflows).isEqualTo(1);
    assertThat(sent).containsExactly("in flight");
  }

  @Test
  void tooLongWaitingFramesAreAnOverflow() {
    SendQueue queue = new SendQueue(slowWire(), new SendQueue.Bound(100, 10), () -> overflows++);
    List.of("in flight", "12345", "1234567").forEach(frame -> queue.send(bytes(frame)));
    assertThat(overflows).isEqualTo(1);
  }

  @Test
  void framesOfManyThreadsAllArriveEachThreadsInOrder() throws Exception {
    SendQueue queue;
    List<String> arrived = new CopyOnWriteArrayList<>();
    try (ExecutorService wires = Executors.newVirtualThreadPerTaskExecutor();
        ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      Random random = new Random(7);
      queue =
          new SendQueue(
              new FakeWire() {
                @Override
                public void send(List<byte[]> frames, Runnable done) {
                  frames.forEach(frame -> arrived.add(text(frame)));
                  if (random.nextBoolean()) {
                    done.run();
                  } else {
                    wires.execute(done);
                  }
                }
              },
              ROOMY,
              () -> overflows++);
      for (int sender = 0; sender < 8; sender++) {
        String name = "s" + sender + "-";
        senders.execute(() -> IntStream.range(0, 500).forEach(i -> queue.send(bytes(name + i))));
      }
      senders.shutdown();
      assertThat(senders.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
      await().until(() -> arrived.size() == 4_000);
    }
    for (int sender = 0; sender < 8; sender++) {
      String name = "s" + sender + "-";
      assertThat(arrived.stream().filter(frame -> frame.startsWith(name)))
          .containsExactlyElementsOf(IntStream.range(0, 500).mapToObj(i -> name + i).toList());
    }
  }

  private Wire slowWire() {
    return new FakeWire() {
      @Override
      public void send(List<byte[]> frames, Runnable done) {
        frames.forEach(frame -> sent.add(text(frame)));
        if (fast) {
          done.run();
        } else {
          unfinished.add(done);
        }
      }
    };
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] frame) {
    return new String(frame, StandardCharsets.UTF_8);
  }

  private void finish() {
    unfinished.removeFirst().run();
  }

  private abstract static class FakeWire implements Wire {
    @Override
    public void close(int code, String reason) {
      throw new AssertionError("a queue never closes the wire by itself");
    }
  }
}
