package io.deskhand.console.ui;

/** How a feature speaks to the person, without knowing how that is shown. FX thread only. */
public interface Dialogs {
  /** A short notice that goes away by itself. */
  void notice(String text);

  /** A short notice with one thing to do about it, such as "Undo". */
  void notice(String text, String actionTitle, Runnable action);

  /** Something that went wrong: stays until it is put away; its code and details can be copied. */
  void failure(Failure failure);
}
