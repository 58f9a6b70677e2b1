package io.deskhand.sync.cache;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.ParsedParameters;
import org.jdbi.v3.core.statement.ParsedSql;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.TemplateEngine;

/**
 * Statements as they stand, with question marks for all that is bound. The library's own way takes
 * them apart with a grammar, whose making alone is a tenth of a console's start.
 */
final class PlainSql implements SqlParser {
  private PlainSql() {}

  /** Makes {@code handle} take its statements so. */
  static void in(Handle handle) {
    handle
        .getConfig(SqlStatements.class)
        .setTemplateEngine(TemplateEngine.NOP)
        .setSqlParser(new PlainSql());
  }

  @Override
  public ParsedSql parse(String sql, StatementContext context) {
    int marks = (int) sql.chars().filter(letter -> letter == '?').count();
    return ParsedSql.of(sql, ParsedParameters.positional(marks));
  }

  @Override
  public String nameParameter(String name, StatementContext context) {
    throw new UnsupportedOperationException("statements of the profile name no parameters");
  }
}
