package io.deskhand.demo;

/** How far the making of a demo desk is: so many of its tickets are written. */
public record DemoProgress(int done, int total) {}
