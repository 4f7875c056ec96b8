/**
 * What the templates of the page are given: sentences that are said already, numbers in the form in
 * which they stand there, shares of a picture's width and height; and the labels that they say.
 * Knows no findings. Start at {@link dmarcreports.output.html.view.Page}.
 */
package dmarcreports.output.html.view;
