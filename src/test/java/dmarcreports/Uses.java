package dmarcreports;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** That a class calls a method, or passes it on for somebody else to call. */
final class Uses {
  private final String words;
  private final Predicate<CodeUnitAccessTarget> wanted;

  private Uses(String words, Predicate<CodeUnitAccessTarget> wanted) {
    this.words = words;
    this.wanted = wanted;
  }

  /** A method, as it is named by this type or by one below it. */
  static Uses method(Class<?> owner, String name, Class<?>... parameters) {
    List<String> types = Arrays.stream(parameters).map(Class::getName).toList();
    return new Uses(
        owner.getSimpleName() + "." + name,
        target ->
            target.getName().equals(name)
                && target.getOwner().isAssignableTo(owner)
                && target.getRawParameterTypes().stream()
                    .map(JavaClass::getName)
                    .toList()
                    .equals(types));
  }

  Uses or(Uses other) {
    return new Uses(words + " or " + other.words, wanted.or(other.wanted));
  }

  ArchCondition<JavaClass> condition() {
    return new ArchCondition<>("use " + words) {
      @Override
      public void check(JavaClass one, ConditionEvents events) {
        Stream<? extends JavaCodeUnitAccess<?>> all =
            Stream.concat(
                one.getMethodCallsFromSelf().stream(), one.getMethodReferencesFromSelf().stream());
        all.filter(access -> wanted.test(access.getTarget()))
            .forEach(
                access ->
                    events.add(SimpleConditionEvent.satisfied(access, access.getDescription())));
      }
    };
  }
}
