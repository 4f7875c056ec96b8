package dmarcreports.analysis.lookup;

import dmarcreports.dns.Answer;
import dmarcreports.dns.Question;

/** A question and what came of it. */
public record Asked(Question question, Answer answer) {}
