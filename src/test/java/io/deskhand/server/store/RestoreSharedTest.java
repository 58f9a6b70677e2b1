package io.deskhand.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskhand.model.Department;
import io.deskhand.server.app.TestClock;
import io.deskhand.server.store.seal.KeyFiles;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands do to a database that servers share. */
class RestoreSharedTest {
  @TempDir Path directory;
  private final TestClock clock = new TestClock(Instant.parse("2026-11-20T09:00:00Z"));

  @Test
  void aRestoredDatabaseGoesOnInANewEpochAndServersOfTheOldOneStop() {
    DatabaseUrl database = TestDatabase.postgres(directory);
    UUID epoch;
    long head;
    try (Store store = Store.open(directory, database, clock)) {
      add(store, "Before");
      epoch = store.ledger().epoch();
      head = store.ledger().head();
      UUID renewed = Restore.renew(database, directory, KeyFiles.STANDARD);
      assertThat(renewed).isNotEqualTo(epoch);
      assertThatThrownBy(() -> add(store, "Too late")).isInstanceOf(RuntimeException.class);
    }
    try (Store store = Store.open(directory, database, clock)) {
      assertThat(store.ledger().epoch()).isNotEqualTo(epoch);
      assertThat(store.ledger().head()).isGreaterThanOrEqualTo(head);
      List<Department> kept = store.ledger().read(view -> view.departments().all());
      assertThat(kept).extracting(Department::name).containsExactly("Before");
    }
  }

  @Test
  void theHistoryIsCheckedWhileServersGoOn() {
    DatabaseUrl database = TestDatabase.postgres(directory);
    try (Store store = Store.open(directory, database, clock)) {
      add(store, "Support");
      AuditReport report = AuditCheck.run(database, directory, KeyFiles.STANDARD);
      assertThat(report.broken()).isNull();
      assertThat(report.links()).isZero();
    }
  }

  private static void add(Store store, String name) {
    Department made =
        store
            .ledger()
            .write(
                tx -> {
                  Department department = new Department(tx.newId(), name, null, 1, 0, 1);
                  tx.departments().insert(department);
                  return department;
                });
    assertThat(made.name()).isEqualTo(name);
  }
}
