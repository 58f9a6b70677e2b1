package io.deskhand.protocol;

import io.deskhand.model.Department;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of GET /support/departments. */
public record DepartmentPage(
    List<Department> departments, long total, @Nullable String nextCursor) {}
