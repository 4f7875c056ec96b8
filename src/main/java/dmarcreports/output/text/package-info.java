/**
 * Text of eighty columns: the screen for each domain ({@code BriefOutput}), everything ({@code
 * DetailsOutput}), the digest of a night, explanations, status. Layout is {@code Paragraphs}; words
 * come from {@code wording}.
 */
package dmarcreports.output.text;
