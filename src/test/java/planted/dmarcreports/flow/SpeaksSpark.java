package planted.dmarcreports.flow;

import org.apache.spark.sql.SparkSession;

/** Breaks a rule of the house. */
public final class SpeaksSpark {
  private SpeaksSpark() {}

  static Class<?> broken() {
    return SparkSession.class;
  }
}
