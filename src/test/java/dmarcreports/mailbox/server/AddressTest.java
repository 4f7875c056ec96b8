package dmarcreports.mailbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** URLs of mailboxes. */
class AddressTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "imaps://rua@host/INBOX | imaps://rua@host/INBOX",
        "imaps://rua@HOST:993/INBOX/ | imaps://rua@host/INBOX",
        "imap://rua@host:993 | imap://rua@host:993",
        "imaps://rua@example.com@host/A/b/* | imaps://rua%40example.com@host/A/b/*",
        "imaps://r%3Aua@[::1]:1993/A%2Fb%25 | imaps://r%3Aua@[::1]:1993/A%2Fb%25",
        "imaps://rua@host/日本/Entwürfe | imaps://rua@host/日本/Entwürfe",
        "imaps://rua@host/%E6%97%A5 | imaps://rua@host/日",
        "imaps://rua@host/a;b | imaps://rua@host/a%3Bb",
        "pop3s://rua@host:995 | pop3s://rua@host",
        "pop3://rua@host/ | pop3://rua@host"
      })
  void isReadAndWritten(String text, String written) {
    Address address = Address.parse(text);
    assertEquals(written, address.toString());
    assertEquals(address, Address.parse(written));
  }

  @Test
  void hasItsParts() {
    Address address = Address.parse("imaps://r%40a@host:1993/A%2Fb/c/*");
    assertEquals(new Address("imaps", "r@a", "host", 1993, List.of("A/b", "c"), true), address);
    assertEquals(993, Address.parse("imaps://a@h").port());
    assertEquals(143, Address.parse("imap://a@h").port());
    assertEquals(995, Address.parse("pop3s://a@h").port());
    assertEquals(110, Address.parse("pop3://a@h").port());
    assertTrue(Address.parse("imap://a@127.0.0.1").isLoopback());
    assertTrue(Address.parse("imap://a@[::1]").isLoopback());
    assertFalse(Address.parse("imap://a@127.0.0.1.example.com").isLoopback());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "imaps://rua:s3cret@host/INBOX",
        "imaps://rua@x:s3cret@host/INBOX",
        "imaps://:s3cret@host",
        "imaps://host/INBOX",
        "imaps://@host/INBOX",
        "imaps://rua@ho:st:1/INBOX",
        "imaps://rua@host:0",
        "imaps://rua@host:70000",
        "imaps://rua@host/a%2",
        "pop3://rua@host/*",
        "s3://bucket"
      })
  void isRefusedWithoutSayingASecret(String text) {
    String said =
        assertThrows(IllegalArgumentException.class, () -> Address.parse(text)).getMessage();
    assertFalse(said.contains("s3cret"), said);
  }

  @Test
  void filesAreNone() {
    for (String file : List.of("inbox", "./imaps:/x", "imaps:x", "file:///x", "-", "http://x")) {
      assertFalse(Address.isRemote(file), file);
    }
  }
}
