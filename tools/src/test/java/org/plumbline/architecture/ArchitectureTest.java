package org.plumbline.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The design's "Shape", checked on the compiled classes of all four modules. */
class ArchitectureTest {

  /** Fewer than these and the importer has not seen a module; the program has far more. */
  private static final Map<String, Integer> LEAST_CLASSES =
      Map.of(
          "org.plumbline.device", 25,
          "org.plumbline.analyzer", 25,
          "org.plumbline.fixtures", 1,
          "org.plumbline.tools", 10);

  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.plumbline");

  private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("org.planted");

  @Test
  void everyModuleWasReallyAnalysed() {
    LEAST_CLASSES.forEach(
        (prefix, least) -> {
          long seen =
              PROGRAM.stream().filter(type -> type.getPackageName().startsWith(prefix)).count();
          assertThat(seen).as("classes of %s", prefix).isGreaterThanOrEqualTo(least);
        });
  }

  @TestFactory
  Stream<DynamicTest> theProgramKeepsTheRule() {
    return new ArchitectureRules("org.plumbline")
        .all().entrySet().stream()
            .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> check(rule.getValue())));
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(PROGRAM);
  }

  @TestFactory
  Stream<DynamicTest> aPlantedViolationIsFound() {
    return new ArchitectureRules("org.planted")
        .all().entrySet().stream()
            .map(
                rule ->
                    DynamicTest.dynamicTest(
                        rule.getKey(),
                        () ->
                            assertThat(rule.getValue().evaluate(PLANTED).hasViolation())
                                .as("found among the planted classes")
                                .isTrue()));
  }

  @Test
  void everyKindOfImpurityIsFoundByItself() {
    assertThat(violations("pure packages touch nothing outside"))
        .contains("nanoTime", "currentTimeMillis", "java.nio.file.Files", "java.util.Random")
        .contains("java.lang.Thread", "org.slf4j.Logger", "java.time.Clock");
    assertThat(violations("pure packages use no machine-dependent mathematics"))
        .contains("Math.sin", "Math.atan2", "Math.hypot")
        .doesNotContain("Math.sqrt");
  }

  private static String violations(String name) {
    ArchRule rule = Objects.requireNonNull(new ArchitectureRules("org.planted").all().get(name));
    return String.join("\n", rule.evaluate(PLANTED).getFailureReport().getDetails());
  }
}
