package dmarcreports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That the house is as it should be, and that whoever breaks a rule is seen. */
class HouseTest {
  private static JavaClasses house;
  private static JavaClasses planted;

  @BeforeAll
  static void look() {
    house =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dmarcreports");
    planted = new ClassFileImporter().importPackages("planted.dmarcreports");
  }

  /** They take half of the memory that all tests together have. */
  @AfterAll
  static void leave() {
    house = null;
    planted = null;
  }

  @ParameterizedTest
  @EnumSource
  void theHouseKeepsTheRule(HouseRule rule) {
    rule.rule().check(house);
  }

  @ParameterizedTest
  @EnumSource
  void theRuleFindsWhoBreaksIt(HouseRule rule) {
    String report = rule.rule().evaluate(planted).getFailureReport().toString();
    assertTrue(report.contains(rule.planted().getName()), report);
  }

  /** One that is none any more need not be allowed. */
  @Test
  void everyCircleThatIsAllowedIsThere() {
    for (FileCircles.Circle circle : FileCircles.ALLOWED) {
      List<FileCircles.Circle> others = new ArrayList<>(FileCircles.ALLOWED);
      others.remove(circle);
      assertTrue(FileCircles.noneBut(others).evaluate(house).hasViolation(), circle.toString());
    }
  }

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
