package io.deskhand.model.sla;

import io.deskhand.model.WireEnum;

/** What a policy sets a time for. */
public enum SlaTarget implements WireEnum {
  FIRST_RESPONSE,
  RESOLUTION
}
