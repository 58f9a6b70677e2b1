package io.deskhand.server.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskhand.model.Department;
import io.deskhand.model.TicketBuilder;
import io.deskhand.server.store.DepartmentWrites;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.store.Store;
import io.deskhand.server.store.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept is never older than what somebody has just written. */
class DirectoryTest {
  private static final UUID SUPPORT = new UUID(1, 1);
  private final AtomicInteger reads = new AtomicInteger();
  @TempDir private Path data;
  private Store store;
  private Directory directory;

  @BeforeEach
  void open() {
    store = TestDatabase.open(data, Clock.systemUTC());
    directory = Directory.of(counting(store.ledger()));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void everyChangeIsThereAtOnce() {
    for (int i = 1; i <= 300; i++) {
      Department department = named("Support " + i, i);
      store.ledger().<Void>write(tx -> put(tx.departments(), department));
      assertThat(directory.departments()).containsExactly(department);
    }
  }

  private static Void put(DepartmentWrites departments, Department wanted) {
    departments
        .find(wanted.id())
        .ifPresentOrElse(
            before -> departments.update(before, wanted), () -> departments.insert(wanted));
    return null;
  }

  @Test
  void nothingIsReadAgainUntilItChanges() {
    store.ledger().<Void>write(tx -> put(tx.departments(), named("Support", 1)));
    assertThat(directory.departments()).hasSize(1);
    ticket(1);
    await().until(this::isKept);
    ticket(2);
    await().until(this::isKept);
    store.ledger().<Void>write(tx -> put(tx.departments(), named("Help", 2)));
    int before = reads.get();
    assertThat(directory.departments()).containsExactly(named("Help", 2));
    assertThat(reads).hasValueGreaterThan(before);
  }

  private boolean isKept() {
    int before = reads.get();
    assertThat(directory.departments()).containsExactly(named("Support", 1));
    return reads.get() == before;
  }

  private void ticket(int n) {
    store
        .ledger()
        .write(
            tx -> {
              tx.tickets()
                  .insert(
                      new TicketBuilder(new UUID(2, n), "Ticket", tx.now())
                          .ticketNumber(tx.tickets().nextNumber())
                          .category("general")
                          .build());
              return n;
            });
  }

  private static Department named(String name, long version) {
    return new Department(SUPPORT, name, null, 1, 0, version);
  }

  private Ledger counting(Ledger ledger) {
    return (Ledger)
        Proxy.newProxyInstance(
            Ledger.class.getClassLoader(),
            new Class<?>[] {Ledger.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("read")) {
                reads.incrementAndGet();
              }
              try {
                return method.invoke(ledger, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
