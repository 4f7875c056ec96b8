package dmarcreports.command;

import dmarcreports.dns.live.LiveLookup;
import dmarcreports.dns.live.NameServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say which name servers are asked, and how long they may take. */
final class DnsOptions {
  @Option(names = "--nameserver", paramLabel = "HOST[:PORT]", descriptionKey = "option.nameserver")
  private List<String> servers = List.of();

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      defaultValue = "5s",
      converter = Options.Time.class,
      descriptionKey = "option.timeout")
  private Duration timeout;

  /** What asks them; wrong usage where there is nobody to ask. */
  LiveLookup lookup(CommandLine command) {
    if (timeout.isZero()) {
      throw new ParameterException(command, "--timeout: '0' is no time to wait");
    }
    return new LiveLookup(servers(command), timeout);
  }

  /**
   * Tells what kept questions from being asked or answered.
   *
   * @return whether anything was answered
   */
  static boolean complain(LiveLookup lookup, Shell shell) {
    if (lookup.isExhausted()) {
      shell.error(
          "more than "
              + LiveLookup.MOST_QUESTIONS
              + " questions would have been asked, the most of one run; check fewer domains at a"
              + " time");
    }
    if (lookup.isUnanswered()) {
      shell.error(
          "no name server answered anything: see that this machine can reach one, or name one with"
              + " --nameserver");
    }
    return !lookup.isUnanswered();
  }

  private List<NameServer> servers(CommandLine command) {
    List<NameServer> named = new ArrayList<>();
    for (String server : servers) {
      try {
        named.add(NameServer.parse(server));
      } catch (IllegalArgumentException e) {
        throw new ParameterException(command, "--nameserver: " + e.getMessage());
      }
    }
    List<NameServer> all = named.isEmpty() ? NameServer.ofThisMachine() : named;
    if (all.isEmpty()) {
      throw new ParameterException(
          command, "this machine names no name server; name one with --nameserver");
    }
    return all;
  }
}
