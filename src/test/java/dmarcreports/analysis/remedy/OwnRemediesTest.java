package dmarcreports.analysis.remedy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dmarcreports.analysis.SpokenRemedy;
import dmarcreports.analysis.Told;
import dmarcreports.analysis.alignment.Cause;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnRemediesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "192.0.2.1             | OWN_FAIL     | ip4:192.0.2.1 REST-OF-PRESENT-RECORD",
        "192.0.2.1 2001:db8::1 | OWN_SOFTFAIL"
            + " | ip4:192.0.2.1 ip6:2001:db8::1 REST-OF-PRESENT-RECORD",
        "192.0.2.1             | OWN_NEUTRAL  | ip4:192.0.2.1 REST-OF-PRESENT-RECORD",
        "192.0.2.1             | OWN_NONE     | ip4:192.0.2.1 ~all",
        "''                    | OWN_FAIL     | ip4:ADDRESS-RANGE REST-OF-PRESENT-RECORD",
      })
  void theAddressesAreListedInTheRecordOfTheReturnPath(
      String addresses, Cause cause, String terms) {
    assertEquals(
        List.of("mail.example.com. TXT \"v=spf1 " + terms + "\""),
        Told.under("example.com p=none")
            .addresses(addresses)
            .spf(cause)
            .spfDomains("mail.example.com")
            .remedy("authorize_in_spf")
            .dnsRecords());
  }

  @Test
  void trap04TheRecordOfTheDomainItselfIsChangedOnlyWhereItIsTheReturnPath() {
    Told told = Told.under("example.com p=none").spf(Cause.OWN_FAIL);
    List<String> elsewhere =
        told.spfDomains("mail.example.com").remedy("authorize_in_spf").dnsRecords();
    assertTrue(elsewhere.stream().noneMatch(r -> r.startsWith("example.com. ")));
    List<String> itself = told.spfDomains("example.com").remedy("authorize_in_spf").dnsRecords();
    assertTrue(itself.get(0).startsWith("example.com. TXT "));
    assertEquals(List.of(), told.spfDomains("").remedy("authorize_in_spf").dnsRecords());
  }

  @Test
  void moreThanTenAddressesAreRangesThatTheOwnerDecides() {
    SpokenRemedy ten = of(10, "192.0.2.");
    assertTrue(ten.dnsRecords().get(0).contains("ip4:192.0.2.109 "));
    SpokenRemedy eleven = of(11, "192.0.2.");
    assertEquals(
        List.of("example.com. TXT \"v=spf1 ip4:ADDRESS-RANGE REST-OF-PRESENT-RECORD\""),
        eleven.dnsRecords());
    assertTrue(eleven.steps().get(0).endsWith("192.0.2.109 and 1 more."), eleven.steps().get(0));
  }

  @Test
  void aLongRecordIsSeveralStringsThatJoinToTheSame() {
    String line = of(10, "2001:db8:1111:2222:3333:4444:5555:6").dnsRecords().get(0);
    List<String> strings = List.of(line.replaceAll("^.*? TXT \"|\"$", "").split("\" \""));
    assertEquals(2, strings.size());
    assertTrue(strings.stream().allMatch(s -> s.length() <= 255));
    List<String> terms = List.of(String.join("", strings).split(" "));
    assertEquals(12, terms.size());
    assertEquals("v=spf1", terms.get(0));
    assertEquals("ip6:2001:db8:1111:2222:3333:4444:5555:6109", terms.get(10));
    assertEquals("REST-OF-PRESENT-RECORD", terms.get(11));
  }

  @Test
  void trap09ABrokenRecordFailsForAllSendersAndIsCheckedForFourThings() {
    SpokenRemedy remedy =
        Told.under("example.com p=none").spfDomains("mail.example.com").remedy("repair_spf");
    assertTrue(remedy.steps().contains("Read the present record: dig +short TXT mail.example.com"));
    assertEquals(
        List.of("mail.example.com. TXT \"v=spf1 YOUR-SENDERS ~all\""), remedy.dnsRecords());
    assertTrue(remedy.assumes().contains("every sender with that return path fails"));
    String steps = String.join("\n", remedy.steps());
    for (String word : List.of("one record", "at most ten", "at most two look-ups", "spelling")) {
      assertTrue(steps.contains(word), word);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"authorize_in_spf", "repair_spf"})
  void aPassForAnotherNameDoesNotCountUnderStrict(String code) {
    String warning = "a pass for mail.example.com counts only";
    Told strict = Told.under("example.com aspf=s").spfDomains("mail.example.com");
    assertTrue(strict.remedy(code).needs().contains(warning));
    Told relaxed = Told.under("example.com aspf=r").spfDomains("mail.example.com");
    assertFalse(relaxed.remedy(code).needs().contains(warning));
  }

  @Test
  void aNewKeyIsPublishedForEachDomainThatMailIsWrittenAs() {
    SpokenRemedy remedy =
        Told.under("example.com p=none").from("example.com a.example.com").remedy("publish_dkim");
    assertEquals(
        List.of(
            "SELECTOR._domainkey.a.example.com. TXT \"v=DKIM1; k=rsa; p=PUBLIC-KEY\"",
            "SELECTOR._domainkey.example.com. TXT \"v=DKIM1; k=rsa; p=PUBLIC-KEY\""),
        remedy.dnsRecords());
  }

  @ParameterizedTest
  @ValueSource(strings = {"publish_dkim", "repair_dkim"})
  void theLastServerSigns(String code) {
    assertTrue(
        String.join("\n", Told.under("example.com p=none").remedy(code).steps())
            .contains("after every gateway, footer"));
  }

  @Test
  void aBrokenKeyIsPublishedUnderTheSelectorThatFails() {
    SpokenRemedy remedy =
        Told.under("example.com p=none")
            .dkim(Cause.OWN_PERMERROR)
            .brokenKeys("s1._domainkey.example.com,mail.2026._domainkey.example.com")
            .remedy("repair_dkim");
    assertEquals(
        List.of(
            "mail.2026._domainkey.example.com. TXT \"v=DKIM1; k=rsa; p=PUBLIC-KEY\"",
            "s1._domainkey.example.com. TXT \"v=DKIM1; k=rsa; p=PUBLIC-KEY\""),
        remedy.dnsRecords());
    assertTrue(
        remedy
            .steps()
            .contains("Ask for the key as receivers do: dig +short TXT s1._domainkey.example.com"));
  }

  @Test
  void anIdentityOfItsOwnIsMadeWhereTheMailIsSigned() {
    Told told = Told.under("example.com adkim=s").from("news.example.com");
    assertTrue(
        String.join("\n", told.by("Twilio SendGrid").remedy("own_identity").steps())
            .contains("Set up news.example.com at Twilio SendGrid"));
    assertEquals(
        List.of("SELECTOR._domainkey.news.example.com. TXT \"v=DKIM1; k=rsa; p=PUBLIC-KEY\""),
        told.by("nobody").remedy("own_identity").dnsRecords());
    assertTrue(
        told.by("Amazon SES").remedy("own_identity").dnsRecords().get(0).contains(" CNAME "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Twilio SendGrid |                  | Twilio SendGrid,NAME,ours",
        "                | stranger.example | stranger.example,NAME,ours",
        "nobody          |                  | 192.0.2.1,NAME,ours"
      })
  void askingSaysWhatToWriteIntoTheSendersFile(String service, String stranger, String line) {
    Told told = Told.under("example.com p=none");
    told = service == null ? told : told.by(service);
    told = stranger == null ? told : told.stranger(stranger);
    SpokenRemedy remedy = told.remedy("ask_owner");
    assertTrue(String.join("\n", remedy.steps()).contains("write the line " + line));
    assertTrue(String.join("\n", remedy.steps()).contains("--senders FILE"));
    assertEquals(List.of(), remedy.dnsRecords());
  }

  @Test
  void waitingSaysWhatToWatch() {
    SpokenRemedy remedy =
        Told.under("example.com p=none")
            .spfDomains("mail.example.com")
            .brokenKeys("s1._domainkey.example.com")
            .remedy("wait");
    assertTrue(
        String.join("\n", remedy.steps())
            .contains("TXT records of mail.example.com, s1._domainkey.example.com."));
    assertEquals(List.of(), remedy.dnsRecords());
  }

  private static SpokenRemedy of(int addresses, String prefix) {
    return Told.under("example.com p=none")
        .addresses(
            IntStream.range(100, 100 + addresses)
                .mapToObj(i -> prefix + i)
                .collect(Collectors.joining(" ")))
        .spf(Cause.OWN_FAIL)
        .spfDomains("example.com")
        .remedy("authorize_in_spf");
  }
}
