package io.deskhand.console.ui;

import javafx.scene.Node;

/** What every view does with its nodes. FX thread only. */
public final class Nodes {
  private Nodes() {}

  /** Shows a node, or takes it out of sight and out of the layout. */
  public static void show(Node node, boolean there) {
    node.setVisible(there);
    node.setManaged(there);
  }
}
