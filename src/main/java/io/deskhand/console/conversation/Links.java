package io.deskhand.console.conversation;

/** Opens an address outside of the console. FX thread only. */
public interface Links {
  /** {@code address} begins with http, https, mailto or file. */
  void open(String address);
}
