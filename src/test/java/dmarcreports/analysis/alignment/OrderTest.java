package dmarcreports.analysis.alignment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dmarcreports.analysis.Mail;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is alike stands in one place, whatever order it came in. */
class OrderTest {
  /** No two amount to the same. */
  private static final List<Mail> DIFFERENT =
      List.of(
          Mail.from("-"),
          mail(),
          mail().underPolicyOf("news.example.com"),
          Mail.from("news.example.com").underPolicyOf("example.com"),
          mail().treated("reject/none"),
          mail().treated("none/reject"),
          mail().treated("none/-"),
          mail().modes("s/r"),
          mail().modes("r/s"),
          mail().bounce(),
          mail().reason("forwarded"),
          mail().words("pass/fail"),
          mail().words("-/fail"),
          mail().words("fail/pass"),
          mail().spf("example.com fail"),
          mail().spf("mail.example.com fail"),
          mail().spf("mail.example.com fail,example.com fail"),
          mail().spf(". fail"),
          mail().dkim("example.com fail"),
          mail().dkim("example.com fail,example.com pass"),
          mail().dkim("example.com pass s1"),
          mail().dkim("example.com pass s1,example.com pass s2"),
          mail().dkim("example.com fail s1,example.com pass s1"));

  private static Mail mail() {
    return Mail.from("example.com");
  }

  private static List<Facts> facts() {
    return DIFFERENT.stream().map(m -> Facts.of(m.evidence(), Mail.ORGANIZATIONS)).toList();
  }

  @Test
  void whatDiffersHasAPlaceOfItsOwn() {
    List<Facts> sorted = facts().stream().sorted().toList();
    for (long seed = 0; seed < 20; seed++) {
      List<Facts> shuffled = new ArrayList<>(facts());
      Collections.shuffle(shuffled, new Random(seed));
      assertEquals(sorted, shuffled.stream().sorted().toList());
    }
    for (int i = 0; i < sorted.size(); i++) {
      for (int j = 0; j < sorted.size(); j++) {
        int order = Integer.signum(sorted.get(i).compareTo(sorted.get(j)));
        assertEquals(Integer.compare(i, j), order, sorted.get(i) + "\n" + sorted.get(j));
      }
    }
  }

  @Test
  void whatIsTheSameIsInTheSamePlace() {
    List<Facts> once = facts();
    List<Facts> again = facts();
    for (int i = 0; i < once.size(); i++) {
      assertEquals(0, once.get(i).compareTo(again.get(i)));
    }
  }

  @Test
  void whatIsAbsentComesFirst() {
    assertEquals(
        List.of(Optional.empty(), Optional.of("a"), Optional.of("b")),
        sorted(
            Order.absentFirst(Comparator.<String>naturalOrder()),
            List.of(Optional.of("b"), Optional.empty(), Optional.of("a"))));
  }

  @Test
  void ofListsThatBeginAlikeTheLongerComesFirst() {
    assertEquals(
        List.of(List.of("a", "b"), List.of("a"), List.of("b", "a"), List.of()),
        sorted(
            Order.itemByItem(Comparator.<String>naturalOrder()),
            List.of(List.of(), List.of("b", "a"), List.of("a"), List.of("a", "b"))));
  }

  @Test
  void inADictionaryTheShorterComesFirst() {
    assertEquals(
        List.of(List.of(), List.of("a"), List.of("a", "b"), List.of("b", "a")),
        sorted(
            Order.asInADictionary(Comparator.<String>naturalOrder()),
            List.of(List.of("b", "a"), List.of("a", "b"), List.of("a"), List.of())));
  }

  private static <T> List<T> sorted(Comparator<T> order, List<T> items) {
    return items.stream().sorted(order).toList();
  }
}
