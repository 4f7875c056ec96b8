package dmarcreports.report.header;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dmarcreports.report.DomainName;
import dmarcreports.report.SourceIp;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signatures, hops and what else stands in a header, as they should be and as they are. */
class HeaderWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # body | key | form | flaws
          v=1; a=rsa-sha256; d=example.net; s=brisbane; c=relaxed/simple; h=from:to; bh=MTIz; b=ZHpG | brisbane._domainkey.example.net | relaxed/simple |
          v=1; a=rsa-sha256; d=EXAMPLE.net.; s=bris bane; c=relaxed; h=From : To; bh=MTIz; b=ZHpG | brisbane._domainkey.example.net | relaxed/simple |
          v=1; a=ed25519-sha256; d=example.net; s=a.b; h=from; bh=MTIz; b=ZHpG; x-y=1 | a.b._domainkey.example.net | simple/simple |
          v=2; a=rsa-sha1; d=example.net; s=s; h=to; bh=MTIz; b=ZHpG | s._domainkey.example.net | simple/simple | NO_VERSION FROM_NOT_SIGNED OLD_ALGORITHM
          v=1; a=rsa-sha256; d=no domain!; s=s; h=from; bh=MTIz; b=ZHpG | - | simple/simple | NO_DOMAIN
          v=1; a=rsa-sha256; d=example.net; d=example.org; s=s; h=from; bh=MTIz; b=ZHpG | s._domainkey.example.net | simple/simple | REPEATED_TAG
          v=1; a=rsa-sha256; d=example.net; s=s; c=odd/relaxed; h=from; bh=MTIz; b=ZHpG; junk | s._domainkey.example.net | odd/relaxed | NO_TAG UNKNOWN_FORM
          v=1; a=rsa-sha256; d=example.net; s=s; h=from; bh=MTIz; b=ZHpG; i=x@sub.example.net | s._domainkey.example.net | simple/simple |
          v=1; a=rsa-sha256; d=example.net; s=s; h=from; bh=MTIz; b=ZHpG; i=x@example.org | s._domainkey.example.net | simple/simple | IDENTITY_OUTSIDE_DOMAIN
          v=1; a=rsa-sha256; d=example.net; s=s; h=from; bh=MTIz; b=ZHpG; t=100; x=99 | s._domainkey.example.net | simple/simple | EXPIRES_BEFORE_SIGNED
          -            | - | simple/simple | NO_VERSION NO_DOMAIN NO_SELECTOR NO_ALGORITHM NO_BODY_HASH NO_SIGNATURE FROM_NOT_SIGNED
          """)
  void signatures(String body, String key, String form, String flaws) {
    DkimSignature read = DkimSignature.parse(body == null ? "" : body);
    assertEquals(Optional.ofNullable(key), read.key());
    assertEquals(form, read.headerForm() + "/" + read.bodyForm());
    assertEquals(
        flaws == null ? "" : flaws,
        read.flaws().stream().map(Enum::name).collect(Collectors.joining(" ")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # body | helo | address | by | time
          from mail.example.org (mail.example.org [192.0.2.1]) by mx.example.net (Postfix) with ESMTPS id 1 for <a@b>; Mon,  2 Nov 2026 12:00:09 +0000 (UTC) | mail.example.org | 192.0.2.1 | mx.example.net | 2026-11-02T12:00:09Z
          from A.example.com (2001:db8::21) by B.example.com (2001:db8::5) with Microsoft SMTP Server id 15; Tue, 3 Nov 2026 04:08:19 -0800 | A.example.com | 2001:db8::21 | b.example.com | 2026-11-03T12:08:19Z
          from [192.0.2.9] (unknown [IPv6:2001:db8::9]) by mx.example.net; 3 Nov 2026 04:08 GMT | [192.0.2.9] | 2001:db8::9 | mx.example.net | 2026-11-03T04:08:00Z
          by 2002:a17:906:1 with SMTP id x; Tue, 03 Nov 2026 04:08:19 -0800 (PST) | - | - | - | 2026-11-03T12:08:19Z
          (qmail 12 invoked from network); 2 Nov 2026 12:00:09 -0000 | - | - | - | 2026-11-02T12:00:09Z
          from localhost (localhost [127.0.0.1]) by localhost (amavis); Mon, 32 Nov 2026 12:00:09 +0000 | localhost | 127.0.0.1 | - | -
          - | - | - | - | -
          """)
  void hops(String body, String helo, String address, String by, String time) {
    Received read = Received.parse(body == null ? "" : body);
    assertEquals(Optional.ofNullable(helo), read.helo());
    assertEquals(Optional.ofNullable(address), read.address().map(SourceIp::text));
    assertEquals(Optional.ofNullable(by), read.by().map(DomainName::text));
    assertEquals(Optional.ofNullable(time), read.at().map(Object::toString));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # Feedback-ID | region | account
          1.eu-west-1.CTa/CO4t1eWkL0VlHBu5/eINCZhxZraAIsQC/FZHIgk=:AmazonSES | eu-west-1 | CTa/CO4t1eWkL0VlHBu5/eINCZhxZraAIsQC/FZHIgk=
          ::1.us-gov-east-1.abc=:AmazonSES | us-gov-east-1 | abc=
          campaign:customer:1.us-east-1.abc=:AmazonSES | us-east-1 | abc=
          1.nowhere.abc=:AmazonSES | - | -
          1.eu-west-1.abc:SendGrid | - | -
          """)
  void feedbackOfAmazonSes(String body, String region, String account) {
    Optional<SesFeedback> read = SesFeedback.parse(body);
    assertEquals(Optional.ofNullable(region), read.map(SesFeedback::region));
    assertEquals(Optional.ofNullable(account), read.map(SesFeedback::account));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # Received-SPF | word | address | sender
          pass (mx.example.net: domain of a@b.example designates 192.0.2.1 as permitted sender) client-ip=192.0.2.1; envelope-from="a@b.example"; helo=h.example; | pass | 192.0.2.1 | a@b.example
          Pass (x) receiver=r.example; client-ip=2001:db8::1; helo=h | pass | 2001:db8::1 | -
          - | - | - | -
          """)
  void receivedSpf(String body, String word, String address, String sender) {
    ReceivedSpf read = ReceivedSpf.parse(body == null ? "" : body);
    assertEquals(word == null ? "" : word, read.word());
    assertEquals(Optional.ofNullable(address), read.address().map(SourceIp::text));
    assertEquals(Optional.ofNullable(sender), read.envelopeFrom());
  }

  @ParameterizedTest
  @CsvSource({
    "'i=2; mx.example.net; spf=pass smtp.mailfrom=a.example', 2, mx.example.net, 1",
    "'mx.example.net; none', 0, mx.example.net, 0",
  })
  void claimsOfWhoPassedItOn(String body, int instance, String host, int results) {
    ArcResults read = ArcResults.parse(body);
    assertEquals(instance, read.instance());
    assertEquals(Optional.of(host), read.results().server());
    assertEquals(results, read.results().results().size());
  }
}
