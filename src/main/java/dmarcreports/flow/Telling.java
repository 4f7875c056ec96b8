package dmarcreports.flow;

import dmarcreports.output.language.Language;

/**
 * How findings are told.
 *
 * @param all whether sources that do not fail are shown as well
 * @param discards whether it is told too what was discarded
 */
public record Telling(boolean all, boolean discards, Language language) {}
