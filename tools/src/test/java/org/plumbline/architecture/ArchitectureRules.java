package org.plumbline.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;

/**
 * The rules of the design's shape, for a root package, so that the same rules can be tried on
 * classes planted to break them.
 */
final class ArchitectureRules {
  private final String root;

  ArchitectureRules(String root) {
    this.root = root;
  }

  /** All rules by a short name, in the order a reader wants them. */
  Map<String, ArchRule> all() {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put("device-io knows nobody", deviceKnowsNobody());
    rules.put("analyzer knows the session log only", analyzerKnowsTheLogOnly());
    rules.put("fixtures know device-io only", fixturesKnowDeviceOnly());
    rules.put("no cycles", slices().matching(root + ".(**)").should().beFreeOfCycles());
    rules.put("pure packages touch nothing outside", pureTouchesNothing());
    rules.put("pure packages use no machine-dependent mathematics", pureMathematics());
    rules.put("every package is null-marked", everyPackageIsNullMarked());
    rules.put("no static mutable state", noStaticMutableState());
    rules.put("standard output belongs to the commands", standardOutputBelongsToCommands());
    rules.put("only the entry ends the program", onlyTheEntryExits());
    homes().forEach((name, home) -> rules.put(name + " has one home", oneHome(home)));
    return rules;
  }

  private ArchRule deviceKnowsNobody() {
    return noClasses()
        .that()
        .resideInAPackage(root + ".device..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(root + ".analyzer..", root + ".fixtures..", root + ".tools..");
  }

  private ArchRule analyzerKnowsTheLogOnly() {
    DescribedPredicate<JavaClass> foreign =
        resideInAPackage(root + "..")
            .and(
                DescribedPredicate.not(
                    resideInAnyPackage(root + ".analyzer..", root + ".device.log")))
            .as("in the rest of the program");
    return noClasses()
        .that()
        .resideInAPackage(root + ".analyzer..")
        .should()
        .dependOnClassesThat(are(foreign));
  }

  private ArchRule fixturesKnowDeviceOnly() {
    return noClasses()
        .that()
        .resideInAPackage(root + ".fixtures..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(root + ".analyzer..", root + ".tools..");
  }

  /** Packages whose results must be the same on every machine and in every run. */
  private String[] purePackages() {
    return new String[] {
      root + ".analyzer",
      root + ".analyzer.result..",
      root + ".analyzer.stream..",
      root + ".analyzer.body..",
      root + ".analyzer.set..",
      root + ".analyzer.signal..",
      root + ".analyzer.orientation..",
      root + ".analyzer.calibration..",
      root + ".analyzer.health..",
      root + ".analyzer.kinematics..",
      root + ".analyzer.emg..",
      root + ".analyzer.repetition..",
      root + ".analyzer.quality..",
      root + ".analyzer.comparison..",
      root + ".analyzer.protocol..",
      root + ".device.log..",
      root + ".device.protocol.."
    };
  }

  private ArchRule pureTouchesNothing() {
    DescribedPredicate<JavaClass> outside =
        resideInAnyPackage(
                "java.io..",
                "java.nio.file..",
                "java.nio.channels..",
                "java.net..",
                "java.time..",
                "java.util.concurrent..",
                "java.util.logging..",
                "org.slf4j..",
                "ch.qos.logback..")
            .or(nameMatching("java\\.lang\\.(Thread|ThreadLocal|Process|ProcessBuilder|Runtime)"))
            .or(nameMatching("java\\.util\\.(Random|SplittableRandom|UUID|Timer|Date|Calendar)"))
            // A log source may say that the world failed; a byte array in memory is none of it.
            .and(
                DescribedPredicate.not(
                    nameMatching(
                        "java\\.io\\.(Closeable|IOException|Serializable|ByteArray(In|Out)putStream)")))
            .as("a clock, file, thread, log or random number");
    return noClasses()
        .that()
        .resideInAnyPackage(purePackages())
        .should()
        .dependOnClassesThat(are(outside))
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Math.class, "random");
  }

  private ArchRule pureMathematics() {
    DescribedPredicate<JavaAccess<?>> unstable =
        new DescribedPredicate<>("a method of Math whose last bits differ between machines") {
          @Override
          public boolean test(JavaAccess<?> access) {
            return access.getTargetOwner().isEquivalentTo(Math.class)
                && UNSTABLE_MATH.contains(access.getTarget().getName());
          }
        };
    return noClasses()
        .that()
        .resideInAnyPackage(purePackages())
        .or()
        .resideInAPackage(root + ".analyzer.exercise..")
        .should()
        .accessTargetWhere(unstable);
  }

  private static final List<String> UNSTABLE_MATH =
      List.of(
          "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp",
          "expm1", "log", "log10", "log1p", "pow", "cbrt", "hypot");

  private static ArchRule everyPackageIsNullMarked() {
    return classes()
        .should(
            new ArchCondition<>("be in a package annotated @NullMarked") {
              @Override
              public void check(JavaClass item, ConditionEvents events) {
                boolean marked = item.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(
                    new SimpleConditionEvent(
                        item,
                        marked,
                        "package " + item.getPackageName() + " of " + item.getName()));
              }
            });
  }

  private static ArchRule noStaticMutableState() {
    return fields().that().areStatic().should().beFinal();
  }

  /** An entry of its own, for whoever regenerates the fixtures. */
  private static final String FIXTURE_WRITER = "FixtureWriter";

  private ArchRule standardOutputBelongsToCommands() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(root + ".tools.cli..")
        .and()
        .doNotHaveSimpleName(FIXTURE_WRITER)
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err");
  }

  private ArchRule onlyTheEntryExits() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(root + ".tools.cli..")
        .and()
        .doNotHaveSimpleName(FIXTURE_WRITER)
        .should()
        .callMethod(System.class, "exit", int.class);
  }

  /** Packages of a third party, and those of ours that may know it. */
  private record Home(List<String> theirs, List<String> ours) {}

  private Map<String, Home> homes() {
    Map<String, Home> homes = new LinkedHashMap<>();
    homes.put("jSerialComm", new Home(List.of("com.fazecast.."), List.of(".device.serial..")));
    homes.put("JNA", new Home(List.of("com.sun.jna.."), List.of(".device.serial..")));
    homes.put(
        "Avro",
        new Home(
            List.of("org.apache.avro..", "com.github.luben.."), List.of(".device.recording..")));
    homes.put("JFree", new Home(List.of("org.jfree.."), List.of(".analyzer.chart..")));
    homes.put("jte", new Home(List.of("gg.jte.."), List.of(".analyzer.report..")));
    homes.put("picocli", new Home(List.of("picocli.."), List.of(".tools.cli..")));
    homes.put("progressbar", new Home(List.of("me.tongfei.."), List.of(".tools.cli..")));
    homes.put(
        "Micrometer",
        new Home(List.of("io.micrometer..", "io.prometheus.."), List.of(".tools.run..")));
    homes.put(
        "FlatLaf",
        new Home(List.of("com.formdev..", "net.miginfocom.."), List.of(".tools.live..")));
    homes.put(
        "Swing", new Home(List.of("javax.swing.."), List.of(".tools.live..", ".analyzer.chart..")));
    return homes;
  }

  private ArchRule oneHome(Home home) {
    String[] ours = home.ours().stream().map(name -> root + name).toArray(String[]::new);
    return noClasses()
        .that()
        .resideOutsideOfPackages(ours)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(home.theirs().toArray(String[]::new));
  }
}
