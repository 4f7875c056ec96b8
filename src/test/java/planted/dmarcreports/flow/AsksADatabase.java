package planted.dmarcreports.flow;

import org.jooq.DSLContext;

/** Breaks a rule of the house. */
public final class AsksADatabase {
  private AsksADatabase() {}

  static Class<?> broken() {
    return DSLContext.class;
  }
}
