/**
 * Text of eighty columns: the screen for each domain ({@code BriefOutput}), everything ({@code
 * DetailsOutput}), the digest of a night and its {@code Letters}, explanations, status. Layout is
 * {@code Paragraphs}; what things are called comes from {@code wording}. What a class says stands
 * in the enum of phrases beside it, what the page says as well in {@code wording}; the words are in
 * the catalogues of {@code language}.
 */
package dmarcreports.output.text;
