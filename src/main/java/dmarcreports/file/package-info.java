/**
 * Files of ours and of the user, written once and alike: whole or not at all, on disk with their
 * names, their owner's alone. {@code ReplacedFile} and {@code DurableFiles} replace, {@code
 * MovedFile} gives a second place, {@code TextFile} reads what a person keeps. Imports nothing of
 * ours. Start at {@link dmarcreports.file.ReplacedFile}.
 */
package dmarcreports.file;
