package io.deskhand.demo;

import io.deskhand.demo.data.DemoData;
import io.deskhand.demo.data.Story;
import io.deskhand.model.Agent;
import io.deskhand.model.Customer;
import io.deskhand.model.Department;
import io.deskhand.server.store.Import;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.store.StaffMember;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;

/** Writes the demo desk into a store that has nobody yet. */
final class DemoImport {
  private static final int CHUNK = 1_000;
  private final DemoData data;
  private final String passwordHash;
  private final IntConsumer progress;
  private int written;

  /** {@code progress} is told how many tickets are written, on the store's thread. */
  DemoImport(DemoData data, String passwordHash, IntConsumer progress) {
    this.data = data;
    this.passwordHash = passwordHash;
    this.progress = progress;
  }

  /** Whether the desk behind {@code ledger} is still empty. */
  static boolean isNeeded(Ledger ledger) {
    return ledger.read(view -> view.staff().all().isEmpty());
  }

  /** Writes everything in one transaction; what fails leaves nothing behind. */
  void into(Ledger ledger) {
    ledger.write(
        tx -> {
          tx.load(this::write);
          return written;
        });
  }

  private void write(Import target) {
    target.departments(data.departments());
    target.categories(data.categories());
    target.organizations(data.organizations());
    target.customers(data.customers());
    logins(target);
    target.staff(data.agents().stream().map(this::member).toList());
    data.stories().gather(Gatherers.windowFixed(CHUNK)).forEach(chunk -> write(target, chunk));
  }

  private void write(Import target, List<Story> chunk) {
    target.tickets(chunk.stream().map(Story::ticket).toList());
    target.messages(chunk.stream().flatMap(story -> story.messages().stream()).toList());
    target.history(chunk.stream().flatMap(story -> story.history().stream()).toList());
    written += chunk.size();
    progress.accept(written);
  }

  private void logins(Import target) {
    Set<String> emails = new HashSet<>();
    DemoPeople.customers().forEach(person -> emails.add(person.email()));
    for (Customer customer : data.customers()) {
      if (customer.email() != null && emails.contains(customer.email())) {
        target.customerLogin(customer.id(), passwordHash);
      }
    }
  }

  private StaffMember member(Agent agent) {
    boolean leadsAll = agent.email().equals(DemoPeople.LEA.email());
    return new StaffMember(agent, leadsAll ? departments() : Set.of(), passwordHash);
  }

  private Set<UUID> departments() {
    return data.departments().stream().map(Department::id).collect(Collectors.toSet());
  }
}
