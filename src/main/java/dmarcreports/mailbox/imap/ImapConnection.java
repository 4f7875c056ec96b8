package dmarcreports.mailbox.imap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dmarcreports.mailbox.server.Address;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.LongStream;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.CopyUID;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.eclipse.angus.mail.util.MailLogger;

/**
 * One connection to a server, on which mails go by their UIDs alone. No answer is taken that is
 * larger than what was asked for.
 */
final class ImapConnection extends IMAPProtocol {
  /** The largest answer to one command. */
  private static final int MOST_BYTES = 16 << 20;

  /** What an answer takes beside its bytes. */
  private static final int LEAST_BYTES = 64;

  /** What was answered to the command that is going on; the greeting comes before this is made. */
  private int answered;

  private Bounded last = new Bounded();

  ImapConnection(String scheme, String host, int port, Properties properties)
      throws IOException, ProtocolException {
    super(
        scheme,
        host,
        port,
        properties,
        scheme.equals("imaps"),
        new MailLogger(ImapConnection.class, "", false, System.err));
  }

  /** The server answers with more than was asked for. */
  static final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooMuch() {
      super("the server sends more than " + (MOST_BYTES >> 20) + " MiB for what is smaller");
    }
  }

  /** Does not grow for an announcement alone. */
  private final class Bounded extends ByteArray {
    Bounded() {
      super(128);
    }

    @Override
    public void grow(int by) {
      if (by < 0 || answered + getBytes().length + by > MOST_BYTES) {
        throw new TooMuch();
      }
      super.grow(by);
    }
  }

  @Override
  protected ByteArray getResponseBuffer() {
    last = new Bounded();
    return last;
  }

  @Override
  public String writeCommand(String command, Argument arguments)
      throws IOException, ProtocolException {
    answered = 0;
    return super.writeCommand(command, arguments);
  }

  @Override
  public Response readResponse() throws IOException, ProtocolException {
    Response response = super.readResponse();
    answered += LEAST_BYTES + last.getCount();
    if (answered > MOST_BYTES) {
      throw new TooMuch();
    }
    return response;
  }

  private Response[] run(String command, Argument arguments) throws ProtocolException {
    Response[] answers = command(command, arguments);
    handleResult(answers[answers.length - 1]);
    return answers;
  }

  /** Logs in with an access token (RFC 7628). */
  void bearer(Address account, String token) throws ProtocolException {
    String said =
        "n,a="
            + account.user().replace("=", "=3D").replace(",", "=2C")
            + ",\001host="
            + account.host()
            + "\001port="
            + account.port()
            + "\001auth=Bearer "
            + token
            + "\001\001";
    String encoded = Base64.getEncoder().encodeToString(said.getBytes(UTF_8));
    boolean atOnce = hasCapability("SASL-IR");
    Response answer;
    try {
      String tag = writeCommand("AUTHENTICATE OAUTHBEARER" + (atOnce ? " " + encoded : ""), null);
      answer = readResponse();
      while (!answer.isBYE() && !(answer.isTagged() && answer.getTag().equals(tag))) {
        if (answer.isContinuation()) {
          // the second time it says why it refuses, and waits for a word
          getOutputStream().write(((atOnce ? "AQ==" : encoded) + "\r\n").getBytes(UTF_8));
          getOutputStream().flush();
          atOnce = true;
        }
        answer = readResponse();
      }
    } catch (IOException e) {
      answer = Response.byeResponse(e);
    }
    handleLoginResult(answer);
    setCapabilities(answer);
  }

  /** A mail of a folder. */
  record Listed(long uid, long size) {}

  /** The mails of a set that are there, by UID. */
  List<Listed> list(String set) throws ProtocolException {
    List<Listed> found = new ArrayList<>();
    for (Response answer : run("UID FETCH " + set + " (UID RFC822.SIZE)", null)) {
      if (answer instanceof FetchResponse fetched) {
        UID uid = fetched.getItem(UID.class);
        RFC822SIZE size = fetched.getItem(RFC822SIZE.class);
        if (uid != null && size != null) {
          found.add(new Listed(uid.uid, size.size));
        }
      }
    }
    found.sort(Comparator.comparingLong(Listed::uid));
    return found;
  }

  /**
   * Some bytes of mails, which are not marked as read.
   *
   * @return by UID; nothing of those that are not there any more
   */
  Map<Long, byte[]> bytes(String set, long from, int length) throws ProtocolException {
    Map<Long, byte[]> found = new HashMap<>();
    String what = " (UID BODY.PEEK[]<" + from + "." + length + ">)";
    for (Response answer : run("UID FETCH " + set + what, null)) {
      if (answer instanceof FetchResponse fetched) {
        UID uid = fetched.getItem(UID.class);
        BODY body = fetched.getItem(BODY.class);
        if (uid != null && body != null) {
          ByteArray bytes = body.getByteArray();
          found.put(uid.uid, bytes == null ? new byte[0] : bytes.getNewBytes());
        }
      }
    }
    return found;
  }

  /** The UIDs that there are among those of a set, in their order. */
  long[] search(String set) throws ProtocolException {
    return uids(run("UID SEARCH UID " + set, null));
  }

  private static long[] uids(Response... answers) {
    LongStream.Builder found = LongStream.builder();
    for (Response answer : answers) {
      if (answer instanceof IMAPResponse list && list.keyEquals("SEARCH")) {
        for (long uid = list.readLong(); uid != -1; uid = list.readLong()) {
          found.add(uid);
        }
      }
    }
    return found.build().sorted().distinct().toArray();
  }

  /** Whether mails can be moved without taking others with them. */
  boolean canMove() {
    return movesAtOnce() || canDelete();
  }

  /** Whether mails can be deleted without taking others with them. */
  boolean canDelete() {
    return hasCapability("UIDPLUS");
  }

  /** Whether mails are moved by one command; else they are copied, and then deleted. */
  boolean movesAtOnce() {
    return hasCapability("MOVE");
  }

  /** Moves mails to another folder; empty where the server does not say where they are now. */
  Optional<CopyUID> move(String set, String folder) throws ProtocolException {
    return into("UID MOVE", set, folder);
  }

  /** Copies mails to another folder; empty where the server does not say where the copies are. */
  Optional<CopyUID> copy(String set, String folder) throws ProtocolException {
    return into("UID COPY", set, folder);
  }

  private Optional<CopyUID> into(String command, String set, String folder)
      throws ProtocolException {
    Argument arguments = new Argument();
    arguments.writeAtom(set);
    writeMailboxName(arguments, folder);
    return Optional.ofNullable(getCopyUID(run(command, arguments)));
  }

  /** What tells a mail from others: its Message-ID, which may be missing, and its size. */
  record Identity(String messageId, long size) {}

  /** Those of the mails of a set that are there, by UID. */
  Map<Long, Identity> identities(String set) throws ProtocolException {
    Map<Long, Identity> found = new HashMap<>();
    String what = " (UID RFC822.SIZE BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)])";
    for (Response answer : run("UID FETCH " + set + what, null)) {
      if (answer instanceof FetchResponse fetched) {
        UID uid = fetched.getItem(UID.class);
        RFC822SIZE size = fetched.getItem(RFC822SIZE.class);
        BODY body = fetched.getItem(BODY.class);
        if (uid != null && size != null && body != null && body.getByteArray() != null) {
          String header = new String(body.getByteArray().getNewBytes(), ISO_8859_1);
          String id = header.substring(header.indexOf(':') + 1).strip();
          found.put(uid.uid, new Identity(id, size.size));
        }
      }
    }
    return found;
  }

  /** The UIDs of the mails with a Message-ID. */
  long[] search(Identity mail) throws ProtocolException {
    Argument arguments = new Argument();
    arguments.writeAtom("HEADER");
    arguments.writeAtom("Message-ID");
    arguments.writeString(mail.messageId());
    return uids(run("UID SEARCH", arguments));
  }

  /** Deletes these mails and no others. */
  void take(String set) throws ProtocolException {
    run("UID STORE " + set + " +FLAGS.SILENT (\\Deleted)", null);
    run("UID EXPUNGE " + set, null);
  }
}
