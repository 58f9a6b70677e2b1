package io.deskhand;

/** Parses the command line and starts the console or the server. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.out.println("Deskhand");
  }
}
