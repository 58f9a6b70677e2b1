package io.deskhand.server.sla;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.model.sla.SlaPolicy;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Limits;
import io.deskhand.protocol.MergePatch;
import io.deskhand.protocol.ProblemException;
import io.deskhand.protocol.SlaPolicyRequest;
import io.deskhand.server.store.Tx;
import io.deskhand.server.web.Problems;
import io.deskhand.server.web.Validation;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes, changes and deletes policies; tickets follow with their own next change. */
final class PolicyChange implements SettingRoutes.Change<SlaPolicy, SlaPolicyRequest> {
  /** Ninety days. */
  private static final int LONGEST_MINUTES = 90 * 24 * 60;

  private final Tx tx;

  PolicyChange(Tx tx) {
    this.tx = tx;
  }

  @Override
  public SlaPolicy create(SlaPolicyRequest request) {
    SlaPolicy policy = policy(tx.newId(), request, 1);
    check(policy);
    tx.sla().insert(policy);
    return policy;
  }

  @Override
  public SlaPolicy patch(UUID id, JsonNode patch) {
    SlaPolicy before = find(id);
    SlaPolicyRequest request = MergePatch.apply(asRequest(before), patch, SlaPolicyRequest.class);
    SlaPolicy after = policy(id, request, before.version() + 1);
    check(after);
    tx.sla().update(after);
    return after;
  }

  private static SlaPolicy policy(UUID id, SlaPolicyRequest request, long version) {
    return new SlaPolicy(
        id,
        requireNonNullElse(request.name(), "").strip(),
        request.priority(),
        request.organizationTier(),
        stripped(request.subscriptionStatus()),
        request.firstResponseMinutes(),
        request.resolutionMinutes(),
        request.calendarId(),
        requireNonNullElse(request.enabled(), true),
        version);
  }

  private static @Nullable String stripped(@Nullable String text) {
    return text == null ? null : text.strip();
  }

  private static SlaPolicyRequest asRequest(SlaPolicy policy) {
    return new SlaPolicyRequest(
        policy.name(),
        policy.priority(),
        policy.organizationTier(),
        policy.subscriptionStatus(),
        policy.firstResponseMinutes(),
        policy.resolutionMinutes(),
        policy.calendarId(),
        policy.enabled());
  }

  @Override
  public void delete(UUID id) {
    tx.sla().deletePolicy(find(id).id());
  }

  private SlaPolicy find(UUID id) {
    return tx.sla().policies().stream()
        .filter(policy -> policy.id().equals(id))
        .findFirst()
        .orElseThrow(() -> Problems.notFound("policy"));
  }

  private void check(SlaPolicy policy) {
    Integer first = policy.firstResponseMinutes();
    Integer last = policy.resolutionMinutes();
    UUID calendar = policy.calendarId();
    new Validation()
        .required("name", policy.name(), Limits.NAME)
        .optional("subscriptionStatus", policy.subscriptionStatus(), Limits.NAME)
        .that(!"".equals(policy.subscriptionStatus()), "subscriptionStatus", "null stands for any")
        .range("firstResponseMinutes", first, 1, LONGEST_MINUTES)
        .range("resolutionMinutes", last, 1, LONGEST_MINUTES)
        .that(
            first != null || last != null,
            "firstResponseMinutes",
            "give this, or resolutionMinutes, or both")
        .that(
            first == null || last == null || first <= last,
            "firstResponseMinutes",
            "must not be more than resolutionMinutes")
        .that(
            calendar == null
                || tx.sla().calendars().stream().anyMatch(known -> known.id().equals(calendar)),
            "calendarId",
            "no such calendar")
        .check();
    boolean twin =
        tx.sla().policies().stream()
            .anyMatch(other -> !other.id().equals(policy.id()) && other.isForTheSameAs(policy));
    if (twin) {
      throw ProblemException.of(
          ErrorCode.CONFLICT, "There is a policy for this priority, tier and subscription already");
    }
  }
}
