package dmarcreports.mail;

import dmarcreports.report.SourceIp;
import dmarcreports.report.header.ArcResults;
import dmarcreports.report.header.AuthenticationResults;
import dmarcreports.report.header.Author;
import dmarcreports.report.header.CarryingReport;
import dmarcreports.report.header.DkimSignature;
import dmarcreports.report.header.ListFields;
import dmarcreports.report.header.Received;
import dmarcreports.report.header.ReceivedSpf;
import dmarcreports.report.header.SesFeedback;
import dmarcreports.report.header.Signed;
import dmarcreports.report.header.Stated;
import dmarcreports.report.header.TracedMail;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes the fields of a header in, from the top, and makes a traced mail of them. */
final class MailTrace {
  private final List<Author> authors = new ArrayList<>();
  private final List<DkimSignature> signatures = new ArrayList<>();
  private final List<Stated<AuthenticationResults>> results = new ArrayList<>();
  private final List<Stated<ReceivedSpf>> spf = new ArrayList<>();
  private final List<ArcResults> arc = new ArrayList<>();
  private final List<Received> hops = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private int fromFields;
  private int leftOut;
  private Optional<String> returnPath = Optional.empty();
  private Optional<SesFeedback> feedback = Optional.empty();
  private Optional<SourceIp> sesAddress = Optional.empty();
  private Optional<String> listId = Optional.empty();

  void add(HeaderField field) {
    String body = field.body();
    boolean first = seen.add(field.name());
    switch (field.name()) {
      case "from" -> {
        fromFields++;
        addTo(authors, fromFields > TracedMail.MOST ? List.of() : Authors.in(body));
      }
      case "dkim-signature" -> addTo(signatures, List.of(DkimSignature.parse(body)));
      case "authentication-results" ->
          addTo(results, List.of(new Stated<>(AuthenticationResults.parse(body), hops.size())));
      case "received-spf" ->
          addTo(spf, List.of(new Stated<>(ReceivedSpf.parse(body), hops.size())));
      case "arc-authentication-results" -> addTo(arc, List.of(ArcResults.parse(body)));
      case "received" -> addTo(hops, List.of(Received.parse(body)));
      default -> {
        if (first) {
          addFirst(field.name(), body);
        }
      }
    }
  }

  private void addFirst(String name, String body) {
    switch (name) {
      case "return-path" -> returnPath = Optional.of(body);
      case "feedback-id" -> feedback = SesFeedback.parse(body);
      case "x-ses-outgoing" -> sesAddress = SourceIp.parse(body.substring(body.indexOf('-') + 1));
      case "list-id" -> listId = Optional.of(body);
      default -> {}
    }
  }

  private <T> void addTo(List<T> list, List<T> more) {
    int room = Math.max(0, TracedMail.MOST - list.size());
    list.addAll(more.subList(0, Math.min(more.size(), room)));
    leftOut += Math.max(0, more.size() - room);
  }

  TracedMail mail(
      Optional<BodyHash> hash,
      Optional<String> footer,
      Optional<CarryingReport> inReport,
      boolean attached) {
    return new TracedMail(
        fromFields,
        authors,
        returnPath,
        signatures.stream()
            .map(s -> new Signed(s, hash.map(h -> h.compare(s)).orElse(Signed.Body.NOT_COMPARED)))
            .toList(),
        results,
        spf,
        arc,
        hops,
        feedback,
        sesAddress,
        new ListFields(listId, seen.contains("list-post"), footer),
        inReport,
        attached,
        leftOut);
  }
}
