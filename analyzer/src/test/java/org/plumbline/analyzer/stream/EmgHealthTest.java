package org.plumbline.analyzer.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.result.SessionResult.Health;
import org.plumbline.device.log.Axis;
import org.plumbline.device.log.Channel;
import org.plumbline.device.log.Location.OnMuscle;
import org.plumbline.device.log.Muscle;
import org.plumbline.device.log.Quantity;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.Side;
import org.plumbline.device.log.StreamDescriptor;

/** What is wrong with the channels of an EMG stream. */
class EmgHealthTest {
  private static final StreamDescriptor EMG =
      new StreamDescriptor(
          3,
          "emg",
          "",
          StreamDescriptor.Origin.SYNTHETIC,
          1000,
          1_000_000_000,
          StreamDescriptor.DEFAULT_LATENESS_NANOS,
          List.of(
              channel(new OnMuscle(Muscle.GLUTEUS_MAXIMUS, Side.LEFT)),
              channel(new OnMuscle(Muscle.HAMSTRINGS, Side.RIGHT))));

  private static Channel channel(OnMuscle muscle) {
    return new Channel(muscle.id(), Quantity.EMG, Axis.NONE, muscle, 1, 0, 0);
  }

  @Test
  void whatSeveralChannelsHaveInCommonIsSaidOnceWithTheirMuscles() {
    EmgStream emg = new EmgStream(EMG);
    Random chance = new Random(5);
    int width = EMG.channels().size();
    for (int second = 0; second < 20; second++) {
      double[] values = new double[1000 * width];
      long[] times = new long[1000];
      for (int i = 0; i < 1000; i++) {
        long at = second * 1000L + i;
        times[i] = at * 1_000_000;
        for (int c = 0; c < width; c++) {
          double muscle = 20e-6 * chance.nextGaussian();
          values[i * width + c] = muscle + 30e-6 * Math.sin(2 * Math.PI * 0.05 * at);
        }
      }
      emg.accept(
          Samples.ofValues(
              EMG.id(), times[999], second * 1000L, width, times, times.clone(), values));
    }
    List<Health> health = emg.health();
    assertThat(health).extracting(Health::code).contains("emg-hum-removed").doesNotHaveDuplicates();
    assertThat(health.stream().filter(one -> one.code().equals("emg-hum-removed")))
        .singleElement()
        .satisfies(
            one -> assertThat(one.effect()).contains("left gluteus maximus, right hamstrings"));
  }
}
