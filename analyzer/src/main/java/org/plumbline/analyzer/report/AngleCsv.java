package org.plumbline.analyzer.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.kinematics.AngleErrors;
import org.plumbline.analyzer.kinematics.JointAngles;
import org.plumbline.analyzer.kinematics.JointReading;
import org.plumbline.analyzer.kinematics.SegmentReading;
import org.plumbline.analyzer.result.AngleListener;
import org.plumbline.device.log.Joint;

/**
 * All angles of every grid step as a table, a row per step and joint or segment: {@code
 * docs/report-format.md}. Written as it comes, so a long session needs no memory; the bytes are the
 * same for the same log on every machine. One thread.
 */
public final class AngleCsv implements AngleListener {
  private static final int HELD_CHARACTERS = 1 << 16;
  private static final String HEADER =
      "time_s,kind,place,flexion_deg,flexion_change_error_deg,flexion_absolute_error_deg,"
          + "abduction_deg,abduction_change_error_deg,abduction_absolute_error_deg,"
          + "internal_rotation_deg,internal_rotation_change_error_deg,"
          + "internal_rotation_absolute_error_deg,heading_age_s,"
          + "tilt_deg,tilt_change_error_deg,tilt_absolute_error_deg,"
          + "obliquity_deg,obliquity_change_error_deg";

  private final Writer out;
  private final double reachSeconds;
  private final CsvText csv = new CsvText(HEADER.split(",", -1));
  private Optional<IOException> failure = Optional.empty();

  /**
   * The caller closes {@code out}, after {@link #finish}.
   *
   * @param reachSeconds time on either side over which poses are smoothed
   */
  public AngleCsv(Writer out, double reachSeconds) {
    this.out = out;
    this.reachSeconds = reachSeconds;
  }

  @Override
  public double reachSeconds() {
    return reachSeconds;
  }

  @Override
  public void angles(
      double sessionSeconds, List<JointReading> joints, List<SegmentReading> segments) {
    joints.forEach(joint -> joint(sessionSeconds, joint));
    segments.forEach(segment -> segment(sessionSeconds, segment));
    if (csv.length() > HELD_CHARACTERS) {
      hand();
    }
  }

  private void joint(double seconds, JointReading reading) {
    csv.number(seconds, "s").text("joint").text(reading.joint().id());
    JointAngles angles = reading.angles();
    AngleErrors change = reading.change();
    AngleErrors absolute = reading.absolute();
    if (reading.joint().joint() == Joint.LUMBAR) {
      csv.empty(9).number(reading.headingAgeSeconds(), "s");
      csv.number(angles.lumbopelvicTiltDeg(), "deg");
      errors(change.flexionRad(), absolute.flexionRad());
      csv.empty(2).endRow();
      return;
    }
    boolean knee = reading.joint().joint() == Joint.KNEE;
    csv.number(knee ? angles.kneeFlexionDeg() : angles.hipFlexionDeg(), "deg");
    errors(change.flexionRad(), absolute.flexionRad());
    csv.number(angles.abductionDeg(reading.joint().side()), "deg");
    errors(change.abductionRad(), absolute.abductionRad());
    csv.number(angles.internalRotationDeg(reading.joint().side()), "deg");
    errors(change.rotationRad(), absolute.rotationRad());
    csv.number(reading.headingAgeSeconds(), "s").empty(5).endRow();
  }

  private void errors(double changeRad, double absoluteRad) {
    csv.number(FastMath.toDegrees(changeRad), "deg");
    csv.number(FastMath.toDegrees(absoluteRad), "deg");
  }

  private void segment(double seconds, SegmentReading reading) {
    csv.number(seconds, "s").text("segment").text(reading.placement().id()).empty(10);
    csv.number(reading.anteriorTiltDeg(), "deg").number(reading.tiltChangeErrorDeg(), "deg");
    csv.number(reading.absoluteErrorDeg(), "deg");
    csv.number(reading.obliquityDeg(), "deg")
        .number(reading.obliquityChangeErrorDeg(), "deg")
        .endRow();
  }

  private void hand() {
    String text = csv.take();
    try {
      if (failure.isEmpty()) {
        out.write(text);
      }
    } catch (IOException e) {
      failure = Optional.of(e);
    }
  }

  /**
   * Writes what is left.
   *
   * @throws IOException when this or an earlier row could not be written
   */
  public void finish() throws IOException {
    hand();
    if (failure.isPresent()) {
      throw failure.get();
    }
  }
}
