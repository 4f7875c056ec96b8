/**
 * Text of eighty columns: the screen for each domain ({@code BriefOutput}), everything ({@code
 * DetailsOutput}), the digest of a night, explanations, status. Layout is {@code Paragraphs}; what
 * things are called comes from {@code wording}. What a class says stands in the enum of phrases
 * beside it, what several say in {@code TextPhrase}; the words are in the catalogues of {@code
 * language}.
 */
package dmarcreports.output.text;
