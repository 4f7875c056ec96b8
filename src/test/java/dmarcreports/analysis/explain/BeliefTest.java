package dmarcreports.analysis.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dmarcreports.analysis.alignment.PublicSuffixList;
import dmarcreports.report.header.AuthenticationResults;
import dmarcreports.report.header.ListFields;
import dmarcreports.report.header.Received;
import dmarcreports.report.header.Stated;
import dmarcreports.report.header.TracedMail;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which results are believed, by the hosts that had the mail after they were written. */
class BeliefTest {
  private static final PublicSuffixList SUFFIXES = new PublicSuffixList();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # fields from the top: R=host for Received by it, A=id for results | named | standing of each
          A=mx.a.example R=mx.a.example R=relay.b.example | - | believed
          R=mx.a.example A=mx.a.example R=relay.b.example | - | believed
          R=2001 R=mx.a.example A=mx.a.example R=relay.b.example A=mx.a.example | - | believed below_stranger
          A=mx.a.example A=mx.a.example R=mx.a.example A=mx.a.example R=relay.b.example | - | believed believed not_topmost
          R=mx.a.example R=relay.b.example A=mx.a.example | - | below_stranger
          R=mx.a.example R=relay.b.example A=relay.b.example | - | below_stranger
          R=mx.a.example R=localhost A=mx.a.example | - | below_stranger
          R=mx.a.example R=localhost R=in.a.example A=in.a.example R=x.b.example | - | believed
          A=store.a.example R=store.a.example A=in.a.example R=in.a.example R=x.b.example | - | believed other_host
          A=store.a.example R=store.a.example A=in.a.example R=in.a.example R=x.b.example | in.a.example | other_host believed
          A=store.a.example R=store.a.example A=gw.b.example R=gw.b.example R=x.c.example | gw.b.example | other_host believed
          A=store.a.example R=store.a.example R=x.c.example A=gw.b.example R=gw.b.example | gw.b.example | other_host below_stranger
          A=MX.a.example R=mx.a.example | mx.A.example | believed
          A= R=mx.a.example A= | - | believed not_topmost
          A=mx.a.example | - | believed
          A=box R=localhost A=box R=x.b.example | - | believed not_topmost
          R=mx.a.example | - | -
          A=mx.a.example R=mx.a.example | mx.z.example | other_host
          """)
  void theTopmostOfTheOwnHost(String fields, String named, String standing) {
    Belief belief = Belief.of(mail(fields), Optional.ofNullable(named), SUFFIXES);
    assertEquals(
        standing == null ? "" : standing,
        belief.judged().stream()
            .map(field -> field.standing().name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" ")));
  }

  private static TracedMail mail(String fields) {
    List<Received> hops = new ArrayList<>();
    List<Stated<AuthenticationResults>> results = new ArrayList<>();
    for (String field : fields.split(" ")) {
      String name = field.substring(2);
      if (field.charAt(0) == 'R') {
        hops.add(Received.parse("from x by " + name + "; 1 Jan 2026 12:00:00 +0000"));
      } else {
        String body = name.isEmpty() ? "spf=pass" : name + "; spf=pass";
        results.add(new Stated<>(AuthenticationResults.parse(body), hops.size()));
      }
    }
    return new TracedMail(
        1,
        List.of(),
        Optional.empty(),
        List.of(),
        results,
        List.of(),
        List.of(),
        hops,
        Optional.empty(),
        Optional.empty(),
        new ListFields(Optional.empty(), false, Optional.empty()),
        Optional.empty(),
        false,
        0);
  }
}
