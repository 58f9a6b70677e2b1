package io.deskhand;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NoSilentFailuresTest {
  @Test
  void aFailureOnAnotherThreadIsSeen() throws InterruptedException {
    Thread thread =
        new Thread(
            () -> {
              throw new IllegalStateException("on purpose");
            });
    thread.start();
    thread.join();

    assertThat(NoSilentFailures.take())
        .singleElement()
        .satisfies(failure -> assertThat(failure).cause().hasMessage("on purpose"));
  }
}
