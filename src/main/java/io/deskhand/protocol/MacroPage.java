package io.deskhand.protocol;

import io.deskhand.model.Macro;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of GET /support/macros. */
public record MacroPage(List<Macro> macros, long total, @Nullable String nextCursor) {}
