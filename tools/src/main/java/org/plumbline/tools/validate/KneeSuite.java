package org.plumbline.tools.validate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.plumbline.analyzer.kinematics.JointAngles;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Location.OnSegment;
import org.plumbline.device.log.Segment;
import org.plumbline.device.log.Side;
import org.plumbline.device.log.StreamDescriptor.Origin;
import org.plumbline.device.table.TableProfile;
import org.plumbline.device.table.TableProfiles;

/**
 * Knee angles beside an optical system: RMS of flexion, abduction and rotation with the offset of
 * the quiet second taken off, and the absolute error beside it. Row i of the reference belongs to
 * row i of the sensor files.
 */
public final class KneeSuite implements ValidationSuite {
  private static final String FOLDER = "fan_knee";

  private final KneeEstimator estimator;

  KneeSuite(KneeEstimator estimator) {
    this.estimator = estimator;
  }

  @Override
  public String id() {
    return "knee";
  }

  @Override
  public Optional<String> dataSet() {
    return Optional.of(FOLDER);
  }

  /** A standing pose that the estimator is told, and what is asked then. */
  private record Pose(String words, String source, boolean told, List<Double> reachDeg) {
    static final List<Pose> ALL =
        List.of(
            new Pose(
                "validate.knee.zero", "validate.source.knee-zero", false, List.of(1.07, 2.87, 3.1)),
            new Pose(
                "validate.knee.true", "validate.source.knee-true", true, List.of(0.8, 1.4, 2.7)));
  }

  /** One of the three angles in clinical sign. */
  private record Angle(String words, ToDoubleFunction<JointAngles> deg) {
    static List<Angle> of(Side side) {
      return List.of(
          new Angle("validate.knee.flexion", JointAngles::kneeFlexionDeg),
          new Angle("validate.knee.abduction", angles -> angles.abductionDeg(side)),
          new Angle("validate.knee.rotation", angles -> angles.internalRotationDeg(side)));
    }
  }

  @Override
  public List<Figure> figures(Inputs inputs) throws IOException {
    List<Figure> figures = new ArrayList<>();
    for (KneeSession session : KneeSession.in(inputs.requiredFolder(FOLDER))) {
      inputs.progress().accept(session.name());
      add(session, figures);
    }
    return figures;
  }

  private void add(KneeSession session, List<Figure> figures) throws IOException {
    KneeReference reference = KneeReference.read(session.reference());
    Side side =
        session
            .side()
            .or(reference::side)
            .orElseThrow(
                () -> new IOException(Texts.get("validate.knee.no-side", session.thigh())));
    SensorTable thigh = read(session, Segment.THIGH, side);
    SensorTable shank = read(session, Segment.SHANK, side);
    // The row written twice is the second; later samples are that much nearer to the start.
    int shift = thigh.rejected();
    if (thigh.size() != shank.size() || shift != shank.rejected()) {
      throw new IOException(Texts.get("validate.knee.unlike", session.thigh(), session.shank()));
    }
    if (thigh.size() + shift > reference.rows().size() + 1) {
      throw new IOException(
          Texts.get(
              "validate.knee.short-reference",
              session.reference(),
              reference.rows().size(),
              thigh.size() + shift));
    }
    int second = (int) Math.round(thigh.rateHz());
    int quiet = QuietSecond.firstRow(thigh, shank, second, 0, session.name());
    JointAngles standing = reference.mean(quiet + shift, quiet + shift + second - 1);
    for (Pose pose : Pose.ALL) {
      JointAngles told = pose.told() ? standing : new JointAngles(0, 0, 0);
      List<JointAngles> estimate =
          estimator.angles(
              thigh, shank, new KneeEstimator.SetUp(side, quiet, quiet + second - 1, told));
      // The program knows no angles before it knows the sensors.
      int shown = QuietSecond.firstRow(thigh, shank, second, firstAngle(estimate), session.name());
      addPose(session, pose, side, new Pairs(estimate, reference, shift, shown, second), figures);
    }
  }

  private static int firstAngle(List<JointAngles> estimate) {
    int row = 0;
    while (row < estimate.size() && Double.isNaN(estimate.get(row).phiRad())) {
      row++;
    }
    return row;
  }

  static SensorTable read(KneeSession session, Segment segment, Side side) throws IOException {
    TableProfile profile = TableProfiles.builtIn("xsens-mt").orElseThrow();
    return SensorTable.read(
        segment == Segment.THIGH ? session.thigh() : session.shank(),
        profile.withLocation("imu", new OnSegment(segment, side)),
        "imu");
  }

  private static void addPose(
      KneeSession session, Pose pose, Side side, Pairs pairs, List<Figure> figures) {
    int i = 0;
    for (Angle angle : Angle.of(side)) {
      String what = Texts.get(angle.words());
      String told = Texts.get(pose.words());
      figures.add(
          Figure.atMost(
              pose.reachDeg().get(i++),
              Texts.get("validate.knee.rms", session.name(), told, what),
              pairs.rmsDeg(angle.deg(), true),
              "deg",
              Origin.MEASURED,
              Texts.get(pose.source())));
      figures.add(
          Figure.info(
              Texts.get("validate.knee.absolute", session.name(), told, what),
              pairs.rmsDeg(angle.deg(), false),
              "deg",
              Origin.MEASURED,
              Texts.get("validate.source.fan")));
    }
    figures.add(
        Figure.info(
            Texts.get("validate.knee.covered", session.name(), Texts.get(pose.words())),
            100 * pairs.covered(),
            "%",
            Origin.MEASURED,
            Texts.get("validate.source.fan")));
  }

  /** Estimates and the reference rows that belong to them. */
  private record Pairs(
      List<JointAngles> estimate, KneeReference reference, int shift, int quiet, int second) {

    private double apartDeg(int row, ToDoubleFunction<JointAngles> angle) {
      return angle.applyAsDouble(estimate.get(row))
          - angle.applyAsDouble(reference.rows().get(row + shift));
    }

    private boolean has(int row) {
      return row + shift < reference.rows().size()
          && reference.has(row + shift)
          && !Double.isNaN(estimate.get(row).phiRad());
    }

    /** Share of the reference rows for which there is an angle. */
    private double covered() {
      int n = 0;
      int of = 0;
      for (int row = 0; row < estimate.size() && row + shift < reference.rows().size(); row++) {
        of += reference.has(row + shift) ? 1 : 0;
        n += has(row) ? 1 : 0;
      }
      return n / (double) of;
    }

    private double offsetDeg(ToDoubleFunction<JointAngles> angle) {
      double sum = 0;
      int n = 0;
      for (int row = quiet; row < quiet + second; row++) {
        if (has(row)) {
          sum += apartDeg(row, angle);
          n++;
        }
      }
      return sum / n;
    }

    private double rmsDeg(ToDoubleFunction<JointAngles> angle, boolean offsetRemoved) {
      double offset = offsetRemoved ? offsetDeg(angle) : 0;
      double sum = 0;
      int n = 0;
      for (int row = 0; row < estimate.size(); row++) {
        if (has(row)) {
          double apart = apartDeg(row, angle) - offset;
          sum += apart * apart;
          n++;
        }
      }
      return Math.sqrt(sum / n);
    }
  }
}
