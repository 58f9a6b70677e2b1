package io.deskhand.console.bulk;

import io.deskhand.protocol.BulkRequest;
import java.util.List;
import java.util.UUID;

/** The same request for other tickets. */
final class Requests {
  private Requests() {}

  static BulkRequest withIds(BulkRequest first, List<UUID> ids) {
    return new BulkRequest(
        ids,
        null,
        first.agentId(),
        first.auto(),
        first.resolution(),
        first.status(),
        first.message(),
        first.to(),
        first.reason(),
        first.departmentId(),
        first.tier());
  }
}
