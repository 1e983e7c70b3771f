package org.plumbline.tools.validate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.math3.util.FastMath;
import org.plumbline.analyzer.kinematics.JointAngles;
import org.plumbline.analyzer.text.Texts;
import org.plumbline.device.log.Side;

/**
 * Optical knee angles exported from Visual3D: five header lines, then row number, X, Y, Z in
 * degrees; empty where markers were lost.
 *
 * <p>Signs. Visual3D's segment axes are x to the person's right, y forward, z up, on both sides,
 * and its X-Y-Z sequence turns about the lateral axis of the thigh, the floating axis and the long
 * axis of the shank. Those are z, x and y of {@code docs/conventions.md}, so X, Y and Z are phi,
 * theta and psi on either leg: X is negative in flexion, Y positive is valgus on the left and varus
 * on the right, Z positive is external rotation on the left and internal on the right. {@link
 * JointAngles} turns them into clinical signs for the reference as for the estimate.
 */
record KneeReference(List<JointAngles> rows, Optional<Side> side) {
  private static final int HEADER_LINES = 5;
  private static final int SIGNAL_LINE = 1;

  KneeReference {
    rows = List.copyOf(rows);
  }

  /**
   * Reads an export.
   *
   * @throws IOException when it is not one
   */
  static KneeReference read(Path file) throws IOException {
    List<String> lines = DataFiles.lines(file);
    if (lines.size() <= HEADER_LINES || !lines.get(HEADER_LINES - 1).strip().startsWith("ITEM")) {
      throw new IOException(Texts.get("validate.knee.no-reference", file));
    }
    List<JointAngles> rows = new ArrayList<>();
    for (int i = HEADER_LINES; i < lines.size(); i++) {
      String[] cells = lines.get(i).split("\t", -1);
      if (cells.length < 4) {
        throw new IOException(Texts.get("validate.bad-row", file, i + 1, 4));
      }
      rows.add(new JointAngles(rad(file, cells[1]), rad(file, cells[2]), rad(file, cells[3])));
    }
    return new KneeReference(rows, side(lines.get(SIGNAL_LINE)));
  }

  private static double rad(Path file, String cell) throws IOException {
    return cell.isBlank() ? Double.NaN : FastMath.toRadians(DataFiles.number(file, cell.strip()));
  }

  /** {@code "Lknee"} is the left one. */
  private static Optional<Side> side(String signals) {
    String first = signals.strip().toLowerCase(Locale.ROOT);
    return first.startsWith("l")
        ? Optional.of(Side.LEFT)
        : first.startsWith("r") ? Optional.of(Side.RIGHT) : Optional.empty();
  }

  boolean has(int row) {
    JointAngles angles = rows.get(row);
    return Double.isFinite(angles.phiRad() + angles.thetaRad() + angles.psiRad());
  }

  /** Mean of the rows that are there; NaN when none is. */
  JointAngles mean(int first, int last) {
    double phi = 0;
    double theta = 0;
    double psi = 0;
    int n = 0;
    for (int row = first; row <= Math.min(last, rows.size() - 1); row++) {
      if (has(row)) {
        phi += rows.get(row).phiRad();
        theta += rows.get(row).thetaRad();
        psi += rows.get(row).psiRad();
        n++;
      }
    }
    return new JointAngles(phi / n, theta / n, psi / n);
  }
}
