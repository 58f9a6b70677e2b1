package io.deskhand.protocol;

import io.deskhand.model.Customer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of GET /support/customers: by id, which is oldest first. */
public record CustomerPage(List<Customer> customers, long total, @Nullable String nextCursor) {}
