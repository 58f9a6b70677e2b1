package io.deskhand.demo.data;

import io.deskhand.model.Agent;
import io.deskhand.model.Department;
import io.deskhand.model.Status;
import org.jspecify.annotations.Nullable;

/**
 * Where a ticket stands today.
 *
 * @param status closed stands for resolved as well: what was solved lately is not closed yet
 * @param agent who has it, or had it last; null while nobody has taken it
 */
record Standing(Status status, Department department, @Nullable Agent agent) {}
