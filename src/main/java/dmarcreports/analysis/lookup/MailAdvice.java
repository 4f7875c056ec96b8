package dmarcreports.analysis.lookup;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What to do where DNS shows something else than a mail does. */
enum MailAdvice implements Phrase {
  SEND_AGAIN,
  RESTORE_IF_USED,
  LET_IN_AGAIN;

  @Override
  public String subject() {
    return "lookup.mail_advice";
  }

  @Override
  public List<String> arguments() {
    return List.of();
  }
}
