package io.deskhand.console.ui;

/** A piece of a text, from {@code start} (inclusive) to {@code end} (exclusive). */
public record Span(int start, int end) {}
