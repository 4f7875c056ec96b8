package dmarcreports.command;

import dmarcreports.flow.Intake;
import dmarcreports.flow.OwnDomains;
import dmarcreports.mail.Limits;
import dmarcreports.mailbox.After;
import dmarcreports.mailbox.server.Address;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** The options that say how inputs are read and what becomes of them. */
final class ReadingOptions {
  @Option(
      names = "--after",
      paramLabel = "WHAT",
      defaultValue = "keep",
      converter = AfterConverter.class,
      descriptionKey = "option.after")
  private After after;

  @Option(names = "--quarantine", paramLabel = "DIR", descriptionKey = "option.quarantine")
  private String quarantine;

  @Option(names = "--domains", paramLabel = "LIST", descriptionKey = "option.domains")
  private String domains;

  @Option(
      names = "--max-document-size",
      paramLabel = "SIZE",
      converter = Options.Size.class,
      defaultValue = "1GiB",
      descriptionKey = "option.max_document_size")
  private long documentBytes;

  @Option(
      names = "--max-ratio",
      paramLabel = "N",
      defaultValue = "500",
      descriptionKey = "option.max_ratio")
  private int ratio;

  @Option(
      names = "--max-entries",
      paramLabel = "N",
      defaultValue = "1000",
      descriptionKey = "option.max_entries")
  private int entries;

  @Option(
      names = "--max-depth",
      paramLabel = "N",
      defaultValue = "4",
      descriptionKey = "option.max_depth")
  private int depth;

  @Option(
      names = "--max-silence",
      paramLabel = "TIME",
      defaultValue = "60s",
      converter = Options.Time.class,
      descriptionKey = "option.max_silence")
  private Duration silence;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      converter = Jobs.class,
      descriptionKey = "option.jobs")
  private int jobs = Jobs.usual(Runtime.getRuntime().availableProcessors());

  private OwnDomains own = OwnDomains.ANY;

  /**
   * Reads the list of domains; refuses directories that would be read again.
   *
   * @param mailboxes what is read
   */
  void check(CommandLine command, List<String> mailboxes) throws IOException {
    own = own(command);
    List<Path> given =
        Stream.concat(after.moveTo().stream(), Stream.ofNullable(quarantine))
            .map(Path::of)
            .toList();
    for (Path directory : given) {
      for (String mailbox : mailboxes) {
        if (!Address.isRemote(mailbox)
            && Files.isDirectory(Path.of(mailbox))
            && isInside(directory, Path.of(mailbox))) {
          throw new ParameterException(
              command,
              directory + " lies in the mailbox " + mailbox + " and would be read; name another");
        }
      }
    }
  }

  private OwnDomains own(CommandLine command) throws IOException {
    try {
      return domains == null ? OwnDomains.ANY : OwnDomains.parse(domains);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command, "--domains: " + e.getMessage());
    }
  }

  private static boolean isInside(Path directory, Path mailbox) throws IOException {
    Path there = directory.toAbsolutePath().normalize();
    while (!Files.exists(there)) {
      there = there.getParent();
    }
    Path rest = there.relativize(directory.toAbsolutePath().normalize());
    return there.toRealPath().resolve(rest).startsWith(mailbox.toRealPath());
  }

  /** How inputs are read, once that is checked. */
  Intake.Manner manner() {
    return new Intake.Manner(
        after,
        Optional.ofNullable(quarantine),
        own,
        new Limits(documentBytes, ratio, entries, depth, silence),
        jobs);
  }

  /** How long nothing may come. */
  Duration silence() {
    return silence;
  }

  /** Whether reports about other domains are told apart. */
  boolean ownDomainsGiven() {
    return !own.any();
  }

  /** A number of threads. */
  static final class Jobs implements ITypeConverter<Integer> {
    private static final int MOST = 256;

    /** On two processors a second thread costs a twentieth more and wins no time. */
    static int usual(int processors) {
      return processors == 2 ? 1 : Math.min(processors, MOST);
    }

    @Override
    public Integer convert(String value) {
      if (value.matches("[0-9]{1,4}")) {
        int jobs = Integer.parseInt(value);
        if (jobs >= 1 && jobs <= MOST) {
          return jobs;
        }
      }
      throw new TypeConversionException(
          "'" + value + "' is no number of threads; write 1 to " + MOST);
    }
  }

  /** {@code keep}, {@code move:DIR} or {@code delete}. */
  static final class AfterConverter implements ITypeConverter<After> {
    private static final String MOVE = "move:";

    @Override
    public After convert(String value) {
      if (value.startsWith(MOVE) && value.length() > MOVE.length()) {
        return After.moveTo(value.substring(MOVE.length()));
      }
      return switch (value) {
        case "keep" -> After.KEEP;
        case "delete" -> After.DELETE;
        default ->
            throw new TypeConversionException(
                "'" + value + "' is none of them; write keep, move:DIR or delete");
      };
    }
  }
}
