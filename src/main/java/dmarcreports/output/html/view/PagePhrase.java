package dmarcreports.output.html.view;

import dmarcreports.analysis.saying.Phrase;
import java.util.List;

/** What stands around the findings of the page */
public enum PagePhrase implements Phrase {
  TITLE,
  TITLE_OF("domain"),
  TITLE_OF_MANY("domains"),
  SKIP,
  ALL_DOMAINS,
  DOMAINS,
  DO_FIRST_AT("domain"),
  NEWEST_DAY("day"),
  DNS_AS_OF("day"),
  NOT_IN_FULL("domains"),
  DOMAIN,
  MESSAGES,
  PASS,
  FAILING_YOURS,
  TO_DO,
  POLICY,
  READY_FOR,
  FILTER_DOMAINS,
  COPY,
  COPIED,
  COPY_THIS("what"),
  NOT_COPIED,
  MADE_BY;

  private final List<String> arguments;

  PagePhrase(String... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public String subject() {
    return "html.page";
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }
}
