package io.deskhand.protocol;

import io.deskhand.model.Organization;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of GET /support/organizations: by id, which is oldest first. */
public record OrganizationPage(
    List<Organization> organizations, long total, @Nullable String nextCursor) {}
