package io.deskhand.demo;

import io.deskhand.demo.data.DemoData;
import io.deskhand.demo.data.Person;
import io.deskhand.demo.data.Story;
import io.deskhand.demo.files.Enclosures;
import io.deskhand.model.Agent;
import io.deskhand.model.Customer;
import io.deskhand.model.Department;
import io.deskhand.server.files.ImportedFiles;
import io.deskhand.server.store.Import;
import io.deskhand.server.store.StaffMember;
import io.deskhand.server.store.StoredFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;

/** Writes a demo desk into a store that has nobody yet. */
final class DemoSeed implements Consumer<Import> {
  /** So many tickets are written table by table: larger is faster, smaller tells more often. */
  private static final int CHUNK = 2_500;

  private final Supplier<DemoData> source;
  private final Supplier<String> passwordHash;
  private final Supplier<ImportedFiles> files;
  private final Consumer<DemoProgress> progress;

  /**
   * The data, the hash and the place for files are asked for when they are needed; {@code progress}
   * is told on the store's thread.
   */
  DemoSeed(
      Supplier<DemoData> source,
      Supplier<String> passwordHash,
      Supplier<ImportedFiles> files,
      Consumer<DemoProgress> progress) {
    this.source = source;
    this.passwordHash = passwordHash;
    this.files = files;
    this.progress = progress;
  }

  @Override
  public void accept(Import target) {
    DemoData data = source.get();
    progress.accept(new DemoProgress(0, data.size()));
    people(data, passwordHash.get(), target);
    Enclosures enclosures = new Enclosures(files.get(), living());
    int[] written = {0};
    data.stories()
        .gather(Gatherers.windowFixed(CHUNK))
        .forEach(
            chunk -> {
              stories(chunk, enclosures, target);
              written[0] += chunk.size();
              progress.accept(new DemoProgress(written[0], data.size()));
            });
  }

  private static void people(DemoData data, String hash, Import target) {
    target.departments(data.departments());
    target.categories(data.categories());
    target.organizations(data.organizations());
    target.customers(data.customers());
    Set<String> living = living();
    for (Customer customer : data.customers()) {
      if (customer.email() != null && living.contains(customer.email())) {
        target.customerLogin(customer.id(), hash);
      }
    }
    Set<UUID> all = data.departments().stream().map(Department::id).collect(Collectors.toSet());
    target.staff(data.agents().stream().map(agent -> member(agent, all, hash)).toList());
  }

  private static Set<String> living() {
    return DemoPeople.customers().stream().map(Person::email).collect(Collectors.toSet());
  }

  private static StaffMember member(Agent agent, Set<UUID> departments, String hash) {
    boolean leadsAll = agent.email().equals(DemoPeople.LEA.email());
    return new StaffMember(agent, leadsAll ? departments : Set.of(), hash);
  }

  private static void stories(List<Story> told, Enclosures enclosures, Import target) {
    List<StoredFile> enclosed = new ArrayList<>();
    List<Story> chunk = told.stream().map(it -> enclosures.enclose(it, enclosed)).toList();
    target.tickets(chunk.stream().map(Story::ticket).toList());
    target.messages(chunk.stream().flatMap(story -> story.messages().stream()).toList());
    target.files(enclosed);
    target.history(chunk.stream().flatMap(story -> story.history().stream()).toList());
  }
}
