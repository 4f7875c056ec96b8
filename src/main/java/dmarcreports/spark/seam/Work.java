package dmarcreports.spark.seam;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** What tasks do: rows in, rows out. One object serves all threads of a process. */
public interface Work {
  /** The columns of {@code report}, {@code policy} or {@code evidence}. */
  Map<String, Class<?>> columns(String kind);

  /**
   * Reads inputs, one when its rows are asked for.
   *
   * @param now the moment of the run, in milliseconds
   */
  Iterator<Found> read(Iterator<Source> inputs, long now);

  /** What records with an evidence add to what is known of reporters and addresses. */
  Share share(Object[] policy, Object[] evidence);

  /** The names of the tables that are made of domains, in their order. */
  List<String> tables();

  /** The first line of a table. */
  byte[] head(String table) throws IOException;

  /** What is found of one policy domain; not for use by two threads at once. */
  Domain domain(Setting setting);

  /** The whole table of reporters. */
  void reporters(Setting setting, List<Reporter> reporters, OutputStream to) throws IOException;

  /**
   * Lines of CSV.
   *
   * @param lines the first of them are the names of the columns
   */
  void csv(List<? extends List<?>> lines, OutputStream to) throws IOException;

  /**
   * Makes a new database.
   *
   * @param database a file or a URL, as {@code --db} takes them
   * @throws Refused where it cannot be used, or holds reports
   */
  Filling fill(String database) throws IOException;

  /**
   * Hands out all that a database holds of reports, of one moment.
   *
   * @throws Refused where it cannot be read
   */
  void unload(String database, Kept to) throws IOException;

  /**
   * A reporter's reports.
   *
   * @param lastSeen the day of the newest, since 1970
   * @param newestEnd the end of its window, in seconds
   */
  record Reporter(
      String name,
      long reports,
      long messages,
      String format,
      long deviations,
      long lastSeen,
      long newestEnd) {}

  /**
   * What records add to the background of all domains.
   *
   * @param fault the name of it; null for none
   */
  record Share(String fault, boolean provesSes) {}

  /** One policy domain, told from its sums. */
  interface Domain {
    /** What its reports come to. */
    void head(Object[] newestPolicy, long reports, long reporters);

    /** Evidence that sums may be of. */
    void evidence(byte[] hash, Object[] policy, Object[] evidence);

    /**
     * Messages of one day.
     *
     * @param day since 1970
     * @param records how many they are the sum of
     */
    void sum(byte[] evidence, byte[] source, int day, String reporter, long messages, long records);

    /** The lines of a table, without its head; to be asked once everything is told. */
    void write(String table, OutputStream to) throws IOException;
  }
}
