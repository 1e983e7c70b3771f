package org.plumbline.tools.validate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.analyzer.emg.EmgConditioner;
import org.plumbline.analyzer.stream.EmgRecording;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Axis;
import org.plumbline.device.log.Channel;
import org.plumbline.device.log.Described;
import org.plumbline.device.log.Location.OnMuscle;
import org.plumbline.device.log.Muscle;
import org.plumbline.device.log.Quantity;
import org.plumbline.device.log.Samples;
import org.plumbline.device.log.StreamDescriptor;
import org.plumbline.device.table.TableProfile;
import org.plumbline.device.table.TableProfiles;

/**
 * One recording of "EMG dataset in Lower Limb": four muscles of a healthy person in volts, and what
 * the person did.
 */
final class EmgTrial {
  static final String FOLDER = "uci_emg";

  private static final String PROFILE = "lower-limb-emg";
  private static final Pattern NAME =
      Pattern.compile("healthy(\\d+)_(gait|sitting|standing)\\.csv");
  private static final int PACKET = 50;

  private final String name;
  private final int subject;
  private final String activity;
  private final double rateHz;
  private final List<OnMuscle> muscles;
  private final double[][] volts;

  private EmgTrial(
      String name,
      int subject,
      String activity,
      double rateHz,
      List<OnMuscle> muscles,
      double[][] volts) {
    this.name = name;
    this.subject = subject;
    this.activity = activity;
    this.rateHz = rateHz;
    this.muscles = muscles;
    this.volts = volts;
  }

  /** All recordings of healthy people in a folder, sorted by name. */
  static List<EmgTrial> in(Path folder) throws IOException {
    TableProfile profile = TableProfiles.builtIn(PROFILE).orElseThrow();
    List<EmgTrial> trials = new ArrayList<>();
    for (Path file : DataFiles.in(folder, ".csv")) {
      Matcher matcher = NAME.matcher(String.valueOf(file.getFileName()));
      if (matcher.matches()) {
        SensorTable table = SensorTable.read(file, profile, "emg");
        trials.add(of(table, Integer.parseInt(matcher.group(1)), matcher.group(2)));
      }
    }
    if (trials.isEmpty()) {
      throw new IOException(Texts.get("validate.no-files", folder, "healthy"));
    }
    return trials;
  }

  private static EmgTrial of(SensorTable table, int subject, String activity) {
    List<OnMuscle> muscles = new ArrayList<>();
    for (Channel channel : table.descriptor().channels()) {
      muscles.add((OnMuscle) channel.location());
    }
    double[][] volts = new double[muscles.size()][table.size()];
    for (int c = 0; c < volts.length; c++) {
      for (int row = 0; row < table.size(); row++) {
        volts[c][row] = table.value(row, c);
      }
    }
    String name = subject + " " + activity;
    return new EmgTrial(name, subject, activity, table.rateHz(), muscles, volts);
  }

  String name() {
    return name;
  }

  String activity() {
    return activity;
  }

  /** Limits of the quality were chosen on the people with odd numbers. */
  boolean isForChoosing() {
    return subject % 2 == 1;
  }

  List<OnMuscle> muscles() {
    return muscles;
  }

  double rateHz() {
    return rateHz;
  }

  double seconds() {
    return volts[0].length / rateHz;
  }

  double[] volts(int channel) {
    return volts[channel].clone();
  }

  /** RMS of a channel in the band of surface EMG over the whole recording, V. */
  double bandVolts(int channel) {
    return Math.sqrt(
        meanSquare(inBand(volts[channel], muscles.get(channel)), 0, Integer.MAX_VALUE));
  }

  private double[] inBand(double[] signal, OnMuscle muscle) {
    EmgConditioner conditioner =
        new EmgConditioner(EmgConditioner.Parameters.of(muscle.muscle()), rateHz);
    conditioner.startAt(signal[0]);
    double[] filtered = new double[signal.length];
    for (int i = 0; i < signal.length; i++) {
      filtered[i] = conditioner.update(signal[i]);
    }
    return filtered;
  }

  private static double meanSquare(double[] signal, int from, int to) {
    double sum = 0;
    int end = Math.min(to, signal.length);
    for (int i = from; i < end; i++) {
      sum += signal[i] * signal[i];
    }
    return sum / (end - from);
  }

  /** Power that another version has more in the band than this one, over the power of this one. */
  double added(EmgTrial other, int channel, int from, int to) {
    double[] difference = other.volts(channel);
    for (int i = 0; i < difference.length; i++) {
      difference[i] -= volts[channel][i];
    }
    OnMuscle muscle = other.muscles.get(channel);
    return meanSquare(inBand(difference, muscle), from, to)
        / meanSquare(inBand(volts[channel], muscle), from, to);
  }

  /** Share of samples at the largest or smallest value of the whole channel. */
  double shareAtEnds(int channel, int from, int to) {
    double top = Arrays.stream(volts[channel]).max().orElseThrow();
    double bottom = Arrays.stream(volts[channel]).min().orElseThrow();
    long at =
        Arrays.stream(volts[channel], from, Math.min(to, volts[channel].length))
            .filter(one -> one == top || one == bottom)
            .count();
    return at / (double) (to - from);
  }

  /** The same recording with one channel replaced, and said to lie over another muscle. */
  EmgTrial with(int channel, double[] replaced, Muscle muscle) {
    double[][] all = volts.clone();
    all[channel] = replaced;
    List<OnMuscle> placed = new ArrayList<>(muscles);
    placed.set(channel, new OnMuscle(muscle, placed.get(channel).side()));
    return new EmgTrial(name, subject, activity, rateHz, placed, all);
  }

  /** Conditioned and watched as in a session. */
  EmgRecording analyze() {
    EmgRecording recording = new EmgRecording();
    List<Channel> channels = new ArrayList<>();
    for (OnMuscle muscle : muscles) {
      channels.add(new Channel(muscle.id(), Quantity.EMG, Axis.NONE, muscle, 1, 0, 0));
    }
    recording.accept(
        new Described(
            0,
            new StreamDescriptor(
                1,
                "emg",
                "",
                StreamDescriptor.Origin.MEASURED,
                rateHz,
                1_000_000_000L,
                StreamDescriptor.DEFAULT_LATENESS_NANOS,
                channels)));
    int size = volts[0].length;
    for (int from = 0; from < size; from += PACKET) {
      recording.accept(packet(from, Math.min(size, from + PACKET)));
    }
    return recording;
  }

  private Samples packet(int from, int to) {
    long[] nanos = new long[to - from];
    double[] values = new double[nanos.length * volts.length];
    for (int i = 0; i < nanos.length; i++) {
      nanos[i] = Math.round((from + i) * 1e9 / rateHz);
      for (int c = 0; c < volts.length; c++) {
        values[i * volts.length + c] = volts[c][from + i];
      }
    }
    return Samples.ofValues(
        1,
        nanos[nanos.length - 1],
        from,
        volts.length,
        Arrays.copyOf(nanos, nanos.length),
        nanos,
        values);
  }
}
