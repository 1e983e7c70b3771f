package org.plumbline.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.fixtures.FixtureCatalog;

/**
 * What is said of sensors, muscles and legs that a session has not is not passed over in silence.
 */
class UnusedWordsTest {
  @TempDir static Path folder;
  private static Path squat = Path.of("");

  @BeforeAll
  static void fixture() throws IOException {
    squat = FixtureCatalog.find("squat-good").copyTo(folder);
  }

  private static String analyzed(String... words) {
    Object[] all = new Object[words.length + 4];
    all[0] = "analyze";
    all[1] = squat;
    all[2] = "-e";
    all[3] = "squat";
    System.arraycopy(words, 0, all, 4, words.length);
    CommandLineCase run = CommandLineCase.of(all);
    assertThat(run.status()).as(run.err()).isZero();
    return run.out();
  }

  @Test
  void aMountingOfASensorThatIsNotThereIsNamed() {
    assertThat(analyzed("--mounting", "left-foot=+z:left", "--mounting", "left-thigh=+z:right"))
        .contains("Note: It was said how the sensor on left-foot is strapped on")
        .doesNotContain("sensor on left-thigh is strapped");
  }

  @Test
  void aReferenceLevelOfAMuscleThatIsNotRecordedIsNamed() {
    assertThat(analyzed("--mvic", "left-soleus=180uV", "--mvic", "left-gluteus-maximus=180uV"))
        .contains("A reference level of left-soleus was given, and no channel records it");
  }

  @Test
  void aLegInAnExerciseOfBothIsNamed() {
    assertThat(analyzed("--side", "left"))
        .contains("The leg that works was named (left), and in the exercise Squat both are");
  }

  @Test
  void whatIsUsedIsNotRemarked() {
    assertThat(analyzed("--standing-knee", "left=10", "--mvic", "left-gluteus-maximus=180uV"))
        .doesNotContain("was not used");
  }
}
