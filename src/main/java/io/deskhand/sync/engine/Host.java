package io.deskhand.sync.engine;

import io.deskhand.sync.flow.Threads;
import java.time.Clock;
import java.util.random.RandomGenerator;

/**
 * The machine that a sync layer runs on.
 *
 * @param random for the spread of attempts and for ids
 */
record Host(Threads threads, Network network, Clock clock, RandomGenerator random, Timing timing) {}
