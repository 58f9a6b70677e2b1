package io.deskhand.demo.data;

import io.deskhand.demo.stock.Issue;
import io.deskhand.model.Customer;
import io.deskhand.model.Organization;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one ticket will be about, before its story is told.
 *
 * @param subject which of the issue's subjects it has
 * @param talk how many messages of a long investigation it has; 0 for nearly all
 * @param seed makes its story: the same plan makes the same story
 */
record CasePlan(
    String number,
    Instant createdAt,
    Standing standing,
    Issue issue,
    int subject,
    Customer customer,
    @Nullable Organization organization,
    int talk,
    long seed) {}
