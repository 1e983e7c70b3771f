package org.plumbline.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.analyzer.exercise.AnalysisContext.Normalisation;
import org.plumbline.analyzer.exercise.NormalisationJson;

/**
 * Tables of made-up contractions: 8 s at 1 kHz, noise of a known RMS inside 60 to 70 Hz and its
 * like, so that the band-pass leaves it alone.
 */
class NormaliseCommandTest {
  private static final String PROFILE =
      """
      profile: 1
      name: trial
      about: made up
      table:
        delimiter: comma
      time:
        rate: 1000
      streams:
        - name: emg
          muscles:
            - {column: glute, location: right-gluteus-maximus, unit: uV}
      """;

  @TempDir private Path folder;

  /** A sine of 83 Hz with this RMS from second 3 to 6, and noise of 2 uV all the time. */
  private Path trial(String name, double microvolts) throws IOException {
    Files.writeString(folder.resolve("trial.yaml"), PROFILE);
    Random chance = new Random(name.hashCode());
    StringBuilder text = new StringBuilder("glute\n");
    for (int i = 0; i < 8000; i++) {
      boolean pushing = i >= 3000 && i < 6000;
      double value = pushing ? microvolts * Math.sqrt(2) * Math.sin(2 * Math.PI * 0.083 * i) : 0;
      text.append(String.format(Locale.ROOT, "%.3f%n", value + 2 * chance.nextGaussian()));
    }
    Path file = folder.resolve(name + ".csv");
    Files.writeString(file, text);
    return file;
  }

  private CommandLineCase normalise(Object... words) {
    Object[] all = new Object[words.length + 3];
    all[0] = "normalise";
    all[1] = "--profile";
    all[2] = folder.resolve("trial.yaml");
    System.arraycopy(words, 0, all, 3, words.length);
    return CommandLineCase.of(all);
  }

  @Test
  void theBestHalfSecondOfThreeTrialsInTwoPositionsIsHundredPerCent() throws IOException {
    Path out = folder.resolve("refs.json");
    CommandLineCase run =
        normalise(
            "prone=" + trial("a", 150),
            "prone=" + trial("b", 200),
            "standing=" + trial("c", 180),
            "--electrodes",
            "visit-1",
            "--out",
            out);
    assertThat(run.status()).as(run.err() + run.out()).isZero();
    List<Normalisation> read = NormalisationJson.read(Files.readString(out));
    assertThat(read).hasSize(1);
    assertThat(read.get(0).kind()).isEqualTo(Normalisation.Kind.MVIC);
    assertThat(read.get(0).electrodes()).contains("visit-1");
    assertThat(read.get(0).microvolts()).isCloseTo(200, within(2.0));
    Normalisation.Trials made = read.get(0).trials().orElseThrow();
    assertThat(made.each())
        .extracting(Normalisation.Trial::position)
        .containsExactly("prone", "prone", "standing");
    assertThat(made.each().get(0).microvolts()).isCloseTo(150, within(2.0));
    assertThat(made.spread()).isCloseTo(200.0 / 150, within(0.03));
  }

  @Test
  void oneRecordingIsOneTrialWhateverItIsCalled() throws IOException {
    Path out = folder.resolve("refs.json");
    Path a = trial("a", 150);
    Path copy = Files.copy(a, folder.resolve("copy.csv"));
    CommandLineCase run = normalise("prone=" + a, "standing=" + copy, "prone=" + a, "--out", out);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("a.csv", "copy.csv", "one contraction is one trial");
    assertThat(out).doesNotExist();
  }

  @Test
  void onePositionIsNoMaximumButASubmaximalReference() throws IOException {
    Path out = folder.resolve("refs.json");
    String a = "prone=" + trial("a", 150);
    String b = "prone=" + trial("b", 200);
    CommandLineCase mvic = normalise(a, b, "prone=" + trial("c", 160), "--out", out);
    assertThat(mvic.status()).isEqualTo(1);
    assertThat(mvic.out()).contains("at least 3 in 2 positions");
    assertThat(out).doesNotExist();
    CommandLineCase submaximal = normalise(a, b, "--kind", "submaximal", "--out", out);
    assertThat(submaximal.status()).as(submaximal.err()).isZero();
    Normalisation read = NormalisationJson.read(Files.readString(out)).get(0);
    assertThat(read.kind()).isEqualTo(Normalisation.Kind.SUBMAXIMAL);
    assertThat(read.microvolts()).isCloseTo(175, within(2.0));
  }

  @Test
  void referencesOfOtherElectrodesAreRefused() throws IOException {
    Path out = folder.resolve("refs.json");
    String one = "prone=" + trial("a", 150);
    normalise(one, "--kind", "session", "--electrodes", "visit-1", "--out", out);
    CommandLineCase other =
        CommandLineCase.of(
            "analyze",
            folder.resolve("a.csv"),
            "-p",
            folder.resolve("trial.yaml"),
            "-e",
            "bridge",
            "--normalisation",
            out,
            "--electrodes",
            "visit-2");
    assertThat(other.status()).isEqualTo(2);
    assertThat(other.err()).contains("visit-1", "visit-2", "measure again");
  }
}
