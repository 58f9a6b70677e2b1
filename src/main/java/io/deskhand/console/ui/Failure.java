package io.deskhand.console.ui;

/**
 * Something that went wrong, for a person.
 *
 * @param title what happened, in a few words
 * @param message what it means and what to do
 * @param code stable between releases, such as {@code DH-UNREACHABLE}
 * @param details for a bug report; never shown, only copied
 */
public record Failure(String title, String message, String code, String details) {
  /** What "copy details" puts on the clipboard. */
  public String copyText() {
    return title + "\n" + message + "\n" + code + "\n\n" + details;
  }
}
