package io.deskhand.demo.data;

/** An act, and how many seconds after the one before it comes. */
record Beat(long gap, Act act) {}
