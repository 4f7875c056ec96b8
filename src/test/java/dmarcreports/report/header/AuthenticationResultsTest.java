package dmarcreports.report.header;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.report.SourceIp;
import dmarcreports.report.header.AuthenticationResults.Result;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Results as RFC 8601 has them, as servers write them, and as nobody should. */
class AuthenticationResultsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # body | server | results: method=word reason [properties] (comments)
          example.org 1; none | example.org |
          example.com; spf=pass smtp.mailfrom=example.net | example.com | spf=pass [smtp.mailfrom=example.net]
          example.com; auth=pass (cram-md5) smtp.auth=sender@example.net; spf=pass smtp.mailfrom=example.net | example.com | auth=pass [smtp.auth=sender@example.net] (cram-md5), spf=pass [smtp.mailfrom=example.net]
          example.com; dkim=pass reason="good signature" header.i=@mail-router.example.net; dkim=fail reason="bad signature" header.i=@newyork.example.com | example.com | dkim=pass good signature [header.i=@mail-router.example.net], dkim=fail bad signature [header.i=@newyork.example.com]
          foo.example.net (foobar) 1 (baz); dkim (Because I like it) / 1 (One yay) = (wait for it) fail policy (A dot can go here) . (like that) expired (this surprised me) = (as I wasn't expecting it) 1362471462 | foo.example.net | dkim=fail [policy.expired=1362471462] (Because I like it; One yay; wait for it; A dot can go here; like that; this surprised me; as I wasn't expecting it)
          mx; dmarc=fail (p=NONE sp=QUARANTINE dis=NONE) header.from=example.com | mx | dmarc=fail [header.from=example.com] (p=NONE sp=QUARANTINE dis=NONE)
          spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=a.example; dmarc=none action=none header.from=b.example;compauth=pass reason=109 | - | spf=pass [smtp.mailfrom=a.example] (sender IP is 192.0.2.1), dmarc=none [action=none, header.from=b.example], compauth=pass 109 []
          amazonses.com; spf=pass (ok) client-ip=192.0.2.1; envelope-from=x@a.example; helo=h.example; dkim=pass header.i=@b.example; | amazonses.com | spf=pass [client-ip=192.0.2.1, envelope-from=x@a.example, helo=h.example] (ok), dkim=pass [header.i=@b.example]
          m; DKIM=PASS header.B="ab c" | m | dkim=pass [header.b=ab c]
          m; spf=fail (a (nested (deeply) one) of \\) two) x.y=1 | m | spf=fail [x.y=1] (a (nested (deeply) one) of ) two)
          m; spf=fail (never closed; dkim=pass | m | spf=fail [] (never closed; dkim=pass)
          m; spf=fail reason="never closed; dkim=pass | m | spf=fail never closed; dkim=pass []
          m; =pass; ;;; x; spf= | m | spf= []
          "" | - |
          """)
  void fieldsAreRead(String body, String server, String results) {
    AuthenticationResults read = AuthenticationResults.parse(body);
    assertEquals(Optional.ofNullable(server), read.server());
    assertEquals(
        results == null ? "" : results,
        read.results().stream().map(r -> told(r)).collect(Collectors.joining(", ")));
  }

  private static String told(Result result) {
    String comments =
        result.comments().isEmpty() ? "" : " (" + String.join("; ", result.comments()) + ")";
    return result.method()
        + "="
        + result.word()
        + result.reason().map(r -> " " + r).orElse("")
        + " "
        + result.properties().stream().map(p -> p.name() + "=" + p.value()).toList()
        + comments;
  }

  @Test
  void theClientIsNamedInTheWordsOfServers() {
    String body =
        "m; spf=pass (x: domain of a@b.example designates 2001:db8::1 as permitted sender)";
    Result spf = AuthenticationResults.parse(body).results().get(0);
    assertEquals(Optional.of(new SourceIp("2001:db8::1")), spf.address());
  }

  @Test
  void aFieldOfMegabytesIsReadInTimeAndInBounds() {
    for (String part :
        List.of("(", ")", "\"", ";", "a=b ", "spf=pass;", "spf=pass a.b=c;", "\\(")) {
      String body = "m; " + part.repeat(1 << 18);
      AuthenticationResults read =
          assertTimeoutPreemptively(
              Duration.ofSeconds(20), () -> AuthenticationResults.parse(body), part);
      assertTrue(read.results().size() <= AuthenticationResults.MOST_RESULTS, part);
    }
    AuthenticationResults many = AuthenticationResults.parse("m; " + "spf=pass;".repeat(1000));
    assertEquals(800, many.more());
  }
}
