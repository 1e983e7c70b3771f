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
import org.plumbline.device.log.Muscle;

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
      double value = value(row[0], order, rateHz, lowHz, highHz, x, sample);
      assertThat(value)
          .as(String.join(",", row))
          .isCloseTo(Double.parseDouble(row[6]), within(1e-9));
      compared++;
    }
    assertThat(compared).isGreaterThan(200);
  }

  private static double value(
      String kind, int order, double rateHz, double lowHz, double highHz, double[] x, int sample) {
    EmgConditioner.Parameters chain =
        EmgConditioner.Parameters.of(lowHz == 30 ? Muscle.ERECTOR_SPINAE : Muscle.GLUTEUS_MAXIMUS);
    return switch (kind) {
      case "envelope" -> conditioned(chain, rateHz, x, sample).rmsVolts();
      case "smooth" -> conditioned(chain, rateHz, x, sample).smoothVolts();
      case "zerophase" -> EmgConditioner.zeroPhaseSignal(chain, rateHz, x)[sample];
      case "zerosmooth" -> EmgConditioner.zeroPhaseEnvelope(chain, rateHz, x)[sample];
      case "zerolow" -> ZeroPhase.filter(Butterworth.lowPass(order, rateHz, lowHz), x)[sample];
      case "notch" -> filtered(notches(order, rateHz, lowHz), x, sample);
      case "lowpass" -> filtered(Butterworth.lowPass(order, rateHz, lowHz), x, sample);
      case "highpass" -> filtered(Butterworth.highPass(order, rateHz, lowHz), x, sample);
      default -> filtered(Butterworth.bandPass(order, rateHz, lowHz, highHz), x, sample);
    };
  }

  private static BiquadCascade notches(int harmonics, double rateHz, double firstHz) {
    double[] all = new double[harmonics];
    for (int k = 0; k < harmonics; k++) {
      all[k] = firstHz * (k + 1);
    }
    return Notch.at(rateHz, 30, all);
  }

  private static EmgConditioner conditioned(
      EmgConditioner.Parameters chain, double rateHz, double[] x, int sample) {
    EmgConditioner conditioner = new EmgConditioner(chain, rateHz);
    for (int i = 0; i <= sample; i++) {
      conditioner.update(x[i]);
    }
    return conditioner;
  }

  private static double filtered(BiquadCascade filter, double[] x, int sample) {
    double value = Double.NaN;
    for (int i = 0; i <= sample; i++) {
      value = filter.update(x[i]);
    }
    return value;
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
    assertThatThrownBy(() -> Butterworth.bandPass(4, Double.NaN, 20, 450))
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> Butterworth.highPass(4, 1000, Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> Notch.at(1000, 30, 0)).hasMessageContaining("0.0");
    assertThatThrownBy(() -> Notch.at(100, 30, 50)).hasMessageContaining("50.0");
    assertThatThrownBy(() -> Notch.at(1000, 30, Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> Notch.at(1000, 0, 50)).hasMessageContaining("quality");
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
