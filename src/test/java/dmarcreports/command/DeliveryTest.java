package dmarcreports.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dmarcreports.MailTransfer;
import dmarcreports.PostBox;
import dmarcreports.Rua;
import dmarcreports.SilentSmtp;
import jakarta.mail.BodyPart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The digest by mail and to webhooks, over real servers. */
class DeliveryTest {
  private static final String SECRET = "a secret of both";
  private static final String HOOK_SECRET = "T0P-S3CRET";

  @TempDir Path folder;
  private Rua rua;
  private Program program;
  private MailTransfer server;
  private int nights;

  @BeforeEach
  void fill() throws Exception {
    rua = new Rua(folder.resolve("inbox"));
    rua.report("mx.example.net", "2026-11-20", Rua.ses(50), Rua.easyDkim(50));
    program = new Program(folder, "reports");
    program.environment.put("DMARC_REPORTS_SMTP_PASSWORD", MailTransfer.PASSWORD);
    server = MailTransfer.shared();
  }

  private int night(String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "nightly",
                rua.directory().toString(),
                "--out",
                folder.resolve("out").toString(),
                "--wait",
                "0s",
                "-q"));
    args.addAll(List.of(more));
    return program.run(args.toArray(String[]::new));
  }

  /** Over the real mail server. */
  private int mailed(String... more) {
    List<String> args =
        new ArrayList<>(
            List.of("--smtp", server.starttls(), "--tls-ca", server.authority().toString()));
    args.addAll(List.of(more));
    return night(args.toArray(String[]::new));
  }

  /** Another day with news of a domain: a source that was never seen. */
  private void news(String domain) throws IOException {
    nights++;
    String source = Rua.record("198.51." + nights + ".7", 7, "mailer.example", "mailer.example");
    rua.about(domain, "mx.example.net", "2026-11-2" + nights, source, Rua.easyDkim(50));
  }

  private static MimeMessage read(String mail) throws Exception {
    return new MimeMessage(
        Session.getInstance(new Properties()),
        new ByteArrayInputStream(mail.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private void isOneLine(String... words) {
    assertEquals(1, program.err.lines().count(), program.err);
    for (String word : words) {
      assertTrue(program.err.contains(word), program.err);
    }
    assertFalse(program.err.contains(MailTransfer.PASSWORD), program.err);
    assertFalse(program.err.contains(HOOK_SECRET), program.err);
    assertFalse(program.err.contains("\u001b"), program.err);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ja"})
  void aMailIsWhatMailProgramsShow(String language) throws Exception {
    String to = "one-" + language + "@example.com";
    boolean english = language.equals("en");
    String url = english ? server.starttls() : server.tls();
    int code =
        night(
            "--smtp",
            url,
            "--tls-ca",
            server.authority().toString(),
            "--mail-to",
            to,
            "--lang",
            language,
            "--attach-page");
    assertEquals(0, code, program.err);
    assertEquals("", program.err);
    MimeMessage mail = read(server.mails(to, 1).get(0));
    assertEquals(
        english
            ? "dmarc-reports: example.com: first digest, 1 action open, 50 of 50 failing messages"
                + " repairable"
            : "dmarc-reports: example.com：初回のダイジェスト、未対応 1 件、不合格 50 通のうち 50 通を解消可能",
        mail.getSubject());
    assertEquals("dmarc-reports <rua@example.com>", mail.getFrom()[0].toString());
    assertEquals("auto-generated", mail.getHeader("Auto-Submitted", null));
    assertEquals("<dmarc-reports.example.com>", mail.getHeader("List-Id", null));
    assertTrue(mail.getMessageID().matches("<[0-9a-f-]{36}@example\\.com>"), mail.getMessageID());
    assertEquals(mail.getHeader("References", null), mail.getHeader("In-Reply-To", null));
    MimeMultipart all = (MimeMultipart) mail.getContent();
    MimeMultipart both = (MimeMultipart) all.getBodyPart(0).getContent();
    assertTrue(both.getContentType().startsWith("multipart/alternative"), both.getContentType());
    String text = (String) both.getBodyPart(0).getContent();
    assertTrue(both.getBodyPart(0).isMimeType("text/plain"));
    assertTrue(text.contains(english ? "turn on Easy DKIM" : "Easy DKIM を有効化"), text);
    text.lines().forEach(line -> assertTrue(line.length() <= 80, line));
    String html = (String) both.getBodyPart(1).getContent();
    assertTrue(both.getBodyPart(1).isMimeType("text/html"));
    assertTrue(html.contains(english ? "turn on Easy DKIM" : "Easy DKIM を有効化"), html);
    assertFalse(html.matches("(?s).*(<script|<img|<link|http:|https:|url\\().*"), html);
    BodyPart page = all.getBodyPart(1);
    assertEquals("findings.html", page.getFileName());
    assertEquals(
        Files.readString(folder.resolve("out/findings.html")),
        new String(page.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
  }

  @Test
  void eachDomainHasItsThread() throws Exception {
    String to = "threads@example.com";
    rua.about("example.org", "mx.example.net", "2026-11-20", Rua.easyDkim(50));
    assertEquals(0, mailed("--mail-to", to), program.err);
    news("example.com");
    news("example.org");
    assertEquals(0, mailed("--mail-to", to), program.err);
    news("example.org");
    assertEquals(0, mailed("--mail-to", to), program.err);
    assertEquals(0, mailed("--mail-to", to, "--only-news"), program.err);
    Map<String, Set<String>> threads = new TreeMap<>();
    Set<String> ids = new HashSet<>();
    for (String one : server.mails(to, 4)) {
      MimeMessage mail = read(one);
      threads
          .computeIfAbsent(mail.getHeader("References", null), thread -> new TreeSet<>())
          .add(mail.getSubject().replaceAll(",.*", ""));
      ids.add(mail.getMessageID());
    }
    assertEquals(4, ids.size());
    assertEquals(
        Set.of(
            Set.of("dmarc-reports: 2 domains: first digest"),
            Set.of("dmarc-reports: example.com: 1 new action"),
            Set.of(
                "dmarc-reports: example.org: 1 new action",
                "dmarc-reports: example.org: 1 new source")),
        Set.copyOf(threads.values()));
  }

  @Test
  void ofManyDomainsTheWorstHaveMailsOfTheirOwn() throws Exception {
    String to = "many@example.com";
    night();
    for (int i = 0; i < 24; i++) {
      rua.about("d" + i + ".example", "mx.example.net", "2026-11-21", Rua.ses(i + 1));
    }
    assertEquals(0, mailed("--mail-to", to), program.err);
    List<String> mails = server.mails(to, 21);
    assertEquals(21, mails.size());
    List<String> subjects = new ArrayList<>();
    for (String one : mails) {
      subjects.add(read(one).getSubject());
    }
    assertTrue(subjects.stream().anyMatch(one -> one.contains(" d23.example: ")), "" + subjects);
    assertTrue(subjects.stream().noneMatch(one -> one.contains(" d3.example: ")), "" + subjects);
    String others =
        mails.stream().filter(one -> one.contains("25 domains: 4 new domains")).findFirst().get();
    assertTrue(others.contains("d3.example: ") && !others.contains("d9.example: "), others);
  }

  @Test
  void oneAddressThatIsRefusedCostsTheOthersNothing() throws Exception {
    String good = "good@example.com";
    String[] both = {"--mail-to", good, "--mail-to", MailTransfer.LATER};
    assertEquals(1, mailed(both));
    isOneLine(MailTransfer.LATER, "451 4.2.1 the mailbox is busy", "the next run", "smtp://rua");
    assertEquals(1, server.mails(good, 1).size());
    news("example.com");
    assertEquals(1, mailed(both));
    isOneLine("2 messages wait");
    assertEquals(2, server.mails(good, 2).size());
    assertEquals(1, mailed("--mail-to", MailTransfer.NOBODY));
    isOneLine("550 5.1.1 no such user");
  }

  @Test
  void whatWasNotTakenIsTheSameMailTheNextNight() throws Exception {
    try (SilentSmtp smtp = new SilentSmtp(SilentSmtp.Then.CANNOT_NOW)) {
      String[] there = {"--smtp", smtp.url(), "--mail-to", "a@example.com", "--only-news"};
      assertEquals(1, night(there));
      isOneLine("a@example.com", "451 4.3.0 the disk is full");
      smtp.now(SilentSmtp.Then.ENDS);
      assertEquals(1, night(there));
      isOneLine("a@example.com", "lost");
      smtp.now(SilentSmtp.Then.NEVER);
      assertEquals(1, night(there));
      isOneLine("554 5.7.1 not this mail");
      smtp.now(SilentSmtp.Then.SAYS_SO);
      assertEquals(0, night(there), program.err);
      assertEquals(0, night(there), program.err);
      String first = smtp.next();
      List<String> all = smtp.rest();
      assertEquals(3, all.size());
      for (String one : all) {
        assertEquals(read(first).getMessageID(), read(one).getMessageID());
        assertEquals(read(first).getSubject(), read(one).getSubject());
      }
    }
  }

  @Test
  void aServerThatCannotBeTrustedGetsNothing() throws Exception {
    String to = "untrusted@example.com";
    assertEquals(1, night("--smtp", server.tls(), "--mail-to", to));
    isOneLine("not of an authority that is trusted", "--tls-ca", to);
    assertEquals(1, night("--smtp", server.starttls(), "--mail-to", to));
    isOneLine("not of an authority that is trusted");
    program.environment.put("DMARC_REPORTS_SMTP_PASSWORD", "wr0ng");
    assertEquals(1, mailed("--mail-to", to, "--mail-to", "other@example.com"));
    assertEquals(2, program.err.lines().count(), program.err);
    assertTrue(program.err.contains("refuses the log-in of rua@example.com: 535"), program.err);
    assertFalse(program.err.contains("wr0ng"), program.err);
    program.environment.put("DMARC_REPORTS_SMTP_PASSWORD", MailTransfer.PASSWORD);
    assertEquals(1, mailed("--mail-to", to, "--mail-from", MailTransfer.REFUSED_SENDER));
    isOneLine("refuses the sender", "--mail-from");
    assertEquals(0, mailed("--mail-to", to), program.err);
    assertEquals(5, server.mails(to, 5).size(), "every night was told, once");
  }

  @Test
  void wrongUsageIsSaidBeforeAnythingIsDone() {
    for (String[] wrong :
        new String[][] {
          {"--mail-to", "a@example.com\r\nBcc: b@example.com"},
          {"--mail-to", "a@example.com", "--mail-from", "nobody"},
          {"--mail-to", "a@example.com", "--smtp", "smtps://a:c0rrect+horse@localhost"},
          {"--mail-to", "a@example.com", "--smtp", "imaps://a@localhost"},
          {"--attach-page"},
          {"--webhook", "http://hooks.example.com/T0P-S3CRET"},
          {"--webhook", "https://me:T0P-S3CRET@hooks.example.com/"},
          {"--webhook", "https://hooks.slack.com/services/T0P-S3CRET"},
          {"--webhook", "ftp://T0P-S3CRET"}
        }) {
      assertEquals(2, night(wrong), String.join(" ", wrong));
      assertFalse(program.err.contains("S3CRET") || program.err.contains("horse"), program.err);
      assertFalse(Files.exists(folder.resolve("reports.mv.db")));
    }
  }

  @Test
  void whatStrangersSayMakesNoHeaderAndNoMarkup() throws Exception {
    String to = "inert@example.com";
    String evil = "x&#13;&#10;Bcc: v@a.b&#x9b;&lt;img>";
    for (int day = 10; day < 20; day++) {
      rua.report("evil", "2026-11-" + day, Rua.easyDkim(1));
    }
    try (var files = Files.list(rua.directory())) {
      for (Path file : files.filter(f -> f.getFileName().toString().startsWith("evil")).toList()) {
        String xml = Files.readString(file);
        Files.writeString(file, xml.replaceFirst("<org_name>[^<]*<", "<org_name>" + evil + "<"));
      }
    }
    night();
    rua.report("mx.example.net", "2026-11-28", Rua.easyDkim(9));
    try (PostBox posts = PostBox.open()) {
      assertEquals(0, mailed("--mail-to", to, "--webhook", "slack+" + posts.url()), program.err);
      String mail = server.mails(to, 1).get(0);
      assertTrue(mail.contains("v@a.b"), "it is told that this reporter is quiet");
      String head = mail.substring(0, mail.indexOf("\n\n"));
      assertFalse(head.contains("v@a.b"), head);
      MimeMultipart both = (MimeMultipart) read(mail).getContent();
      for (int part = 0; part < 2; part++) {
        String said = (String) both.getBodyPart(part).getContent();
        assertFalse(said.matches("(?s).*[\u001b\u009b].*"), said);
        assertFalse(part == 1 && said.contains("<img"), said);
      }
      assertFalse(posts.posts.get(0).body().contains("\\u009b"), posts.posts.get(0).body());
    }
  }

  private static String signed(String second, String body) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    byte[] bytes = (second + "." + body).getBytes(StandardCharsets.UTF_8);
    return "sha256=" + HexFormat.of().formatHex(mac.doFinal(bytes));
  }

  @Test
  void aWebhookGetsTheDigestSignedAndOnce() throws Exception {
    program.environment.put("DMARC_REPORTS_WEBHOOK_SECRET", SECRET);
    try (PostBox posts = PostBox.secure(server)) {
      posts.answers(503, 429, 200);
      String ca = server.authority().toString();
      String[] there = {"--webhook", posts.url(), "--only-news", "--tls-ca", ca};
      assertEquals(0, night(there), program.err);
      assertEquals("", program.err);
      assertEquals(0, night(there), program.err);
      assertEquals(3, posts.posts.size());
      Set<String> names = new HashSet<>();
      for (PostBox.Post post : posts.posts) {
        names.add(post.header("X-Dmarc-Reports-Delivery"));
        assertEquals(
            signed(post.header("X-Dmarc-Reports-Timestamp"), post.body()),
            post.header("X-Dmarc-Reports-Signature"));
      }
      assertEquals(1, names.size());
      JsonNode digest = new ObjectMapper().readTree(posts.posts.get(2).body());
      assertEquals(1, digest.get("schema_version").asInt());
      assertEquals("2026-11-20", digest.get("day").asText());
      assertEquals(50, digest.get("dmarc_fail").asLong());
      assertTrue(digest.get("needs_attention").asBoolean());
      assertEquals("to_do", digest.get("open").get(0).get("kind").asText());
      assertEquals("example.com", digest.get("open").get(0).get("domain").asText());
      for (Path file : List.of(folder.resolve("reports.mv.db"))) {
        assertFalse(
            Files.readString(file, StandardCharsets.ISO_8859_1).contains(HOOK_SECRET), "kept");
      }
    }
  }

  @Test
  void slackAndTeamsGetWhatTheyTake() throws Exception {
    for (int i = 0; i < 60; i++) {
      rua.about("d" + i + ".example", "mx.example.net", "2026-11-21", Rua.ses(i + 1));
    }
    program.environment.put("DMARC_REPORTS_WEBHOOK", "");
    try (PostBox slack = PostBox.open();
        PostBox teams = PostBox.open()) {
      program.environment.put(
          "DMARC_REPORTS_WEBHOOK", "slack+" + slack.url() + " teams+" + teams.url());
      assertEquals(0, night(), program.err);
      JsonNode message = new ObjectMapper().readTree(slack.posts.get(0).body());
      assertTrue(message.get("text").asText().startsWith("dmarc-reports: 61 domains: first"));
      assertTrue(message.get("blocks").size() <= 50, message.toString());
      for (JsonNode block : message.get("blocks")) {
        JsonNode text = block.has("text") ? block.get("text") : block.get("elements").get(0);
        assertEquals("plain_text", text.get("type").asText());
        boolean header = block.get("type").asText().equals("header");
        assertTrue(text.get("text").asText().length() <= (header ? 150 : 3000));
      }
      String body = teams.posts.get(0).body();
      assertTrue(body.length() <= 28_000, "" + body.length());
      JsonNode card = new ObjectMapper().readTree(body).get("attachments").get(0);
      assertEquals("application/vnd.microsoft.card.adaptive", card.get("contentType").asText());
      assertEquals("AdaptiveCard", card.get("content").get("type").asText());
      assertTrue(card.get("content").get("body").size() > 10);
    }
  }

  @Test
  void aWebhookThatRefusesIsTriedAgainByTheNextRunOnly() throws Exception {
    try (PostBox posts = PostBox.open()) {
      posts.words = "\u001b[31mno_team\nmore";
      for (int status : List.of(404, 400, 302)) {
        int before = posts.posts.size();
        posts.answers(status);
        assertEquals(1, night("--webhook", posts.url(), "--only-news"));
        isOneLine("http://localhost:", "answers " + status, "the next run");
        assertEquals(before + 1, posts.posts.size());
      }
      assertEquals(0, night("--webhook", posts.url(), "--only-news"), program.err);
      assertEquals(4, posts.posts.size());
      assertEquals(
          posts.posts.get(0).header("X-Dmarc-Reports-Delivery"),
          posts.posts.get(3).header("X-Dmarc-Reports-Delivery"));
      news("example.com");
      posts.answers(500, 500, 500, 500);
      assertEquals(1, night("--webhook", posts.url()));
      assertEquals(8, posts.posts.size());
      assertNotEquals(
          posts.posts.get(0).header("X-Dmarc-Reports-Delivery"),
          posts.posts.get(7).header("X-Dmarc-Reports-Delivery"));
    }
  }

  @Test
  void aMessageThatAWebhookRefusesDoesNotHoldUpTheNext() throws Exception {
    try (PostBox posts = PostBox.open()) {
      posts.answers(404);
      assertEquals(1, night("--webhook", posts.url()));
      news("example.com");
      posts.answers(413);
      assertEquals(1, night("--webhook", posts.url()));
      isOneLine("answers 413", "; it waits for the next run");
      assertEquals(3, posts.posts.size());
      assertNotEquals(
          posts.posts.get(1).header("X-Dmarc-Reports-Delivery"),
          posts.posts.get(2).header("X-Dmarc-Reports-Delivery"));
      assertEquals(0, night("--webhook", posts.url(), "--only-news"), program.err);
      assertEquals(
          posts.posts.get(1).header("X-Dmarc-Reports-Delivery"),
          posts.posts.get(3).header("X-Dmarc-Reports-Delivery"));
    }
  }

  /** One that accepts and goes on talking, and one whose certificate is nobody's. */
  @Test
  void aWebhookCannotHoldTheNightUp() throws Exception {
    try (ServerSocket talking = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        PostBox secure = PostBox.secure(server)) {
      Thread thread = new Thread(() -> talk(talking));
      thread.setDaemon(true);
      thread.start();
      String url = "http://localhost:" + talking.getLocalPort() + "/" + HOOK_SECRET;
      assertEquals(0, night("--webhook", url), program.err);
      assertEquals(1, night("--webhook", secure.url()));
      isOneLine("not of an authority that is trusted", "--tls-ca");
      assertEquals(List.of(), secure.posts);
    }
  }

  private static void talk(ServerSocket listening) {
    try (Socket client = listening.accept()) {
      client.getInputStream().read(new byte[1 << 16]);
      byte[] words = "HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
      client.getOutputStream().write(words);
      while (true) {
        client.getOutputStream().write(new byte[1 << 16]);
      }
    } catch (IOException gone) {
      // as it should be
    }
  }
}
