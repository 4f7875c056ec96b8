package dmarcreports.analysis.lookup;

import dmarcreports.report.SourceIp;
import java.util.Map;
import java.util.TreeMap;

/**
 * A name that SPF was checked for.
 *
 * @param fared of all its sources
 * @param throughSes whether it passed for mail that Amazon SES signed: a custom MAIL FROM domain
 * @param sources how each address fared; a map in order
 */
public record SeenPath(Fared fared, boolean throughSes, Map<SourceIp, Fared> sources) {
  /** Never seen. */
  public static final SeenPath NEVER = new SeenPath(Fared.NONE, false, new TreeMap<>());
}
