package io.deskhand.server.sharing;

import io.deskhand.model.Role;
import io.deskhand.model.Shareable;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.ProblemException;
import io.deskhand.server.store.Scope;
import io.deskhand.server.store.SharedReads;
import io.deskhand.server.store.View;
import io.deskhand.server.web.Problems;
import io.deskhand.server.web.Validation;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who may see, make and change what the staff keep: their own, and, for leads and admins, what they
 * share.
 */
public final class Sharing {
  private static final int MOST = 200;
  private static final int LAST = 10_000;
  private final Scope who;

  public Sharing(Scope who) {
    this.who = who;
  }

  /**
   * The one of {@code all} with this id.
   *
   * @param what it is called where it is not there
   * @throws ProblemException with {@code not_found} if it is not there, or not for them
   */
  public <T extends Shareable> T find(SharedReads<T> all, UUID id, String what) {
    return all.find(id).filter(this::sees).orElseThrow(() -> Problems.notFound(what));
  }

  /**
   * The same, to change it.
   *
   * @throws ProblemException with {@code not_found}, or {@code forbidden} if it is somebody else's
   */
  public <T extends Shareable> T findOwn(SharedReads<T> all, UUID id, String what) {
    T thing = find(all, id, what);
    boolean leads = who.role() == Role.LEAD && isIn(thing.departmentId());
    boolean mine = thing.ownerId().equals(who.userId());
    if (!mine && !leads && who.role() != Role.ADMIN) {
      throw Problems.forbidden("This " + what + " is somebody else's");
    }
    return thing;
  }

  private boolean sees(Shareable thing) {
    if (thing.ownerId().equals(who.userId())) {
      return true;
    }
    UUID department = thing.departmentId();
    return thing.shared() && (department == null || who.role() == Role.ADMIN || isIn(department));
  }

  private boolean isIn(@Nullable UUID department) {
    return department != null && who.departments().contains(department);
  }

  /**
   * Makes sure that there is place for one more.
   *
   * @throws ProblemException with {@code conflict} if its id is taken, or they have too many
   */
  public void checkNew(SharedReads<?> all, UUID id, String what) {
    if (all.find(id).isPresent()) {
      throw ProblemException.of(ErrorCode.CONFLICT, "There is a " + what + " with this id already");
    }
    if (all.countOf(who.userId()) >= MOST) {
      throw ProblemException.of(
          ErrorCode.CONFLICT, "You have " + MOST + " of these, and there is place for no more");
    }
  }

  /**
   * Checks what every one of them has, and ends the validation.
   *
   * @throws ProblemException with {@code validation_failed}, or {@code forbidden} if they may not
   *     share
   */
  public void check(
      View view,
      Validation validation,
      boolean shared,
      @Nullable UUID department,
      @Nullable Integer position) {
    boolean known = department == null || view.departments().find(department).isPresent();
    boolean theirs = department == null || who.role() == Role.ADMIN || isIn(department);
    validation
        .range("position", position, 0, LAST)
        .that(department == null || shared, "departmentId", "only what is shared has one")
        .that(known && theirs, "departmentId", "no such department of yours")
        .check();
    if (shared && !who.role().isLead()) {
      throw Problems.forbidden("Only leads and admins share with others");
    }
  }
}
