package dmarcreports;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Serializable;
import java.net.IDN;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

/**
 * Who may know whom. Each rule comes with a class that breaks it, in a house of planted classes:
 * one that does not find its own has stopped to mean anything.
 *
 * <p>To add a rule: a constant here, a class in {@code planted.dmarcreports} that breaks it.
 */
enum HouseRule {
  /** Who stands above whom; each is known only to those named. */
  EVERY_ROOM_KNOWS_ONLY_THOSE_BELOW(planted.dmarcreports.mailbox.KnowsTheStore.class, rooms()),

  ONLY_COMMAND_SEES_THE_COMMAND_LINE(
      planted.dmarcreports.flow.SeesPicocli.class,
      noClasses()
          .that()
          .resideOutsideOfPackages("..dmarcreports.command..", "..dmarcreports.spark")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..")),

  /** What is not given as an argument is not known: the core is functions. */
  THE_CORE_TOUCHES_NO_FILE_NO_DATABASE_NO_CLOCK(
      planted.dmarcreports.report.ReadsFiles.class,
      noClasses()
          .that()
          .resideInAnyPackage(
              "..dmarcreports.report..",
              "..dmarcreports.analysis..",
              "..dmarcreports.dns",
              "..dmarcreports.dns.dmarc..",
              "..dmarcreports.dns.dkim..",
              "..dmarcreports.dns.spf..",
              "..dmarcreports.dns.ses..")
          .and()
          .doNotHaveSimpleName("OwnText") // what comes with the program is no file
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      "java.io..",
                      "java.nio.file..",
                      "java.nio.channels..",
                      "java.sql..",
                      "org.jooq..",
                      "jakarta..",
                      "org.slf4j..",
                      "java.util.logging..")
                  .and(not(equivalentTo(Serializable.class))))
          .orShould()
          .dependOnClassesThat(equivalentTo(Clock.class))),

  ONLY_DOMAIN_NAME_SPELLS_INTERNATIONAL_NAMES(
      planted.dmarcreports.report.SpellsNames.class,
      noClasses()
          .that()
          .resideInAnyPackage("..dmarcreports.report..", "..dmarcreports.analysis..")
          .and()
          .doNotHaveSimpleName("DomainName")
          .should()
          .dependOnClassesThat(equivalentTo(IDN.class))),

  ONLY_SOURCE_IP_READS_ADDRESSES(
      planted.dmarcreports.report.ReadsAddresses.class,
      noClasses()
          .that()
          .doNotHaveSimpleName("SourceIp")
          .and()
          .areNotAssignableTo(SocketFactory.class) // has to take one, and never makes one
          .and()
          .areNotAssignableTo(SSLSocketFactory.class)
          .should()
          .dependOnClassesThat(equivalentTo(InetAddress.class))),

  JAXB_STAYS_IN_XML(
      planted.dmarcreports.flow.BindsXml.class,
      noClasses()
          .that()
          .resideOutsideOfPackage("..dmarcreports.xml..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta.xml.bind..", "org.glassfish.jaxb..", "dmarcreports.xml.bound..")),

  DATABASES_STAY_IN_STORE(
      planted.dmarcreports.flow.AsksADatabase.class,
      noClasses()
          .that()
          .resideOutsideOfPackage("..dmarcreports.store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.jooq..",
              "java.sql..",
              "javax.sql..",
              "org.h2..",
              "org.postgresql..",
              "org.flywaydb..",
              "dmarcreports.store.tables..")),

  /** Options yield values; a flow opens the store and runs. */
  ONLY_FLOWS_OPEN_THE_STORE(
      planted.dmarcreports.command.OpensTheStore.class,
      noClasses()
          .that()
          .resideInAPackage("..dmarcreports.command..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("..dmarcreports.store..")
                  .and(not(named("Databases", "Database", "StoreException"))))),

  /** In the rooms below the doors only a few words are meant for others. */
  STORE_IS_ENTERED_BY_ITS_DOORS(
      planted.dmarcreports.flow.ClimbsIntoRows.class,
      noClasses()
          .that()
          .resideOutsideOfPackage("..dmarcreports.store..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      "..dmarcreports.store.open..",
                      "..dmarcreports.store.rows..",
                      "..dmarcreports.store.columns..",
                      "..dmarcreports.store.sql..",
                      "..dmarcreports.store.h2..",
                      "..dmarcreports.store.postgres..")
                  .and(not(named("Database", "StoreException", "Outcome"))))),

  ONLY_THE_FACTORY_KNOWS_THE_KINDS_OF_DATABASE(
      planted.dmarcreports.store.KnowsH2.class,
      noClasses()
          .that()
          .resideOutsideOfPackages("..dmarcreports.store.h2..", "..dmarcreports.store.postgres..")
          .and()
          .doNotHaveSimpleName("Databases")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..dmarcreports.store.h2..", "..dmarcreports.store.postgres..")),

  THE_KINDS_OF_DATABASE_NEVER_KNOW_EACH_OTHER(
      planted.dmarcreports.store.postgres.KnowsTheOther.class,
      slices().matching("..dmarcreports.store.(h2|postgres)..").should().notDependOnEachOther()),

  /** A driver opens sockets for whoever connects through it. */
  ONLY_A_ROOM_OF_A_KIND_CONNECTS(
      planted.dmarcreports.store.rows.Connects.class,
      noClasses()
          .that()
          .resideOutsideOfPackages("..dmarcreports.store.h2..", "..dmarcreports.store.postgres..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.postgresql.ds..")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.sql.DriverManager")),

  MAIL_SERVERS_STAY_IN_THEIR_ROOMS(
      planted.dmarcreports.flow.SpeaksToServers.class,
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "..dmarcreports.mailbox.imap..",
              "..dmarcreports.mailbox.pop3..",
              "..dmarcreports.delivery..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..")),

  /** Of mailboxes, what is sent shares only how servers are reached. */
  DELIVERY_KNOWS_NO_MAILBOX(
      planted.dmarcreports.delivery.KnowsAMailbox.class,
      noClasses()
          .that()
          .resideInAPackage("..dmarcreports.delivery..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("..dmarcreports.mailbox..")
                  .and(not(resideInAPackage("..dmarcreports.mailbox.server.."))))),

  STORES_OF_OBJECTS_STAY_IN_THEIR_ROOM(
      planted.dmarcreports.flow.AsksAStore.class,
      noClasses()
          .that()
          .resideOutsideOfPackage("..dmarcreports.mailbox.s3..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("software.amazon.awssdk..")),

  /** Whoever is without it can load every other class of the program. */
  ONLY_THE_JOB_SPEAKS_SPARK(
      planted.dmarcreports.flow.SpeaksSpark.class,
      noClasses()
          .that()
          .resideOutsideOfPackage("..dmarcreports.spark")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "scala..")),

  /** The two see libraries of different versions: between them are words of the JDK. */
  JOB_AND_TASKS_MEET_IN_THE_SEAM(
      planted.dmarcreports.spark.KnowsTheHouse.class,
      noClasses()
          .that()
          .resideInAnyPackage("..dmarcreports.spark", "..dmarcreports.spark.seam")
          .should()
          .dependOnClassesThat(
              resideInAPackage("..dmarcreports..")
                  .and(
                      not(
                          resideInAnyPackage(
                              "..dmarcreports.spark", "..dmarcreports.spark.seam"))))),

  NAME_SERVERS_STAY_IN_THEIR_ROOM(
      planted.dmarcreports.flow.AsksNameServers.class,
      noClasses()
          .that()
          .resideOutsideOfPackage("..dmarcreports.dns.live..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.xbill..")),

  /** What asks is made where the question is; all else knows the one function that answers. */
  ONLY_FLOWS_AND_COMMANDS_ASK_NAME_SERVERS(
      planted.dmarcreports.output.AsksForReal.class,
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "..dmarcreports.dns.live..", "..dmarcreports.flow..", "..dmarcreports.command..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..dmarcreports.dns.live..")),

  /** {@code store.postgres} and the rooms of servers speak to theirs, nobody else to anybody. */
  NOBODY_ELSE_OPENS_SOCKETS(
      planted.dmarcreports.report.OpensASocket.class,
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "..dmarcreports.store.postgres..",
              "..dmarcreports.mailbox.server..",
              "..dmarcreports.mailbox.imap..",
              "..dmarcreports.mailbox.pop3..",
              "..dmarcreports.mailbox.s3..",
              "..dmarcreports.delivery..",
              "..dmarcreports.dns.live..")
          .and()
          .doNotHaveSimpleName("Apart") // a class loader, of the jar that it is in
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("java.net..", "javax.net..")
                  .and(
                      not(
                          equivalentTo(IDN.class)
                              .or(equivalentTo(InetAddress.class))
                              .or(equivalentTo(URI.class))
                              .or(equivalentTo(URLDecoder.class)))))
          .orShould()
          .dependOnClassesThat(channels())),

  /** An interrupt closes the database under the thread that uses it. */
  NOBODY_INTERRUPTS_ANOTHER(
      planted.dmarcreports.flow.Interrupts.class,
      noClasses()
          .that()
          .doNotHaveSimpleName("DatabaseLock") // its own thread, which was interrupted
          .should(
              Uses.method(Thread.class, "interrupt")
                  .or(Uses.method(ExecutorService.class, "shutdownNow"))
                  .or(Uses.method(Future.class, "cancel", boolean.class))
                  .condition())),

  /** Turkish has another small I, Arabic other digits. */
  NOBODY_WRITES_IN_THE_LANGUAGE_OF_THE_MACHINE(
      planted.dmarcreports.flow.SpeaksTurkish.class,
      noClasses()
          .that()
          .resideOutsideOfPackages("dmarcreports.xml.bound..", "dmarcreports.store.tables..")
          .should(
              Uses.method(String.class, "format", String.class, Object[].class)
                  .or(Uses.method(String.class, "formatted", Object[].class))
                  .or(Uses.method(String.class, "toLowerCase"))
                  .or(Uses.method(String.class, "toUpperCase"))
                  .or(Uses.method(PrintStream.class, "printf", String.class, Object[].class))
                  .or(Uses.method(PrintWriter.class, "printf", String.class, Object[].class))
                  .condition())),

  /** A file is replaced in one way, which forces it and its name to disk. */
  ONLY_FILE_MOVES_FILES(
      planted.dmarcreports.flow.MovesFiles.class,
      noClasses()
          .that()
          .resideOutsideOfPackage("..dmarcreports.file..")
          .should(
              Uses.method(Files.class, "move", Path.class, Path.class, CopyOption[].class)
                  .condition())),

  NO_PACKAGE_KNOWS_ITSELF_THROUGH_ANOTHER(
      planted.dmarcreports.output.deep.KnowsAbove.class,
      slices()
          .matching("..dmarcreports.(**)")
          .should()
          .beFreeOfCycles()
          .ignoreDependency(generated(), generated())),

  NO_FILE_KNOWS_ITSELF_THROUGH_ANOTHER(planted.dmarcreports.output.One.class, FileCircles.none());

  private final Class<?> planted;
  private final ArchRule rule;

  HouseRule(Class<?> planted, ArchRule rule) {
    this.planted = planted;
    this.rule = rule;
  }

  ArchRule rule() {
    return rule;
  }

  /** The class that breaks it. */
  Class<?> planted() {
    return planted;
  }

  private static DescribedPredicate<JavaClass> generated() {
    return resideInAPackage("dmarcreports.store.tables..");
  }

  private static DescribedPredicate<JavaClass> channels() {
    return DescribedPredicate.describe(
        "channels of sockets",
        one -> one.getName().matches("java\\.nio\\.channels\\.\\w*(Socket|Datagram)\\w*"));
  }

  private static DescribedPredicate<JavaClass> named(String... names) {
    return DescribedPredicate.describe(
        "named " + String.join(", ", names), one -> List.of(names).contains(one.getSimpleName()));
  }

  private static ArchRule rooms() {
    LayeredArchitecture rooms =
        layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
    rooms = rooms.layer("main").definedBy("..dmarcreports");
    for (String room :
        "command spark flow delivery reading mailbox mail xml store stored output analysis dns file report"
            .split(" ")) {
      rooms = rooms.layer(room).definedBy("..dmarcreports." + room + "..");
    }
    return rooms
        .whereLayer("main")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("command")
        .mayOnlyBeAccessedByLayers("main")
        .whereLayer("spark")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("flow")
        .mayOnlyBeAccessedByLayers("command")
        .whereLayer("delivery")
        .mayOnlyBeAccessedByLayers("flow", "command")
        .whereLayer("reading")
        .mayOnlyBeAccessedByLayers("flow", "spark")
        .whereLayer("mailbox")
        .mayOnlyBeAccessedByLayers("reading", "delivery", "flow", "command", "spark")
        .whereLayer("mail")
        .mayOnlyBeAccessedByLayers("mailbox", "reading", "flow", "command", "spark")
        .whereLayer("xml")
        .mayOnlyBeAccessedByLayers("reading", "flow", "spark")
        .whereLayer("store")
        .mayOnlyBeAccessedByLayers("flow", "command", "spark")
        .whereLayer("output")
        .mayOnlyBeAccessedByLayers("flow", "command", "spark")
        .whereLayer("analysis")
        .mayOnlyBeAccessedByLayers("output", "flow", "command", "spark")
        .whereLayer("dns")
        .mayOnlyBeAccessedByLayers("analysis", "store", "stored", "output", "flow", "command")
        .whereLayer("stored")
        .mayOnlyBeAccessedByLayers(
            "mailbox", "delivery", "store", "output", "flow", "command", "spark")
        .whereLayer("file")
        .mayOnlyBeAccessedByLayers("mailbox", "store", "output", "flow", "command")
        .whereLayer("report")
        .mayNotAccessAnyLayer();
  }
}
