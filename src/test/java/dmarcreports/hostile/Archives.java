package dmarcreports.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Bombs and breaks of everything but zip, and containers that are only odd (B1, B6, B7). */
final class Archives {
  private static final byte[] HEAD = "<!--".getBytes(UTF_8);

  private Archives() {}

  static void addTo(HostileFiles all) throws IOException {
    bombs(all);
    broken(all);
    odd(all);
    nested(all);
  }

  private static void bombs(HostileFiles all) throws IOException {
    byte[] bomb = Pack.bomb(HEAD, 512);
    all.add("b1-bomb.xml.gz", "archive_limit", bomb);
    all.add("b1-double.xml.gz.gz", "archive_limit", Pack.gzip(bomb));
    byte[] empty = Pack.gzip(new byte[0]);
    byte[] many = new byte[empty.length * 100_000];
    for (int i = 0; i < many.length; i++) {
      many[i] = empty[i % empty.length];
    }
    all.add("b1-empty-members.gz", "archive_limit", many);
    byte[] blanks = new byte[40 << 20];
    Arrays.fill(blanks, (byte) ' ');
    System.arraycopy(HEAD, 0, blanks, 0, HEAD.length);
    all.add("b1-bomb.bz2", "archive_limit", Pack.bzip2(blanks));
    all.add("b1-bomb.xz", "archive_limit", Pack.xz(blanks));
    all.add("b1-bomb.zst", "archive_limit", Pack.zstd(blanks));
    all.add("b1-bomb.zz", "archive_limit", Pack.zlib(blanks));
    all.add("b1-bomb.7z", "archive_limit", Pack.sevenZip(null, blanks));
    all.add("b1-bomb.tar.gz", "archive_limit", Pack.gzip(Pack.tar("a.xml", blanks)));
    all.add("b1-five-layers.gz", "archive_limit", layers("b1-five-layers", 5));
  }

  private static byte[] layers(String id, int count) throws IOException {
    byte[] bytes = report(id);
    for (int i = 0; i < count; i++) {
      bytes = Pack.gzip(bytes);
    }
    return bytes;
  }

  private static byte[] report(String id) {
    return Report.xml(id, HostileFiles.MESSAGES).getBytes(UTF_8);
  }

  private static Map<String, byte[]> packed(String id) throws IOException {
    Map<String, byte[]> packed = new LinkedHashMap<>();
    packed.put("gz", Pack.gzip(report(id + ".gz")));
    packed.put("zz", Pack.zlib(report(id + ".zz")));
    packed.put("bz2", Pack.bzip2(report(id + ".bz2")));
    packed.put("xz", Pack.xz(report(id + ".xz")));
    packed.put("zst", Pack.zstd(report(id + ".zst")));
    packed.put("7z", Pack.sevenZip(null, report(id + ".7z")));
    packed.put("tar", Pack.tar("r.xml", report(id + ".tar")));
    packed.put("zip", Pack.zip("r.xml", report(id + ".zip")));
    return packed;
  }

  private static void broken(HostileFiles all) throws IOException {
    packed("b6-cut")
        .forEach(
            (kind, bytes) -> {
              all.add(
                  "b6-cut-early." + kind,
                  "truncated",
                  Pack.cut(bytes, kind.equals("tar") ? 0.2 : 0.4));
              if (!kind.equals("tar")) {
                String expected = kind.equals("zip") ? "good truncated" : "truncated";
                all.add("b6-cut-late." + kind, expected, Arrays.copyOf(bytes, bytes.length - 3));
              }
            });
    packed("b6-damaged")
        .forEach(
            (kind, bytes) -> {
              if (!kind.equals("tar")) {
                byte[] damaged = bytes.clone();
                damaged[bytes.length / 2] ^= 0x55;
                damaged[bytes.length / 2 + 1] ^= 0x55;
                all.add(
                    "b6-damaged." + kind,
                    kind.equals("zst") ? "not_xml" : "archive_broken",
                    damaged);
              }
            });
    all.add("b6-encrypted.7z", "encrypted", Pack.sevenZip("secret", report("b6-encrypted")));
    String[] magics = {
      "Rar!\u001a\u0007\u0000", "LZIP\u0001", "\u0004\"M\u0018", "\u001f\u009d", "MSCF\0\0\0\0"
    };
    for (int i = 0; i < magics.length; i++) {
      all.add(
          "b6-unsupported-" + i,
          "archive_unsupported",
          (magics[i] + "x".repeat(99)).getBytes(ISO_8859_1));
    }
    all.add("b6-empty", HostileFile.NOT_A_REPORT, new byte[0]);
    all.add("b6-empty.gz", HostileFile.NOT_A_REPORT, Pack.gzip(new byte[0]));
    all.add("b6-empty.tar", HostileFile.NOT_A_REPORT, Pack.tar());
  }

  private static void odd(HostileFiles all) throws IOException {
    packed("b7-good")
        .forEach((kind, bytes) -> all.add("b7-good-" + kind + ".txt", HostileFile.GOOD, bytes));
    byte[] xml = report("b7-members");
    byte[] members =
        Pack.join(
            Pack.gzip(Arrays.copyOf(xml, 50)),
            Pack.gzip(new byte[0]),
            Pack.gzip(Arrays.copyOfRange(xml, 50, xml.length)));
    all.add("b7-members.gz", HostileFile.GOOD, members);
    all.add(
        "b7-junk-behind.gz",
        HostileFile.GOOD,
        Pack.join(Pack.gzip(report("b7-junk")), new byte[99]));
    byte[] named = Pack.gzip(report("b7-named"));
    byte[] name = "../../../../tmp/escaped\0".getBytes(UTF_8);
    byte[] withName =
        Pack.join(Arrays.copyOf(named, 10), name, Arrays.copyOfRange(named, 10, named.length));
    withName[3] = 8;
    all.add("b5-slip-name.gz", HostileFile.GOOD, withName);
    byte[] nameless = withName.clone();
    all.add("b6-name-without-end.gz", "truncated", Arrays.copyOf(nameless, 20));
    all.add(
        "b7-two.tar",
        HostileFile.GOOD,
        6,
        Pack.tar("a", report("b7-two-a"), "b", report("b7-two-b")));
    all.add(
        "b5-slip.tar", HostileFile.GOOD, Pack.tar("../../../tmp/escaped.xml", report("b5-tar")));
    all.add(
        "b5-absolute.tar", HostileFile.GOOD, Pack.tar("/tmp/escaped.xml", report("b5-tar-abs")));
  }

  private static void nested(HostileFiles all) throws IOException {
    all.add("b7-four-layers.gz", HostileFile.GOOD, layers("b7-four-layers", 4));
    all.add(
        "b7-zip-in-zip.zip",
        HostileFile.GOOD,
        Pack.zip("r.zip", Pack.zip("r.xml", report("b7-zz"))));
    all.add("b7-gz-in-zip.zip", HostileFile.GOOD, Pack.zip("r.xml.gz", Pack.gzip(report("b7-gz"))));
    all.add("b7-tar.xz", HostileFile.GOOD, Pack.xz(Pack.tar("r.xml", report("b7-txz"))));
    byte[] nested = Pack.zip("r.xml", report("b3-nested"));
    for (int layer = 0; layer < 4; layer++) {
      Object[] entries = new Object[32];
      for (int i = 0; i < entries.length; i += 2) {
        entries[i] = "a" + i;
        entries[i + 1] = nested;
      }
      nested = Pack.zip(entries);
    }
    all.add("b3-nested.zip", "archive_limit", nested);
  }
}
