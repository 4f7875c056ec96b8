package dmarcreports.spark.seam;

/**
 * Something found in an input, in a row: the parts that it has not are null.
 *
 * @param input the number of the input
 * @param document the number of the document in it, from 0
 * @param report a report that was read to its end, and its policy
 * @param record a record of the report of the same number: its place in it, source, messages; and
 *     its evidence and policy
 * @param discard something discarded: input, member, reason, detail
 * @param fate what the input turned out to be, told once, with its name as the first of {@code
 *     discard}; nothing else of it comes after
 */
public record Found(
    long input,
    long document,
    Object[] report,
    Object[] policy,
    Object[] record,
    Object[] evidence,
    Object[] discard,
    String fate) {}
