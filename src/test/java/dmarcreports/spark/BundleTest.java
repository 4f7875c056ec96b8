package dmarcreports.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BundleTest {
  private static final URI PLACE = URI.create("s3a://example-rua/mail");

  private static List<Listed> inputs(int number, long size) {
    return LongStream.range(0, number)
        .mapToObj(i -> new Listed(i, "mail", PLACE, size, 0))
        .toList();
  }

  private static List<Listed> unpacked(List<Bundle> bundles) {
    List<Listed> all = new ArrayList<>();
    bundles.forEach(bundle -> all.addAll(bundle.inputs()));
    return all;
  }

  @Test
  void aMillionSmallMailsAreFewTasks() {
    List<Listed> mails = inputs(1_000_000, 3 << 10);
    List<Bundle> bundles = Bundle.pack(mails, 16);
    assertEquals(145, bundles.size());
    assertEquals(mails, unpacked(bundles));
  }

  @Test
  void eachCoreHasSomeTasks() {
    List<Bundle> bundles = Bundle.pack(inputs(20_000, 3 << 10), 8);
    assertTrue(bundles.size() >= 24 && bundles.size() <= 26, bundles.size() + " tasks");
  }

  @Test
  void whatIsLargeIsATaskOfItsOwn() {
    List<Listed> inputs = new ArrayList<>(inputs(3, 1L << 40));
    inputs.addAll(inputs(100, 10));
    assertEquals(4, Bundle.pack(inputs, 2).size());
  }

  @Test
  void nothingIsNoTask() {
    assertEquals(List.of(), Bundle.pack(List.of(), 2));
  }
}
