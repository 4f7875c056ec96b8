package dmarcreports.hostile;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Entities, nesting, attributes, and XML that is none (A1 to A5, A8, A9). */
final class XmlThreats {
  private static final String ROOT = "<feedback>";

  private XmlThreats() {}

  static void addTo(HostileFiles all) {
    externalEntities(all);
    externalDtds(all);
    expansion(all);
    nesting(all);
    attributes(all);
    malformed(all);
    encodings(all);
  }

  private static void externalEntities(HostileFiles all) {
    Canary canary = all.canary();
    Map<String, String> urls = new LinkedHashMap<>();
    urls.put("file", canary.secret().toUri().toString());
    urls.put("path", canary.secret().toString());
    for (String scheme : new String[] {"http", "https", "ftp", "gopher", "ldap"}) {
      urls.put(scheme, canary.url(scheme));
    }
    urls.put("jar", "jar:" + canary.url("http") + "!/x");
    urls.put("random", "file:///dev/random");
    urls.put("environment", "file:///proc/self/environ");
    urls.put("stdin", "file:///dev/stdin");
    String comment = "<!--" + "x".repeat(300_000) + "-->";
    urls.forEach(
        (name, url) -> {
          String dtd = "<!DOCTYPE feedback [<!ENTITY x SYSTEM \"" + url + "\">]>";
          String xml = Report.with(name, ROOT, dtd + ROOT, "mx.example.net<", "&x;<");
          all.add("a1-xxe-" + name + ".xml", "doctype", xml);
          all.add("a1-xxe-" + name + "-utf16.xml", "doctype", xml.getBytes(UTF_16));
          all.add("a1-xxe-" + name + "-late.xml", "doctype", xml.replace(dtd, comment + dtd));
        });
    String ebcdic = Report.with("e", ROOT, "<!DOCTYPE f SYSTEM '" + urls.get("http") + "'>" + ROOT);
    all.add(
        "a1-xxe-ebcdic.xml", HostileFile.NOT_A_REPORT, ebcdic.getBytes(Charset.forName("IBM037")));
  }

  private static void externalDtds(HostileFiles all) {
    String url = all.canary().url("http");
    doctype(all, "a2-system.xml", "<!DOCTYPE feedback SYSTEM \"" + url + "\">");
    doctype(all, "a2-public.xml", "<!DOCTYPE feedback PUBLIC \"-//x\" \"" + url + "\">");
    doctype(all, "a2-parameter.xml", "<!DOCTYPE f [<!ENTITY % p SYSTEM \"" + url + "\"> %p;]>");
    doctype(all, "a2-notation.xml", "<!DOCTYPE f [<!NOTATION n SYSTEM \"" + url + "\">]>");
    String instance = "http://www.w3.org/2001/XMLSchema-instance";
    String schema = " xmlns:xsi=\"" + instance + "\" xsi:";
    accept(all, "a2-location.xml", "<feedback" + schema + "schemaLocation=\"u " + url + "\">");
    accept(all, "a2-bare.xml", "<feedback" + schema + "noNamespaceSchemaLocation=\"" + url + "\">");
    accept(all, "a2-style.xml", "<?xml-stylesheet type=\"text/xsl\" href=\"" + url + "\"?>" + ROOT);
    String include =
        "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"" + url + "\"/>";
    accept(all, "a2-xinclude.xml", ROOT + include);
  }

  private static void doctype(HostileFiles all, String name, String dtd) {
    all.changed(name, "doctype", ROOT, dtd + ROOT);
  }

  private static void accept(HostileFiles all, String name, String root) {
    all.accepted(name, ROOT, root);
  }

  private static void expansion(HostileFiles all) {
    String laughs =
        IntStream.range(1, 30)
            .mapToObj(i -> "<!ENTITY a" + i + " \"&a" + (i - 1) + ";&a" + (i - 1) + ";\">")
            .collect(Collectors.joining("<!DOCTYPE f [<!ENTITY a0 \"ha\">", "", "]>"));
    all.changed("a3-laughs.xml", "doctype", ROOT, laughs + ROOT, "mx.example.net<", "&a29;<");
    all.changed("a3-laughs-attribute.xml", "doctype", ROOT, laughs + "<feedback a=\"&a29;\">");
    doctype(all, "a3-parameter.xml", laughs.replace("ENTITY a", "ENTITY % a").replace("&a", "%a"));
    String long1 = "<!DOCTYPE f [<!ENTITY q \"" + "q".repeat(50_000) + "\">]>";
    all.changed("a3-quadratic.xml", "doctype", ROOT, long1 + ROOT, "mx.e", "&q;".repeat(50_000));
    doctype(all, "a3-loop.xml", "<!DOCTYPE f [<!ENTITY a \"&b;\"><!ENTITY b \"&a;\">]>");
    doctype(all, "a3-attlist.xml", "<!DOCTYPE f [<!ATTLIST count a CDATA \"x\">]>");
    doctype(all, "a3-lower-case.xml", "<!doctype feedback [<!ENTITY a \"b\">]>");
    all.changed("a3-inside.xml", "doctype", "<record>", "<!DOCTYPE f [<!ENTITY a \"b\">]><record>");
    all.changed("a3-undeclared.xml", HostileFile.GOOD, "mx.example.net<", "&nbsp;mx&eacute;<");
  }

