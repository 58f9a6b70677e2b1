package io.deskhand.console.conversation;

import io.deskhand.console.ui.Texts;
import io.deskhand.console.ui.When;
import io.deskhand.console.ui.flow.RowKind;

/** How the rows of a conversation are drawn. */
record ConversationRowKind(BubbleActions actions, When when, Texts texts, Links links)
    implements RowKind<Row> {

  @Override
  public Object key(Row row) {
    return row.key();
  }

  @Override
  public Object kind(Row row) {
    return row instanceof Row.Bubble bubble ? bubble.side() : row.getClass();
  }

  @Override
  public Cell<Row> create(Object kind) {
    if (kind instanceof Row.Side side) {
      return new BubbleCell(side, actions, when, texts, links);
    }
    if (kind == Row.Day.class) {
      return new LineCell("day", false, when, texts);
    }
    return kind == Row.Unread.class
        ? new LineCell("unread", true, when, texts)
        : new LineCell("system", false, when, texts);
  }
}
