package dmarcreports.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Arrays;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** Zip archives that lie, overlap, escape or multiply (B2 to B6). */
final class ZipThreats {
  private static final String LOCAL = "PK\u0003\u0004";
  private static final String DIRECTORY = "PK\u0001\u0002";
  private static final String END = "PK\u0005\u0006";

  private ZipThreats() {}

  static void addTo(HostileFiles all) throws IOException {
    bombs(all);
    many(all);
    names(all);
    broken(all);
    meanings(all);
  }

  private static byte[] report(String id) {
    return Report.xml(id, HostileFiles.MESSAGES).getBytes(UTF_8);
  }

  private static byte[] sized(byte[] zip, long size) {
    return Pack.patched(Pack.patched(zip, LOCAL, 22, 4, size), DIRECTORY, 24, 4, size);
  }

  private static void bombs(HostileFiles all) throws IOException {
    byte[] blanks = new byte[64 << 20];
    Arrays.fill(blanks, (byte) ' ');
    blanks[0] = '<';
    blanks[1] = 'a';
    byte[] bomb = Pack.zip("r.xml", blanks);
    all.add("b2-honest.zip", "archive_limit", bomb);
    all.add("b2-says-500.zip", "archive_limit", sized(bomb, 500));
    all.add("b2-says-0.zip", "archive_limit", sized(bomb, 0));
    all.add("b2-says-4-gib.zip", "archive_limit", sized(bomb, 0xfffffffeL));
    all.add("b2-in-mail.eml", "archive_limit", Mails.mixed(bomb));
    all.add("b2-in-gzip.zip.gz", "archive_limit", Pack.gzip(bomb));
    all.add("b2-in-zip.zip", "archive_limit", Pack.zip("a.zip", bomb));
    all.add("b2-gzip-in-zip.zip", "archive_limit", Pack.zip("a.gz", Pack.gzip(blanks)));
    all.add(
        "b2-small-lie-500.zip", "archive_broken", sized(Pack.zip("r.xml", report("b2-lie")), 500));
    all.add("b2-small-lie-0.zip", "archive_broken", sized(Pack.zip("r.xml", report("b2-lie0")), 0));
  }

  private static void many(HostileFiles all) throws IOException {
    Object[] members = new Object[80_000];
    for (int i = 0; i < members.length; i += 2) {
      members[i] = "r" + i;
      members[i + 1] = new byte[] {'<', 'a', '>'};
    }
    all.add("b4-40000-entries.zip", "archive_limit", Pack.stored(members));
    all.add("b4-1001-entries.zip", "archive_limit", Pack.stored(Arrays.copyOf(members, 2_002)));
    all.add(
        "b4-1000-entries.zip",
        HostileFile.NOT_A_REPORT,
        Pack.stored(Arrays.copyOf(members, 2_000)));
    byte[] overlap = Pack.stored("r", report("b3-overlap"), "s", report("b3-overlap2"));
    byte[] shared = Pack.patched(overlap, DIRECTORY, 42, 4, 0);
    all.add("b3-overlap.zip", "archive_broken", shared);
  }

