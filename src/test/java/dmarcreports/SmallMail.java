package dmarcreports;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A mail of a few lines, from example.com, that came in from 192.0.2.10. */
public final class SmallMail {
  private final StringBuilder head = new StringBuilder();
  private String path = "a@example.com";

  /** A mail about which the host that took it in says this: {@code spf=pass; dkim=fail}. */
  public SmallMail(String results) {
    head.append("Received: from out.example.com (out.example.com [192.0.2.10]) by")
        .append(" mx.example.net; Mon, 02 Nov 2026 12:00:01 +0000\r\n")
        .append(results.isEmpty() ? "" : "Authentication-Results: mx.example.net; ")
        .append(results)
        .append(results.isEmpty() ? "" : "\r\n");
  }

  /** With a signature under a selector. */
  public SmallMail signed(String domain, String selector) {
    head.append("DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; h=from; bh=eA==; b=eXl5;")
        .append(" d=" + domain + "; s=" + selector + "\r\n");
    return this;
  }

  /** With a return path. */
  public SmallMail path(String sender) {
    path = sender;
    return this;
  }

  /** As it lies in a file. */
  public String text() {
    return "Return-Path: <"
        + path
        + ">\r\n"
        + head
        + "From: a@example.com\r\nSubject: s\r\n\r\ntext\r\n";
  }

  /** The same as bytes. */
  public InputStream bytes() {
    return new ByteArrayInputStream(text().getBytes(StandardCharsets.ISO_8859_1));
  }
}
