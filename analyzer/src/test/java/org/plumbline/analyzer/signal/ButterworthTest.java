package org.plumbline.analyzer.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.emg.EmgConditioner;

class ButterworthTest {

  /** The signal of filter_reference.py. */
  private static double[] signal() {
    long state = 12345;
    double[] x = new double[3000];
    for (int i = 0; i < x.length; i++) {
      state = (state * 1664525 + 1013904223) % (1L << 32);
      x[i] = state / (double) (1L << 32) - 0.5 + 0.001 * i;
    }
    return x;
  }

  private static List<String[]> reference() throws IOException {
    List<String[]> rows = new ArrayList<>();
    try (InputStream stream = ButterworthTest.class.getResourceAsStream("filter_reference.csv")) {
      assertThat(stream).isNotNull();
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      text.lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> rows.add(line.split(",", -1)));
    }
    return rows;
  }

  @Test
  void outputsEqualThoseOfScipyWithinOneInABillion() throws IOException {
    double[] x = signal();
    int compared = 0;
    for (String[] row : reference()) {
      int order = Integer.parseInt(row[1]);
      double rateHz = Double.parseDouble(row[2]);
      double lowHz = Double.parseDouble(row[3]);
      double highHz = Double.parseDouble(row[4]);
      int sample = Integer.parseInt(row[5]);
      double value = Double.NaN;
      if (row[0].equals("envelope")) {
        EmgConditioner conditioner =
            new EmgConditioner(EmgConditioner.Parameters.defaults(), rateHz);
        for (int i = 0; i <= sample; i++) {
          value = conditioner.update(x[i]);
        }
      } else {
        BiquadCascade filter =
            switch (row[0]) {
              case "lowpass" -> Butterworth.lowPass(order, rateHz, lowHz);
              case "highpass" -> Butterworth.highPass(order, rateHz, lowHz);
              default -> Butterworth.bandPass(order, rateHz, lowHz, highHz);
            };
        for (int i = 0; i <= sample; i++) {
          value = filter.update(x[i]);
        }
      }
      assertThat(value)
          .as(String.join(",", row))
          .isCloseTo(Double.parseDouble(row[6]), within(1e-9));
      compared++;
    }
    assertThat(compared).isGreaterThan(100);
  }

  @Test
  void theBandPassEqualsThatOfIirj() {
    uk.me.berndporr.iirj.Butterworth theirs = new uk.me.berndporr.iirj.Butterworth();
    theirs.bandPass(4, 2000, 235, 430, uk.me.berndporr.iirj.DirectFormAbstract.DIRECT_FORM_I);
    BiquadCascade ours = Butterworth.bandPass(4, 2000, 20, 450);
    for (double x : signal()) {
      assertThat(ours.update(x)).isCloseTo(theirs.filter(x), within(1e-9));
    }
  }

  @Test
  void gainIsThreeDecibelsDownAtTheEdges() {
    BiquadCascade filter = Butterworth.bandPass(4, 1000, 20, 450);
    assertThat(filter.gain(20)).isCloseTo(Math.sqrt(0.5), within(1e-9));
    assertThat(filter.gain(450)).isCloseTo(Math.sqrt(0.5), within(1e-9));
    assertThat(filter.gain(100)).isCloseTo(1, within(1e-3));
  }

  /** Group delay of a low-pass at 0 Hz in closed form: 2.6131 / omega for order 4, analog. */
  @Test
  void groupDelayOfASlowLowPassIsThatOfItsAnalogPrototype() {
    BiquadCascade filter = Butterworth.lowPass(4, 2000, 6);
    assertThat(filter.groupDelaySeconds(0.5)).isCloseTo(2.6131 / (2 * Math.PI * 6), within(0.002));
  }

  @Test
  void whatIsNoBandIsRefused() {
    assertThatThrownBy(() -> Butterworth.lowPass(4, 1000, 0)).hasMessageContaining("0.0");
    assertThatThrownBy(() -> Butterworth.bandPass(4, 800, 20, 450)).hasMessageContaining("800");
    assertThatThrownBy(() -> Butterworth.lowPass(0, 1000, 10)).hasMessageContaining("order");
    BiquadCascade filter = Butterworth.lowPass(2, 1000, 10);
    assertThatThrownBy(() -> filter.update(Double.NaN)).hasMessageContaining("NaN");
    assertThat(filter.update(0)).isZero();
  }

  @Test
  void aFlatChannelFadesToExactlyZero() {
    BiquadCascade filter = Butterworth.bandPass(4, 2000, 20, 450);
    filter.update(1);
    double last = 1;
    for (int i = 0; i < 20_000; i++) {
      last = filter.update(0);
    }
    assertThat(last).isZero();
  }
}
