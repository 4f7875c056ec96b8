package dmarcreports.output.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dmarcreports.analysis.saying.Phrase;
import dmarcreports.analysis.sender.KnownSenders;
import dmarcreports.analysis.sender.SenderProfile;
import dmarcreports.command.CommandLines;
import dmarcreports.command.help.HelpPhrase;
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
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every phrase, those of the table of services and of the command line too, has its words in every
 * language, and every catalogue has no others.
 */
class CatalogueTest {
  private static final Path CATALOGUES = Path.of("src/main/resources/dmarcreports/output/language");
  private static JavaClasses classes;

  @BeforeAll
  static void look() {
    classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dmarcreports");
  }

  /** They take much memory. */
  @AfterAll
  static void leave() {
    classes = null;
  }

  private static List<Path> catalogues() throws IOException {
    try (Stream<Path> files = Files.list(CATALOGUES)) {
      return files.sorted().toList();
    }
  }

  private static List<JavaClass> enums() {
    return classes.stream().filter(c -> c.isEnum() && c.isAssignableTo(Phrase.class)).toList();
  }

  private static List<Phrase> phrases() {
    List<Phrase> phrases = new ArrayList<>();
    for (JavaClass one : enums()) {
      for (Object constant : one.reflect().getEnumConstants()) {
        phrases.add((Phrase) constant);
      }
    }
    KnownSenders.ALL.stream().flatMap(SenderProfile::phrases).forEach(phrases::add);
    phrases.addAll(HelpPhrase.all(CommandLines.program()));
    return phrases;
  }

  @ParameterizedTest
  @MethodSource("catalogues")
  void everyPhraseHasItsWordsAndNoWordsAreUnsaid(Path catalogue) throws IOException {
    assertEquals(List.of(), Catalogue.faults(Files.readString(catalogue), phrases()));
  }

  @Test
  void noTwoPhrasesShareAKey() {
    List<String> keys = phrases().stream().map(Phrase::key).sorted().toList();
    assertEquals(keys.stream().distinct().toList(), keys);
  }

  @Test
  void everyPhraseIsSaidSomewhere() {
    List<String> unsaid = new ArrayList<>();
    for (JavaClass one : enums()) {
      for (JavaField field : one.getFields()) {
        boolean constant = field.reflect().isEnumConstant();
        boolean said =
            field.getAccessesToSelf().stream()
                .anyMatch(access -> !access.getOriginOwner().equals(one) || !isStart(access));
        if (constant && !said) {
          unsaid.add(field.getFullName());
        }
      }
    }
    assertEquals(List.of(), unsaid);
  }

  private static boolean isStart(com.tngtech.archunit.core.domain.JavaFieldAccess access) {
    String origin = access.getOrigin().getName();
    return origin.equals("<clinit>") || origin.equals("$values");
  }

  @Test
  void eachKindOfFaultIsFound() throws IOException {
    String language =
        """
        language.plurals=one: n = 1; few: n = 2..4
        language.groups=,
        language.decimals=.
        language.capitals=yes
        language.between_sentences=\\u0020
        names.comma=, \\u0020
        names.and=\\u0020and\\u0020
        names.or=\\u0020or\\u0020
        names.more=\\u0020and {more} more
        """;
    assertEquals(List.of("planted.hello has no words"), faults(language));
    assertEquals(List.of(), faults(language + "planted.hello=Hello {name}\n"));
    assertEquals(
        List.of("planted.hello speaks of [nmae], the phrase of [name]"),
        faults(language + "planted.hello=Hello {nmae}\n"));
    assertEquals(
        List.of("planted.bye is never said"),
        faults(language + "planted.hello=Hello {name}\nplanted.bye=Bye\n"));
    assertEquals(
        List.of("planted.hello stands there twice"),
        faults(language + "planted.hello=Hello {name}\nplanted.hello=Hi {name}\n"));
    assertFalse(faults(language + "planted.hello=Hello {name, plural, =1 {x}}\n").isEmpty());
    assertEquals(
        List.of(), faults(language + "planted.hello={name, plural, one {x} few {y} other {z}}\n"));
    assertEquals(
        List.of("planted.hello has the forms [many, other], the language [few, one, other]"),
        faults(language + "planted.hello={name, plural, many {y} other {z}}\n"));
    assertEquals(
        List.of("language.plurals: no rule of plurals: n == 1"),
        faults(language.replace("n = 1", "n == 1") + "planted.hello={name}\n"));
  }

  private static List<String> faults(String file) throws IOException {
    return Catalogue.faults(file, List.of(Planted.values()));
  }

  private enum Planted implements Phrase {
    HELLO;

    @Override
    public String subject() {
      return "planted";
    }

    @Override
    public List<String> arguments() {
      return List.of("name");
    }
  }
}
