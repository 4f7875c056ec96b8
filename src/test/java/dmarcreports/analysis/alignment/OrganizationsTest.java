package dmarcreports.analysis.alignment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dmarcreports.analysis.Mail;
import dmarcreports.report.DomainName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrganizationsTest {
  private final List<String> walked = new ArrayList<>();
  private final Organizations organizations = new Organizations(Mail.SUFFIXES, this::walk);

  private Optional<Organizations.Walked> walk(DomainName name) {
    walked.add(name.text());
    DomainName top = new DomainName("example.com");
    return Optional.of(new Organizations.Walked(top, Optional.of(top)));
  }

  private OrganizationMethod.Way way(Mail mail) {
    return Facts.of(mail.evidence(), organizations).method().way();
  }

  private static Mail mail(String spf, String tags) {
    return Mail.from("news.example.com").spf(spf).tags(tags);
  }

  private static Mail walkedMail(String spf) {
    return mail(spf, "discovery_method=treewalk");
  }

  @Test
  void aNameIsClimbedFromOnceHoweverOftenItComes() {
    for (int i = 0; i < 3; i++) {
      assertEquals(OrganizationMethod.Way.WALK, way(walkedMail("bounce.example.com pass")));
    }
    assertEquals(List.of("news.example.com", "bounce.example.com"), walked);
  }

  @Test
  void nobodyClimbsWhereNoReceiverDid() {
    way(mail("bounce.example.com pass", "discovery_method=psl"));
    way(mail("bounce.example.com pass", ""));
    assertEquals(List.of(), walked);
  }

  @Test
  void nobodyClimbsFromANameThatDoesNotLieBelowTheOrganization() {
    assertEquals(OrganizationMethod.Way.WALK, way(walkedMail("us-west-2.amazonses.com pass")));
    assertEquals(List.of("news.example.com"), walked);
  }
}
