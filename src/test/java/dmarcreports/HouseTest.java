package dmarcreports;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dmarcreports.report.DomainName;
import dmarcreports.report.SourceIp;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Serializable;
import java.net.IDN;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may know whom. */
@AnalyzeClasses(packages = "dmarcreports", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {
  private static final String CORE_REPORT = "dmarcreports.report..";
  private static final String CORE_ANALYSIS = "dmarcreports.analysis..";

  @ArchTest
  static final ArchRule everyRoomKnowsOnlyThoseBelow =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("main")
          .definedBy("dmarcreports")
          .layer("command")
          .definedBy("dmarcreports.command..")
          .layer("flow")
          .definedBy("dmarcreports.flow..")
          .layer("reading")
          .definedBy("dmarcreports.reading..")
          .layer("mailbox")
          .definedBy("dmarcreports.mailbox..")
          .layer("mail")
          .definedBy("dmarcreports.mail..")
          .layer("xml")
          .definedBy("dmarcreports.xml..")
          .layer("store")
          .definedBy("dmarcreports.store..")
          .layer("stored")
          .definedBy("dmarcreports.stored..")
          .layer("output")
          .definedBy("dmarcreports.output..")
          .layer("analysis")
          .definedBy("dmarcreports.analysis..")
          .layer("file")
          .definedBy("dmarcreports.file..")
          .layer("report")
          .definedBy("dmarcreports.report..")
          .whereLayer("main")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("command")
          .mayOnlyBeAccessedByLayers("main")
          .whereLayer("flow")
          .mayOnlyBeAccessedByLayers("command")
          .whereLayer("reading")
          .mayOnlyBeAccessedByLayers("flow")
          .whereLayer("mailbox")
          .mayOnlyBeAccessedByLayers("reading", "flow", "command")
          .whereLayer("mail")
          .mayOnlyBeAccessedByLayers("reading", "mailbox", "flow", "command")
          .whereLayer("xml")
          .mayOnlyBeAccessedByLayers("reading", "flow", "command")
          .whereLayer("store")
          .mayOnlyBeAccessedByLayers("flow", "command")
          .whereLayer("stored")
          .mayOnlyBeAccessedByLayers("store", "output", "flow", "command")
          .whereLayer("output")
          .mayOnlyBeAccessedByLayers("flow", "command")
          .whereLayer("analysis")
          .mayOnlyBeAccessedByLayers("output", "flow", "command")
          .whereLayer("file")
          .mayOnlyBeAccessedByLayers("store", "output", "mailbox", "flow", "command")
          .whereLayer("report")
          .mayNotAccessAnyLayer();

  @ArchTest
  static final ArchRule onlyCommandSeesTheCommandLine =
      noClasses()
          .that()
          .resideOutsideOfPackage("dmarcreports.command..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..");

  @ArchTest
  static final ArchRule theCoreTouchesNoFileNoDatabaseNoClock =
      noClasses()
          .that()
          .resideInAnyPackage(CORE_REPORT, CORE_ANALYSIS)
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
          .dependOnClassesThat(equivalentTo(java.time.Clock.class));

  @ArchTest
  static final ArchRule theCoreTouchesNoNetwork =
      noClasses()
          .that()
          .resideInAnyPackage(CORE_REPORT, CORE_ANALYSIS)
          .should()
          .dependOnClassesThat(
              resideInAPackage("java.net..")
                  .and(not(equivalentTo(IDN.class)))
                  .and(not(equivalentTo(InetAddress.class))));

  @ArchTest
  static final ArchRule onlyDomainNameSpellsInternationalNames =
      noClasses()
          .that()
          .resideInAnyPackage(CORE_REPORT, CORE_ANALYSIS)
          .and()
          .doNotBelongToAnyOf(DomainName.class)
          .should()
          .dependOnClassesThat(equivalentTo(IDN.class));

  @ArchTest
  static final ArchRule onlySourceIpReadsAddresses =
      noClasses()
          .that()
          .resideInAnyPackage(CORE_REPORT, CORE_ANALYSIS)
          .and()
          .doNotBelongToAnyOf(SourceIp.class)
          .should()
          .dependOnClassesThat(equivalentTo(InetAddress.class));

  @ArchTest
  static final ArchRule jaxbStaysInXml =
      noClasses()
          .that()
          .resideOutsideOfPackage("dmarcreports.xml..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta.xml.bind..", "org.glassfish.jaxb..", "dmarcreports.xml.bound..");

  @ArchTest
  static final ArchRule theDatabaseStaysInStore =
      noClasses()
          .that()
          .resideOutsideOfPackage("dmarcreports.store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.jooq..",
              "java.sql..",
              "javax.sql..",
              "org.h2..",
              "org.postgresql..",
              "org.flywaydb..",
              "dmarcreports.store.tables..");

  /** An interrupt closes the database under the thread that uses it. */
  @ArchTest
  static final ArchRule nobodyInterruptsAnother =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dmarcreports.store.h2.DatabaseLock")
          .should()
          .callMethod(Thread.class, "interrupt")
          .orShould()
          .callMethod(ExecutorService.class, "shutdownNow")
          .orShould()
          .callMethod(Future.class, "cancel", boolean.class);

  /** Turkish has another small I, Arabic other digits. */
  @ArchTest
  static final ArchRule nobodyWritesInTheLanguageOfTheMachine =
      noClasses()
          .that()
          .resideOutsideOfPackages("dmarcreports.xml.bound..", "dmarcreports.store.tables..")
          .should()
          .callMethod(String.class, "format", String.class, Object[].class)
          .orShould()
          .callMethod(String.class, "formatted", Object[].class)
          .orShould()
          .callMethod(String.class, "toLowerCase")
          .orShould()
          .callMethod(String.class, "toUpperCase")
          .orShould()
          .callMethod(PrintStream.class, "printf", String.class, Object[].class)
          .orShould()
          .callMethod(PrintWriter.class, "printf", String.class, Object[].class);

  @ArchTest
  static final ArchRule noPackageKnowsItselfThroughAnother =
      slices()
          .matching("dmarcreports.(**)")
          .should()
          .beFreeOfCycles()
          .ignoreDependency(
              resideInAPackage("dmarcreports.store.tables.."),
              resideInAPackage("dmarcreports.store.tables.."));

  @ArchTest
  static final ArchRule theKindsOfDatabaseNeverKnowEachOther =
      slices().matching("dmarcreports.store.(h2|postgres)..").should().notDependOnEachOther();

  @Test
  void everyPackageSaysWhatItIs() throws IOException {
    Path root = Path.of("src/main/java/dmarcreports");
    try (Stream<Path> all = Files.walk(root)) {
      List<Path> silent =
          all.filter(Files::isDirectory)
              .filter(directory -> !Files.exists(directory.resolve("package-info.java")))
              .toList();
      assertEquals(List.of(), silent);
    }
  }
}
