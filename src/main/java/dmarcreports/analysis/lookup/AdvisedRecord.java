package dmarcreports.analysis.lookup;

import dmarcreports.analysis.remedy.DnsRecord;
import dmarcreports.dns.Answer;
import dmarcreports.dns.DnsName;
import dmarcreports.dns.Lookup;
import dmarcreports.dns.Question;
import dmarcreports.dns.RecordType;
import dmarcreports.dns.ResourceRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A record that an action advises to publish, as far as it is known beforehand.
 *
 * @param question what shows whether it is there
 * @param record what it looks like; a word of the owner's own in it is any word
 * @param text what it says, where it is text
 */
record AdvisedRecord(Question question, Pattern record, Optional<String> text) {
  private static final int PARTS = 3;
  private static final String ANY = "[^ ]+";
  private static final Pattern STRINGS = Pattern.compile("\"([^\"]*)\"");

  /**
   * The same as DNS is asked for it; empty where only its owner knows its name, or what stands
   * beside it in a record that is there.
   */
  static Optional<AdvisedRecord> of(DnsRecord advised) {
    String[] parts = advised.text().split(" ", PARTS);
    Optional<RecordType> type =
        Arrays.stream(RecordType.values())
            .filter(t -> parts.length == PARTS && t.name().equals(parts[1]))
            .findFirst();
    boolean isText = type.filter(t -> t == RecordType.TXT).isPresent();
    boolean open = advised.placeholders().stream().anyMatch(parts[0]::contains);
    if (type.isEmpty() || open || isText && !advised.placeholders().isEmpty()) {
      return Optional.empty();
    }
    Optional<String> text = isText ? Optional.of(joined(parts[2])) : Optional.empty();
    return DnsName.parse(parts[0])
        .map(name -> new AdvisedRecord(new Question(name, type.get()), pattern(advised), text));
  }

  private static String joined(String strings) {
    return STRINGS.matcher(strings).results().map(s -> s.group(1)).collect(Collectors.joining());
  }

  private static Pattern pattern(DnsRecord advised) {
    String pattern = Pattern.quote(advised.text());
    for (String placeholder : advised.placeholders()) {
      pattern = pattern.replace(placeholder, "\\E" + ANY + "\\Q");
    }
    return Pattern.compile(pattern);
  }

  Presence presence(Lookup lookup) {
    return presence(lookup.answer(question));
  }

  /** What an answer tells of it. */
  Presence presence(Answer answer) {
    if (answer instanceof Answer.Failed) {
      return Presence.UNTOLD;
    }
    if (text.isPresent()) {
      return PublishedText.presence(text.get(), answer.texts());
    }
    List<ResourceRecord> all =
        Stream.concat(answer.aliases().stream(), answer.found().stream()).toList();
    if (all.stream().anyMatch(r -> record.matcher(r.toString()).matches())) {
      return Presence.THERE;
    }
    return all.isEmpty() ? Presence.NOT_THERE : Presence.OTHERWISE;
  }
}