  private static void names(HostileFiles all) throws IOException {
    String[] names = {
      "../../../../tmp/escaped.xml",
      "/tmp/escaped.xml",
      "..\\..\\escaped.xml",
      "C:\\escaped.xml",
      "a/../../escaped.xml",
      "\u202Elmx.exe",
      "a\nb\u001b[31m.xml",
      "x".repeat(5_000),
      "con.xml",
      "-rf"
    };
    for (int i = 0; i < names.length; i++) {
      all.add(
          "b5-slip-" + i + ".zip", HostileFile.GOOD, Pack.zip(names[i], report("b5-slip-" + i)));
    }
    ZipArchiveEntry link = new ZipArchiveEntry("link.xml");
    link.setUnixMode(0120777);
    byte[] target = all.canary().secret().toString().getBytes(UTF_8);
    all.add("b5-symlink.zip", HostileFile.NOT_A_REPORT, Pack.zip(link, target));
    all.add("b5-directory.zip", HostileFile.NOT_A_REPORT, Pack.zip("a/", new byte[0]));
    byte[] mac = "<feedback>".getBytes(UTF_8);
    all.add(
        "b7-mac.zip",
        HostileFile.GOOD,
        Pack.zip("r.xml", report("b7-mac"), "__MACOSX/._r.xml", mac));
    all.add(
        "b7-picture.zip",
        HostileFile.GOOD,
        Pack.zip("p.png", new byte[] {(byte) 0x89, 'P', 'N', 'G'}, "r", report("b7-picture")));
    all.add(
        "b7-two.zip",
        HostileFile.GOOD,
        6,
        Pack.zip("a", report("b7-zip-a"), "b", report("b7-zip-b")));
    all.add(
        "b7-same-name.zip",
        HostileFile.GOOD,
        6,
        Pack.zip("a", report("b7-same-a"), "a", report("b7-same-b")));
    all.add("b7-stored.zip", HostileFile.GOOD, Pack.stored("a", report("b7-stored")));
    all.add(
        "b7-junk-before.zip",
        HostileFile.NOT_A_REPORT,
        Pack.join(new byte[99], Pack.zip("a", report("b7-before"))));
    all.add(
        "b7-junk-behind.zip",
        HostileFile.GOOD,
        Pack.join(Pack.zip("a", report("b7-behind")), new byte[99]));
  }

  private static void broken(HostileFiles all) throws IOException {
    byte[] zip = packed("b6");
    all.add("b6-bad-crc.zip", "archive_broken", Pack.patched(zip, DIRECTORY, 16, 4, 1));
    all.add(
        "b6-encrypted.zip",
        "encrypted",
        Pack.patched(Pack.patched(zip, LOCAL, 6, 2, 1), DIRECTORY, 8, 2, 1));
    for (int method : new int[] {1, 9, 14, 98, 99}) {
      byte[] other = Pack.zip("r.xml", report("b6-method-" + method));
      String expected = method == 9 ? HostileFile.GOOD : "archive_unsupported";
      all.add(
          "b6-method-" + method + ".zip",
          expected,
          Pack.patched(Pack.patched(other, LOCAL, 8, 2, method), DIRECTORY, 10, 2, method));
    }
    all.add("b6-no-directory.zip", "good truncated", front(packed("b6-no-directory")));
    all.add(
        "b6-offset.zip",
        "good truncated",
        Pack.patched(packed("b6-offset"), DIRECTORY, 42, 4, 0x7fffffff));
    all.add(
        "b6-many-claimed.zip",
        HostileFile.GOOD,
        Pack.patched(packed("b6-claimed"), END, 10, 2, 0xfff0));
    all.add(
        "b6-directory-size.zip",
        HostileFile.GOOD,
        Pack.patched(packed("b6-size"), END, 12, 4, 0x7fffffff));
    all.add("b6-empty.zip", HostileFile.NOT_A_REPORT, Pack.zip());
  }

  private static byte[] packed(String id) throws IOException {
    return Pack.zip("r.xml", report(id));
  }

  /** What stands before the directory. */
  private static byte[] front(byte[] zip) {
    return Arrays.copyOf(zip, new String(zip, ISO_8859_1).indexOf(DIRECTORY));
  }

  /** One report for who reads from the front, another for who reads the directory. */
  private static void meanings(HostileFiles all) throws IOException {
    byte[] hidden = Pack.stored("a", report("b6-front"));

    byte[] named = Pack.stored("a", report("b6-names"));
    all.add("b6-two-names.zip", "archive_broken", Pack.patched(named, DIRECTORY, 46, 1, 'b'));
    all.add("b6-front-only.zip", "good truncated", front(hidden));
  }
}
