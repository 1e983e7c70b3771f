package org.plumbline.analyzer.kinematics;

import java.util.List;
import org.plumbline.analyzer.calibration.SegmentCalibration;
import org.plumbline.analyzer.kinematics.Body.Posed;
import org.plumbline.analyzer.orientation.Quaternion;
import org.plumbline.analyzer.orientation.Vector3;

/**
 * A short text that is the same only where segments were measured in the same way with the same
 * calibrations, so that the errors of these are the same. Stored calibrations that are used again
 * keep it; sensors that were calibrated anew have another one.
 */
final class CalibrationMark {

  /** Finer than any calibration is known, coarser than the rounding of a file: about 0.2 arcsec. */
  private static final double PER_UNIT = 1e6;

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private CalibrationMark() {}

  /** 16 hexadecimal digits (FNV-1a of 64 bits). */
  static String of(List<Posed> segments) {
    long hash = FNV_OFFSET;
    for (Posed posed : segments) {
      SegmentCalibration calibration = AngleError.calibration(posed);
      hash = add(hash, posed.segment().placement().id());
      hash = add(hash, posed.segment().method().id());
      hash = add(hash, posed.poses().byGyroscope() ? "gyroscope" : "filter");
      Quaternion sits = calibration.segmentToSensor();
      hash = add(hash, sits.rotate(Vector3.X));
      hash = add(hash, sits.rotate(Vector3.Y));
      hash = add(hash, calibration.standingUp());
    }
    return String.format("%016x", hash);
  }

  /** The same of sensors of which no poses are read; empty where one of them has no calibration. */
  static String ofWorn(List<WornSegment> segments) {
    long hash = FNV_OFFSET;
    for (WornSegment segment : segments) {
      if (segment.calibration().isEmpty()) {
        return "";
      }
      SegmentCalibration calibration = segment.calibration().get();
      hash = add(hash, segment.placement().id());
      hash = add(hash, calibration.segmentToSensor().rotate(Vector3.X));
      hash = add(hash, calibration.standingUp());
    }
    return segments.isEmpty() ? "" : String.format("%016x", hash);
  }

  private static long add(long hash, Vector3 direction) {
    long next = add(hash, Math.round(direction.x() * PER_UNIT));
    next = add(next, Math.round(direction.y() * PER_UNIT));
    return add(next, Math.round(direction.z() * PER_UNIT));
  }

  private static long add(long hash, String text) {
    long next = hash;
    for (int i = 0; i < text.length(); i++) {
      next = (next ^ text.charAt(i)) * FNV_PRIME;
    }
    return next;
  }

  private static long add(long hash, long number) {
    long next = hash;
    for (int shift = 0; shift < 64; shift += 8) {
      next = (next ^ ((number >>> shift) & 0xff)) * FNV_PRIME;
    }
    return next;
  }
}
