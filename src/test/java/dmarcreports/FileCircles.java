package dmarcreports;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SliceRule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Files that know themselves through others: none, but those that are one thought. */
final class FileCircles {
  /** Files that know each other, and why they may. */
  record Circle(Set<String> files, String why) {
    @Override
    public String toString() {
      return new TreeSet<>(files) + ": " + why;
    }
  }

  static final List<Circle> ALLOWED =
      List.of(
          new Circle(
              Set.of(
                  "dmarcreports.mail.Codec",
                  "dmarcreports.mail.ContainerKind",
                  "dmarcreports.mail.Mail",
                  "dmarcreports.mail.Mbox",
                  "dmarcreports.mail.SevenZip",
                  "dmarcreports.mail.Tar",
                  "dmarcreports.mail.Walk",
                  "dmarcreports.mail.Zip"),
              "what is in a container may be one: the walk asks the kinds, a kind walks on"),
          new Circle(
              Set.of("dmarcreports.analysis.saying.Phrase", "dmarcreports.analysis.saying.Saying"),
              "a phrase, said of something, is a saying; a saying is of a phrase"));

  /** What is generated. */
  private static final List<String> LEFT_OUT =
      List.of("dmarcreports.store.tables", "dmarcreports.xml.bound");

  private FileCircles() {}

  /** No circle but those that may be. */
  static ArchRule none() {
    return noneBut(ALLOWED);
  }

  /** No circle but these. */
  static ArchRule noneBut(List<Circle> allowed) {
    SliceRule rule = slices().assignedFrom(new Files()).should().beFreeOfCycles();
    for (Circle circle : allowed) {
      rule = rule.ignoreDependency(in(circle), in(circle));
    }
    return rule;
  }

  private static DescribedPredicate<JavaClass> in(Circle circle) {
    return DescribedPredicate.describe(
        circle.toString(), one -> circle.files.contains(top(one).getName()));
  }

  private static JavaClass top(JavaClass one) {
    return one.getEnclosingClass().map(FileCircles::top).orElse(one);
  }

  /** Each file for itself. */
  private static final class Files implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass one) {
      return LEFT_OUT.stream().anyMatch(one.getPackageName()::startsWith)
          ? SliceIdentifier.ignore()
          : SliceIdentifier.of(top(one).getName());
    }

    @Override
    public String getDescription() {
      return "files";
    }
  }
}
