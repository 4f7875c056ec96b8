package dmarcreports.analysis.sums;

/**
 * What a stricter alignment mode would lose.
 *
 * @param tag {@code aspf=s} or {@code adkim=s}
 * @param lostMin messages that pass now and would fail, at least
 * @param lostMax the same, at most: a receiver's pass without proof may go either way
 */
public record Tightening(String tag, long lostMin, long lostMax) {}
