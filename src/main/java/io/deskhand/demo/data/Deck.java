package io.deskhand.demo.data;

import io.deskhand.demo.stock.Issue;
import io.deskhand.demo.stock.Issue.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Issues dealt like cards: each comes up once before any comes up again, and with another of its
 * subjects, so that neighbours in a list differ.
 */
final class Deck {
  private final List<Issue> issues;
  private final List<Issue> left = new ArrayList<>();
  private final Map<Issue, Integer> dealt = new HashMap<>();
  private final RandomGenerator random;

  Deck(List<Issue> issues, RandomGenerator random) {
    this.issues = List.copyOf(issues);
    this.random = random;
  }

  boolean isEmpty() {
    return issues.isEmpty();
  }

  /** An issue, and which of its subjects. */
  record Card(Issue issue, int subject) {}

  Card deal() {
    if (left.isEmpty()) {
      left.addAll(issues);
      Collections.shuffle(left, Random.from(random));
    }
    Issue issue = left.removeLast();
    int turn = dealt.merge(issue, 1, Integer::sum);
    return new Card(issue, turn % issue.of(Part.SUBJECT).size());
  }
}
