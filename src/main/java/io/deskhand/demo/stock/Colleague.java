package io.deskhand.demo.stock;

import io.deskhand.model.Role;
import io.deskhand.model.WireEnum;
import java.util.List;

/** Somebody who works at the demo desk beside the people one can play. */
public record Colleague(String department, int tier, Role role, String name) {
  /** Reads the stock's colleagues. */
  public static List<Colleague> load() {
    return Lines.of("colleagues.txt").stream().map(Words::split).map(Colleague::of).toList();
  }

  private static Colleague of(List<String> fields) {
    return new Colleague(
        fields.get(0),
        Integer.parseInt(fields.get(1)),
        WireEnum.parse(Role.class, fields.get(2)).orElseThrow(),
        fields.get(3));
  }
}
