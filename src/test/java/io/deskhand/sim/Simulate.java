package io.deskhand.sim;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs seeds without a test's frame around them: {@code Simulate FIRST NUMBER}. */
final class Simulate {
  private Simulate() {}

  public static void main(String[] arguments) throws IOException {
    long first = Long.parseLong(arguments[0]);
    int number = Integer.parseInt(arguments[1]);
    Path folder = Files.createTempDirectory("deskhand-sim");
    Template template = new Template(folder.resolve("template"));
    long begun = System.nanoTime();
    Seeds seeds = new Seeds(template, folder, first, number);
    System.out.println(seeds.run().orElse("All seeds pass"));
    System.out.printf("%d ms%n", (System.nanoTime() - begun) / 1_000_000);
    System.exit(0);
  }
}
