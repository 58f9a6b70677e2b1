package io.deskhand.model;

/** What an organization pays for. */
public enum OrganizationTier implements WireEnum {
  FREE,
  STANDARD,
  ENTERPRISE
}
