package dmarcreports.analysis;

import dmarcreports.analysis.action.Action;
import dmarcreports.analysis.alignment.Cause;
import dmarcreports.analysis.remedy.Remedy;
import dmarcreports.analysis.remedy.Situation;
import dmarcreports.analysis.result.DomainFindings;
import dmarcreports.analysis.result.StreamFindings;
import dmarcreports.analysis.saying.Names;
import dmarcreports.analysis.saying.Saying;
import dmarcreports.analysis.sender.SenderLabel;
import dmarcreports.analysis.sender.SenderProfile;
import dmarcreports.analysis.sender.SenderProfiles;
import dmarcreports.analysis.stream.Diagnosis;
import dmarcreports.analysis.sums.Tally;
import dmarcreports.dns.Snapshot;
import dmarcreports.dns.Zone;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A few lines of mail and what is found of them, without a language. A line of mail is {@code
 * author | aspf/adkim | spf | dkim | messages}, then in any order {@code from ADDRESS}, {@code on
 * DAY}, {@code by REPORTER}, {@code says SPF/DKIM}, {@code because REASON}, {@code under
 * POLICYDOMAIN}, {@code treated POLICY/DISPOSITION}, {@code below SP/NP}, {@code with TAGS}, {@code
 * bounce}; {@code well seen} adds mail that passes, {@code label MATCH OWNERSHIP} is the owner's
 * word, {@code dns RECORD} lets a night look up what it needs, in a DNS of these records alone,
 * {@code then RECORD} another night after it in one of those, {@code explain SOURCE} asks how it
 * came about instead of what is to do.
 */
final class Story {
  private final List<String> told;
  private final List<Mail> mail = new ArrayList<>();
  private final List<SenderLabel> labels = new ArrayList<>();
  private final List<String> dns = new ArrayList<>();
  private final List<String> laterDns = new ArrayList<>();
  private Optional<String> explained = Optional.empty();
  private boolean wellSeen;
  private boolean remedies;

  private Story(List<String> told) {
    this.told = told;
    told.stream().filter(l -> !l.startsWith("#")).forEach(this::read);
  }

  /** The same story with what is found now. */
  static String retold(String story) {
    Story read = new Story(story.strip().lines().filter(l -> !l.startsWith(">")).toList());
    List<String> lines = new ArrayList<>(read.told);
    if (read.explained.isPresent()) {
      lines.addAll(ToldWhy.of(read.explained.get(), read.profiles(), read.mail, read.published()));
    } else {
      read.findings()
          .forEach(domain -> lines.addAll(read.remedies ? remedies(domain) : told(domain)));
    }
    return String.join("\n", lines).replaceAll(" +(?=\n)", "") + "\n";
  }

  private void read(String line) {
    if (line.equals("well seen")) {
      wellSeen = true;
    } else if (line.equals("remedies")) {
      remedies = true;
    } else if (line.startsWith("dns ")) {
      dns.add(line.substring("dns ".length()));
    } else if (line.startsWith("then ")) {
      laterDns.add(line.substring("then ".length()));
    } else if (line.startsWith("explain ")) {
      explained = Optional.of(line.substring("explain ".length()));
    } else if (line.startsWith("label ")) {
      String[] words = line.split(" ");
      labels.add(
          new SenderLabel(
              words[1], "", SenderLabel.Ownership.valueOf(words[2].toUpperCase(Locale.ROOT))));
    } else {
      mail.add(mail(line.split("\\s*\\|\\s*", -1)));
    }
  }

  private static Mail mail(String[] cells) {
    Mail mail = Mail.from(cells[0]).modes(cells[1]).spf(cells[2]).dkim(cells[3]);
    mail.messages(Long.parseLong(cells[4]));
    for (String cell : List.of(cells).subList(5, cells.length)) {
      String[] words = cell.split(" ", 2);
      switch (words[0]) {
        case "from" -> mail.ip(words[1]);
        case "on" -> mail.day("2026-01-" + words[1]);
        case "by" -> mail.reporter(words[1]);
        case "says" -> mail.words(words[1]);
        case "because" -> mail.reason(words[1]);
        case "under" -> mail.underPolicyOf(words[1]);
        case "treated" -> mail.treated(words[1]);
        case "below" -> mail.subdomains(words[1]);
        case "with" -> mail.tags(words[1]);
        case "bounce" -> mail.bounce();
        default -> throw new IllegalArgumentException(cell);
      }
    }
    return mail;
  }

  private SenderProfiles profiles() {
    return SenderProfiles.standard().withLabels(labels);
  }

  private List<DomainFindings> findings() {
    SenderProfiles profiles = profiles();
    Mail[] all = mail.toArray(Mail[]::new);
    return wellSeen
        ? List.of(Mail.wellSeen(profiles, all))
        : Mail.analyze(profiles, published(), all).domains();
  }

  private Snapshot published() {
    List<Zone> nights =
        Stream.of(dns, laterDns)
            .filter(lines -> !lines.isEmpty())
            .map(lines -> Zone.of(lines.toArray(String[]::new)))
            .toList();
    return Night.after(nights, profiles(), mail.stream().map(Mail::observation).toList());
  }