  private static void nesting(HostileFiles all) {
    String deep = "<record>".repeat(1_000_000);
    all.changed("a4-unclosed.xml", "xml_limit", "<record>", deep);
    all.changed(
        "a4-closed.xml",
        "xml_limit",
        "</feedback>",
        deep + deep.replace("<", "</") + "</feedback>");
    String other = "<x>".repeat(1_000_000);
    all.changed(
        "a4-unknown.xml", "xml_limit", "<record>", other + other.replace("<", "</") + "<record>");
    all.changed("a4-roots.xml", "xml_limit", ROOT, ROOT.repeat(100_000));
  }

  private static void attributes(HostileFiles all) {
    String many = numbered(200_000, " a");
    all.changed("a5-many.xml", "xml_limit", "<record>", "<record" + many + ">");
    String same =
        IntStream.range(0, 32_768)
            .mapToObj(
                i ->
                    " "
                        + Integer.toBinaryString(i | 32_768).replace("0", "Aa").replace("1", "BB")
                        + "=\"\"")
            .collect(Collectors.joining());
    all.changed("a5-equal-hashes.xml", "xml_limit", "<record>", "<record" + same + ">");
    all.changed(
        "a5-namespaces.xml",
        "xml_limit",
        "<record>",
        "<record" + numbered(100_000, " xmlns:a") + ">");
    all.changed("a5-end.xml", "not_xml", "</row>", "</row" + numbered(70, " a") + ">");
  }

  private static String numbered(int count, String prefix) {
    return IntStream.range(0, count)
        .mapToObj(i -> prefix + i + "=\"u" + i + "\"")
        .collect(Collectors.joining());
  }

  private static void malformed(HostileFiles all) {
    String xml = Report.xml("malformed", 1);
    all.add("a8-cut-in-record.xml", "truncated", xml.substring(0, xml.indexOf("<count>")));
    all.add("a8-cut-in-tag.xml", "truncated", xml.substring(0, xml.indexOf("ount>")));
    all.add("a8-cut-in-metadata.xml", "truncated", xml.substring(0, xml.indexOf("<email>")));
    all.add("a8-cut-at-end.xml", "truncated", xml.substring(0, xml.indexOf("</feedback>")));
    all.add("a8-cut-last.xml", "truncated", xml.substring(0, xml.length() - 2));
    all.add("a8-two-roots.xml", "not_xml", xml + xml.substring(xml.indexOf(ROOT)));
    all.add("a8-junk-behind.xml", "not_xml", xml + "junk");
    all.changed("a8-mismatch.xml", "not_xml", "</row>", "</record>");
    all.changed("a8-attribute-twice.xml", "not_xml", "<count>", "<count a=\"1\" a=\"2\">");
    all.changed("a8-prefix.xml", "not_xml", "<count>3</count>", "<a:count>3</a:count>");
    all.changed("a8-no-quotes.xml", "not_xml", "<count>", "<count a=1>");
    all.changed("a8-comment.xml", "not_xml", "<record>", "<!-- a -- b --><record>");
    all.changed("a8-late-declaration.xml", "not_xml", "<record>", "<?xml version='1.0'?><record>");
    all.add("a8-empty-root.xml", "missing_field", "<feedback/>");
    all.add("a8-other-root.xml", HostileFile.NOT_A_REPORT, "<a><b>c</b></a>");
    all.add("a8-tag-only.xml", "truncated", "<feedback>");
  }

  private static void encodings(HostileFiles all) {
    String utf8 = "encoding=\"UTF-8\"";
    for (String name : new String[] {"UTF-7", "IBM037", "UTF-16", "UTF-32", "x-user", "../../x"}) {
      String expected = name.startsWith("..") ? HostileFile.GOOD : "encoding";
      all.changed(
          "a9-declared-" + name.replace('/', '_') + ".xml",
          expected,
          utf8,
          "encoding=\"" + name + "\"");
    }
    bytes(all, "a9-nul.xml", 'a', 0, 'b');
    bytes(all, "a9-overlong-2.xml", 0xC0, 0xAF);
    bytes(all, "a9-overlong-3.xml", 0xE0, 0x80, 0xAF);
    bytes(all, "a9-overlong-4.xml", 0xF0, 0x80, 0x80, 0xAF);
    bytes(all, "a9-cesu.xml", 0xED, 0xA0, 0x80, 0xED, 0xB0, 0x80);
    bytes(all, "a9-beyond.xml", 0xF5, 0x90, 0x80, 0x80);
    all.changed("a9-surrogate.xml", "not_xml", "mx.example.net<", "&#xD800;<");
    all.changed("a9-reference-nul.xml", "not_xml", "mx.example.net<", "&#0;<");
    all.changed(
        "a9-xml-1.1.xml",
        "not_xml",
        "mx.example.net<",
        "&#27;<",
        "version=\"1.0\" e",
        "version=\"1.1\" e");
    byte[] utf16 = Report.xml("odd-utf16", 1).getBytes(UTF_16);
    all.add("a9-utf16-odd.xml", "encoding", java.util.Arrays.copyOf(utf16, utf16.length - 1));
  }

  private static void bytes(HostileFiles all, String name, int... odd) {
    byte[] xml = Report.with(name, "mx.example.net<", "~".repeat(odd.length) + "<").getBytes(UTF_8);
    int at = new String(xml, UTF_8).indexOf('~');
    for (int i = 0; i < odd.length; i++) {
      xml[at + i] = (byte) odd[i];
    }
    all.add(name, "encoding", xml);
  }
}
