/**
 * The page: findings as one file of HTML that asks nothing of anybody, or as a page for each domain
 * with one that leads to them. Here findings become what the templates are given ({@code view});
 * the templates ({@code src/main/jte}) are Java when this is built, and escape by where a text
 * stands. A page is made a domain at a time; {@code Rooms} says how much of each. Start at {@link
 * dmarcreports.output.html.HtmlOutput}.
 */
package dmarcreports.output.html;