  private static List<String> told(DomainFindings domain) {
    List<String> lines = new ArrayList<>();
    lines.add("> " + domain.domain() + ": " + whole(domain));
    for (Action action : domain.actions()) {
      lines.add("> do " + told(action, domain.tally()));
      lines.add(">   " + known(action.situation()));
    }
    for (StreamFindings stream : domain.streams()) {
      lines.add("> see " + told(stream));
      Diagnosis diagnosis = stream.diagnosis();
      lines.add(">   " + checks(diagnosis));
      lines.add(
          ">   "
              + diagnosis.explanation().stream()
                  .map(Story::said)
                  .collect(Collectors.joining(", ")));
    }
    return lines;
  }

  private static List<String> remedies(DomainFindings domain) {
    List<String> lines = new ArrayList<>();
    for (Action action : domain.actions()) {
      Remedy remedy = action.remedy();
      lines.add("> do " + action.code() + " at " + action.target().text());
      remedy.needs().forEach(s -> lines.add(">   needs " + said(s)));
      remedy.assumes().forEach(s -> lines.add(">   assumes " + said(s)));
      remedy.steps().forEach(s -> lines.add(">   " + said(s.inOneLine())));
      remedy.dnsRecords().forEach(r -> lines.add(">   publish " + r.text()));
    }
    return lines;
  }

  private static String whole(DomainFindings domain) {
    return said(domain.tally())
        + ", ours "
        + domain.believedOurs().messages()
        + ", ready for "
        + Told.word(domain.readyFor())
        + domain.blockedBy()
        + domain.readiness().get(0).shortages().stream()
            .map(s -> ", only %d %s".formatted(s.seen(), word(s.of())))
            .collect(Collectors.joining())
        + (domain.silent() ? ", silent" : "");
  }

  private static String told(Action action, Tally all) {
    return "%s at %s: %d failing from %s, %d sources; repairs %d-%d, with those above %d-%d; %s since %s"
            .formatted(
                action.code(),
                action.target().text(),
                action.failing(),
                action.sourceGroups(),
                action.sources(),
                action.repairedMin(),
                action.repairedMax(),
                passing(action.cumulativeMin().getAsDouble(), all),
                passing(action.cumulativeMax().getAsDouble(), all),
                word(action.state()),
                action.stateSince())
        + (action.needsAttention() ? "" : ", no hurry");
  }

  private static long passing(double rate, Tally all) {
    return Math.round(rate * (all.pass() + all.fail())) - all.pass();
  }

  private static String known(Situation situation) {
    List<String> known = new ArrayList<>();
    add("written as", situation.authorDomains(), known);
    add("by", situation.services().stream().map(SenderProfile::name).toList(), known);
    add("and others", situation.unserved() ? List.of("too") : List.of(), known);
    add("stranger", situation.stranger().stream().toList(), known);
    add("regions", situation.regions(), known);
    add("once", situation.formerMailFrom().stream().toList(), known);
    add("addresses", situation.addresses(), known);
    add("spf", words(situation.spfCauses()), known);
    add("dkim", words(situation.dkimCauses()), known);
    add("checked", situation.spfDomains(), known);
    add("keys", situation.brokenKeys(), known);
    add("sisters", situation.sisterDomains(), known);
    return String.join("; ", known);
  }

  private static void add(String what, Collection<?> values, List<String> known) {
    if (!values.isEmpty()) {
      known.add(what + values.stream().map(v -> " " + v).collect(Collectors.joining()));
    }
  }

  private static SortedSet<String> words(Collection<Cause> causes) {
    return causes.stream().map(Story::word).collect(Collectors.toCollection(TreeSet::new));
  }

  private static String told(StreamFindings stream) {
    Diagnosis diagnosis = stream.diagnosis();
    return "%s: %s from %d on %d days by %s, %s; %s, %s, %s of %s; %s repair %d-%d"
        .formatted(
            stream.sourceGroup(),
            said(stream.tally()),
            stream.sources(),
            stream.days(),
            stream.reporters(),
            word(diagnosis.belonging()),
            word(diagnosis.streamClass()),
            word(diagnosis.confidence()),
            word(diagnosis.failure()),
            diagnosis.sender().isEmpty() ? "nobody" : diagnosis.sender(),
            diagnosis.recommendations().stream().map(Story::word).collect(Collectors.joining(" ")),
            diagnosis.repairedMin(),
            diagnosis.repairedMax());
  }

  private static String checks(Diagnosis diagnosis) {
    return "from %s, spf %s %s %s, dkim %s %s%s%s"
        .formatted(
            diagnosis.headerFrom().map(Object::toString).orElse("nobody"),
            word(diagnosis.spfCause()),
            diagnosis.spfDomain(),
            diagnosis.spfResult(),
            word(diagnosis.dkimCause()),
            diagnosis.dkimDomains(),
            diagnosis.viaForwarder() ? ", forwarded" : "",
            diagnosis.orgMethodSensitive() ? ", the method decides" : "");
  }

  static String said(Tally tally) {
    return tally.pass() + "/" + tally.fail() + "/" + tally.unknown();
  }

  static String said(Object value) {
    if (value instanceof Saying saying) {
      String about =
          saying.values().stream().map(Story::said).collect(Collectors.joining(", ", "(", ")"));
      return saying.phrase().key() + (saying.values().isEmpty() ? "" : about);
    }
    return value instanceof Names names ? names.shown() + "+" + names.more() : value.toString();
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
