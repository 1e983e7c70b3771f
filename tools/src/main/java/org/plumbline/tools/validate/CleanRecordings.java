package org.plumbline.tools.validate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.plumbline.analyzer.health.FirstLook;
import org.plumbline.analyzer.health.SensorCare;
import org.plumbline.analyzer.health.SensorHealth;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;
import org.plumbline.device.log.StreamDescriptor.Origin;

/**
 * False alarms on real recordings of sensors that are known to be good, and on squats with two
 * accelerometers of which nothing but their zero error is known to be wrong. What is not there is
 * left out.
 */
final class CleanRecordings {
  private static final String BROAD = "broad";
  private static final String KNEE = "fan_knee";
  private static final double FIRST_LOOK_SECONDS = 0.5;
  private static final int CHANNELS = 6;

  private CleanRecordings() {}

  static void add(Inputs inputs, List<Figure> figures) throws IOException {
    Optional<Path> broad = inputs.folder(BROAD);
    if (broad.isPresent()) {
      int alarmed = 0;
      List<Path> files = DataFiles.in(broad.get(), BroadTrial.SUFFIX);
      for (Path file : files) {
        inputs.progress().accept(String.valueOf(file.getFileName()));
        BroadTrial trial = BroadTrial.read(file);
        alarmed += findings(trial.size(), trial.rateHz(), trial::imu) > 0 ? 1 : 0;
      }
      addTo(figures, "broad", files.size(), alarmed, "validate.source.broad");
    }
    Optional<Path> knee = inputs.folder(KNEE);
    if (knee.isPresent()) {
      addKnee(knee.get(), figures);
    }
    Optional<Path> squats = inputs.folder(Squat6.FOLDER);
    if (squats.isPresent()) {
      addSquats(Squat6.in(squats.get()), inputs, figures);
    }
  }

  private static void addKnee(Path folder, List<Figure> figures) throws IOException {
    int sensors = 0;
    int alarmed = 0;
    for (KneeSession session : KneeSession.in(folder)) {
      for (Segment segment : List.of(Segment.THIGH, Segment.SHANK)) {
        SensorTable table = KneeSuite.read(session, segment, session.side().orElse(Side.LEFT));
        double[] imu = new double[CHANNELS];
        SampleSource rows =
            row -> {
              table.imu(row, imu);
              return imu;
            };
        sensors++;
        alarmed += findings(table.size(), table.rateHz(), rows) > 0 ? 1 : 0;
      }
    }
    addTo(figures, "fan-knee", sensors, alarmed, "validate.source.fan");
  }

  private static void addSquats(Squat6 data, Inputs inputs, List<Figure> figures)
      throws IOException {
    int sets = 0;
    int alarmed = 0;
    for (Path file : data.files()) {
      Optional<Squat6.HandSet> hand = data.hand(file);
      if (hand.isPresent()) {
        inputs.progress().accept(String.valueOf(file.getFileName()));
        TreeSet<String> codes = new TreeSet<>();
        Squat6.evaluate(file, hand.get())
            .result()
            .streams()
            .forEach(stream -> stream.health().forEach(health -> codes.add(health.code())));
        // The zero error is there: gravity is 3 to 4 m/s2 off in two of the three sensors.
        codes.remove("accelerometer-bias");
        codes.remove("accelerometer-calibrated");
        sets++;
        alarmed += codes.isEmpty() ? 0 : 1;
      }
    }
    addTo(figures, "squat6", sets, alarmed, "validate.source.squat6");
  }

  /** Rows of gyroscope (rad/s) and accelerometer (m/s2), x y z. */
  private interface SampleSource {
    double[] row(int sample);
  }

  /** How many kinds of finding are ever held against a sensor, asked twice a second. */
  private static int findings(int size, double rateHz, SampleSource source) {
    int every = (int) (rateHz * FIRST_LOOK_SECONDS);
    FirstLook look = new FirstLook();
    for (int i = 0; i < Math.min(every, size); i++) {
      look.add(Arrays.copyOf(source.row(i), CHANNELS));
    }
    SensorCare care = new SensorCare(SensorHealth.Parameters.defaults(), rateHz, look);
    TreeSet<String> codes = new TreeSet<>();
    for (int i = 0; i < size; i++) {
      double[] imu = Arrays.copyOf(source.row(i), CHANNELS);
      care.repair(imu);
      care.update(1 / rateHz, false, imu);
      if (i % every == 0) {
        care.findings().forEach(finding -> codes.add(finding.code().id()));
      }
    }
    return codes.size();
  }

  private static void addTo(
      List<Figure> figures, String data, int count, int alarmed, String source) {
    figures.add(
        Figure.atMost(
            0,
            Texts.get("validate.setup.real." + data, count),
            alarmed,
            "recordings",
            Origin.MEASURED,
            Texts.get(source)));
  }
}
