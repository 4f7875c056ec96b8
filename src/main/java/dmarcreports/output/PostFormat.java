package dmarcreports.output;

import dmarcreports.output.json.DigestJson;
import dmarcreports.output.json.SlackJson;
import dmarcreports.output.json.TeamsJson;
import dmarcreports.output.text.Digest;
import dmarcreports.output.text.Letters;
import java.util.function.Function;

/** The ways in which a digest is written for a webhook. */
public enum PostFormat {
  JSON(DigestJson::of),
  SLACK(digest -> SlackJson.of(Letters.whole(digest))),
  TEAMS(digest -> TeamsJson.of(Letters.whole(digest)));

  private final Function<Digest, String> writing;

  PostFormat(Function<Digest, String> writing) {
    this.writing = writing;
  }

  /** The whole night as one JSON object in ASCII. */
  public String write(Digest digest) {
    return writing.apply(digest);
  }
}
