package dmarcreports.dns.spf;

import dmarcreports.dns.Answer;
import dmarcreports.dns.DnsName;
import dmarcreports.dns.Lookup;
import dmarcreports.dns.Question;
import dmarcreports.dns.RecordType;
import dmarcreports.dns.ResourceRecord.MailExchange;
import dmarcreports.dns.spf.SpfTerm.Directive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The questions of a record, and of those that it leads to, that have nothing to find, if no
 * mechanism matches before: the most that a receiver may count (RFC 7208, 4.6.4). What depends on
 * the mail or its sender is left out.
 *
 * @param overIpv4 those of a client over IPv4
 * @param overIpv6 those of a client over IPv6
 * @param whole whether no look-up failed, and all were made
 */
public record SpfVoids(List<Question> overIpv4, List<Question> overIpv6, boolean whole) {
  /** So many names are asked for; more than receivers do. */
  public static final int MAX_NAMES = 100;

  /** Keeps its own copies. */
  public SpfVoids {
    overIpv4 = List.copyOf(overIpv4);
    overIpv6 = List.copyOf(overIpv6);
  }

  /** Asks for all that a record wants to know. */
  public static SpfVoids of(SpfTree tree, Lookup lookup) {
    Asker asker = new Asker(lookup);
    asker.ask(tree);
    return new SpfVoids(asker.overIpv4, asker.overIpv6, asker.whole);
  }

  private static final class Asker {
    private final Lookup lookup;
    private final List<Question> overIpv4 = new ArrayList<>();
    private final List<Question> overIpv6 = new ArrayList<>();
    private boolean whole = true;
    private int names;

    Asker(Lookup lookup) {
      this.lookup = lookup;
    }

    void ask(SpfTree tree) {
      Optional<SpfRecord> record = tree.lookup().flatMap(SpfLookup::record);
      if (tree.gap().isEmpty() && record.isPresent()) {
        record.get().directives().forEach(directive -> ask(directive, tree.domain()));
        tree.below().forEach(this::ask);
      }
    }

    private void ask(Directive directive, String domain) {
      Optional<DnsName> name =
          directive
              .domain()
              .map(MacroText::constant)
              .orElseGet(() -> Optional.of(domain))
              .flatMap(DnsName::ofBytes);
      if (name.isPresent()) {
        switch (directive.mechanism()) {
          case A -> hosts(name.get());
          case MX -> exchanges(name.get());
          case EXISTS -> answer(name.get(), RecordType.A, true, true);
          case ALL, INCLUDE, PTR, IP4, IP6 -> {}
        }
      }
    }

    private void hosts(DnsName name) {
      answer(name, RecordType.A, true, false);
      answer(name, RecordType.AAAA, false, true);
    }

    private void exchanges(DnsName name) {
      answer(name, RecordType.MX, true, true).stream()
          .flatMap(answer -> answer.found().stream())
          .filter(r -> r.data() instanceof MailExchange)
          .limit(SpfLimits.MAX_EXCHANGES)
          .flatMap(r -> DnsName.parse(((MailExchange) r.data()).exchange()).stream())
          .forEach(this::hosts);
    }

    private Optional<Answer> answer(DnsName name, RecordType type, boolean ipv4, boolean ipv6) {
      if (++names > MAX_NAMES) {
        whole = false;
        return Optional.empty();
      }
      Question question = new Question(name, type);
      Answer answer = lookup.answer(question);
      boolean nothing = answer instanceof Answer.Absent;
      whole &= !(answer instanceof Answer.Failed);
      if (nothing && ipv4) {
        overIpv4.add(question);
      }
      if (nothing && ipv6) {
        overIpv6.add(question);
      }
      return Optional.of(answer);
    }
  }
}
