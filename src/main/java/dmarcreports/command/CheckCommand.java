package dmarcreports.command;

import dmarcreports.analysis.lookup.CheckedDomain;
import dmarcreports.analysis.lookup.Severity;
import dmarcreports.dns.DnsName;
import dmarcreports.dns.live.LiveLookup;
import dmarcreports.flow.Access;
import dmarcreports.flow.Check;
import dmarcreports.output.CheckFormat;
import dmarcreports.report.DomainName;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code check}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "command.check",
    footer = {
      "  java -jar dmarc-reports.jar check example.com",
      "  java -jar dmarc-reports.jar check example.com --selector s1 \\",
      "    --nameserver 9.9.9.9",
      "  java -jar dmarc-reports.jar check --exit-code"
    })
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Options options;
  @Mixin private LanguageOptions lang;
  @Mixin private KnowledgeOptions knowledge;
  @Mixin private DnsOptions dns;

  @Parameters(paramLabel = "DOMAIN", arity = "0..*", descriptionKey = "argument.domain")
  private List<String> domains = List.of();

  @Option(names = "--selector", paramLabel = "S", descriptionKey = "option.selector")
  private List<String> selectors = List.of();

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      descriptionKey = "option.format")
  private CheckFormat format;

  @Option(names = "--exit-code", descriptionKey = "option.check.exit_code")
  private boolean exitCode;

  private final Shell shell;

  CheckCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    Set<DomainName> wanted = wanted();
    selectors.forEach(selector -> refuseUnlessName(selector, wanted));
    Optional<Access> access = access(wanted);
    LiveLookup lookup = dns.lookup(spec.commandLine());
    List<CheckedDomain> checked =
        Check.run(access, wanted, selectors, knowledge.knowledge(spec.commandLine()), lookup);
    if (checked.isEmpty()) {
      shell.error("no report is stored: name a domain, or ingest reports first");
      return ExitCode.FAILED;
    }
    format.write(checked, lang.language(spec.commandLine()), shell.style(), shell.out());
    shell.out().flush();
    access.ifPresent(one -> Check.keep(one, lookup.lookedUp(Instant.now())));
    return ending(checked, lookup);
  }

  private int ending(List<CheckedDomain> checked, LiveLookup lookup) {
    if (!DnsOptions.complain(lookup, shell)) {
      return ExitCode.FAILED;
    }
    boolean attention = checked.stream().anyMatch(c -> c.severity() == Severity.ATTENTION);
    return exitCode && attention ? ExitCode.ATTENTION : ExitCode.DONE;
  }

  private Set<DomainName> wanted() {
    Set<DomainName> names = new TreeSet<>();
    for (String domain : domains) {
      names.add(
          DomainName.parse(domain)
              .orElseThrow(
                  () ->
                      new ParameterException(
                          spec.commandLine(), "DOMAIN: '" + domain + "' is no domain")));
    }
    return names;
  }

  private void refuseUnlessName(String selector, Set<DomainName> wanted) {
    for (DomainName domain : wanted) {
      if (DnsName.of(domain).below(selector + "._domainkey").isEmpty()) {
        throw new ParameterException(
            spec.commandLine(), "--selector: '" + selector + "' cannot be part of a name in DNS");
      }
    }
  }

  /** Where no database is named, and none lies where it usually does, the domain is enough. */
  private Optional<Access> access(Set<DomainName> wanted) {
    return wanted.isEmpty()
        ? Optional.of(options.access(spec.commandLine()))
        : options.accessIfThere(spec.commandLine());
  }
}
