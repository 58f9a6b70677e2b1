package io.deskhand.sync.cache;

import java.util.UUID;

/**
 * Up to where the confirmed copy follows the server: everything visible up to and including seq
 * {@code cursor} of {@code epoch} is in it, in the wire's {@code schema}, for the scope numbered
 * {@code scopeVersion}.
 */
public record Position(UUID epoch, int schema, long scopeVersion, long cursor) {
  /** The same log and scope, further on. */
  public Position at(long next) {
    return new Position(epoch, schema, scopeVersion, next);
  }
}
