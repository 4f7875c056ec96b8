package dmarcreports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deliveries night after night, by the real jar: none is lost, and none is made twice. */
class DeliveryIT {
  private static final Pattern ID = Pattern.compile("(?m)^Message-ID: (.*)$");

  @TempDir Path folder;

  private String night(String more) throws Exception {
    new Rua(folder.resolve("inbox")).report("mx.example.net", "2026-11-20", Rua.ses(50));
    return "nightly inbox --db reports --out out --wait 1s --only-news " + more;
  }

  private Jar.Run run(String more) throws Exception {
    ProcessBuilder builder = new Jar(folder).script("jar " + night(more));
    builder.environment().put("DMARC_REPORTS_SMTP_PASSWORD", MailTransfer.PASSWORD);
    return new Jar(folder).run(builder);
  }

  @Test
  void whatFailsOneNightIsToldTheNextAndThenNeverAgain() throws Exception {
    MailTransfer server = MailTransfer.shared();
    String to = "nights@example.com";
    try (PostBox posts = PostBox.open()) {
      String receivers = " --mail-to " + to + " --webhook " + posts.url() + " --smtp ";
      String there = receivers + server.tls() + " --tls-ca " + server.authority();
      posts.answers(404);
      Jar.Run first = run(receivers + "smtps://rua%40example.com@localhost:" + FreePort.next());
      assertEquals(1, first.code(), first.err());
      assertTrue(first.err().contains("for " + to + " was not delivered: smtps://"), first.err());
      assertTrue(first.err().contains("connection refused"), first.err());
      assertTrue(first.err().contains("for http://localhost:"), first.err());
      assertTrue(first.out().contains("first digest"), first.out());

      Jar.Run second = run(there);
      assertEquals(0, second.code(), second.err());
      assertTrue(server.mails(to, 1).get(0).contains("first digest"));
      assertEquals(2, posts.posts.size());
      assertTrue(posts.posts.get(1).body().contains("first digest"));

      Jar.Run third = run(there);
      assertEquals(0, third.code(), third.err());
      assertEquals(1, server.mails(to, 1).size());
      assertEquals(2, posts.posts.size());
    }
  }

  /** The server has taken the mail, and the run ends before it knows. */
  @Test
  void afterAKillItIsTheSameMailAgain() throws Exception {
    try (SilentSmtp smtp = new SilentSmtp(SilentSmtp.Then.WAITS)) {
      String there = "--mail-to a@example.com --smtp " + smtp.url();
      Process killed = new Jar(folder).script("jar " + night(there)).start();
      String mail = smtp.next();
      killed.descendants().forEach(ProcessHandle::destroyForcibly);
      killed.destroyForcibly();
      assertTrue(killed.waitFor(30, TimeUnit.SECONDS));

      smtp.now(SilentSmtp.Then.SAYS_SO);
      Jar.Run next = run(there);
      assertEquals(0, next.code(), next.err());
      assertTrue(next.err().contains("may have arrived before"), next.err());
      assertEquals(id(mail), id(smtp.next()));
      assertEquals(0, run(there).code());
      assertEquals(List.of(), smtp.rest());
    }
  }

  private static String id(String mail) {
    Matcher id = ID.matcher(mail);
    assertTrue(id.find(), mail);
    return id.group(1);
  }
}
