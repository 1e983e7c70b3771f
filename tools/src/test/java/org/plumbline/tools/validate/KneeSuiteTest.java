package org.plumbline.tools.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.analyzer.kinematics.JointAngles;
import org.plumbline.device.log.Side;

/**
 * A made-up knee: thigh and shank each turn by up to 30 deg about the lateral axis, so the knee
 * flexes by up to 60. Sensors sit on the outside of the leg, x up, z away from the skin. The
 * reference differs from it by constants.
 */
class KneeSuiteTest {
  private static final int ROWS = 1500;
  private static final double RATE_HZ = 100;

  @TempDir Path data;

  private Path folder() throws IOException {
    return Files.createDirectories(data.resolve("fan_knee"));
  }

  /** Turn of either segment: 9 s of standing, two bends of 2 s, standing. */
  private static double turnRad(int row) {
    double seconds = row / RATE_HZ - 9;
    boolean moving = seconds > 0 && seconds < 4;
    return moving ? Math.toRadians(15) * (1 - Math.cos(Math.PI * seconds)) : 0;
  }

  /** Forward means that the lower end of the segment swings forward. */
  private static String sensor(boolean left, boolean forward) {
    StringBuilder text =
        new StringBuilder("// Start Time: Unknown\n// Update Rate: 100.0Hz\n")
            .append("PacketCounter\tAcc_X\tAcc_Y\tAcc_Z\tGyr_X\tGyr_Y\tGyr_Z\tMag_X\tMag_Y\tMag_Z")
            .append("\tQuat_q0\tQuat_q1\tQuat_q2\tQuat_q3\n");
    // On the left leg z points left and y forward, on the right leg z right and y backward.
    double aboutZ = (left ? -1 : 1) * (forward ? 1 : -1);
    for (int row = -1; row < ROWS; row++) {
      int at = Math.max(0, row); // the first packet is there twice
      double angle = aboutZ * turnRad(at);
      double rate = aboutZ * (turnRad(at) - turnRad(Math.max(0, at - 1))) * RATE_HZ;
      text.append(
          String.format(
              Locale.ROOT,
              "%d\t%.6f\t%.6f\t%.6f\t%.6f\t%.6f\t%.6f\t0\t0\t0\t1\t0\t0\t0%n",
              65_400 + at - (65_400 + at > 65_535 ? 65_536 : 0),
              9.81 * Math.cos(angle),
              -9.81 * Math.sin(angle),
              flicker(at, 0.02),
              flicker(at, 0.001),
              -flicker(at, 0.001),
              rate + flicker(at, 0.001)));
    }
    return text.toString();
  }

  /** A channel that never changes would pass for a dead one. */
  private static double flicker(int row, double size) {
    return row % 2 == 0 ? size : -size;
  }

  private static String reference(String signal) {
    StringBuilder text =
        new StringBuilder("\ttrial\ttrial\ttrial\n\t" + signal + "\n\tA\n\tB\nITEM\tX\tY\tZ\n");
    for (int row = -1; row < ROWS; row++) {
      double flexionDeg = Math.toDegrees(2 * turnRad(Math.max(0, row)));
      String lost = row == 500 ? "\t\t\t" : null;
      text.append(row + 2)
          .append(
              lost != null
                  ? lost
                  : String.format(Locale.ROOT, "\t%.6f\t%d\t%d", -flexionDeg - 10, 3, -2))
          .append('\n');
    }
    return text.toString();
  }

  private void write(String side) throws IOException {
    boolean left = side.equals("left");
    Files.writeString(folder().resolve("p7_" + side + "_thigh_xsens.txt"), sensor(left, true));
    Files.writeString(folder().resolve("p7_" + side + "_shank_xsens.txt"), sensor(left, false));
    Files.writeString(
        folder().resolve("p7_" + side + "_knee_reference_visual3d.txt"),
        reference(left ? "Lknee" : "Rknee"));
  }

  private List<Figure> figures() throws IOException {
    return new KneeSuite(new ProgramKneeEstimator())
        .figures(new Inputs(Optional.of(data), step -> {}));
  }

  private static double value(List<Figure> figures, String... words) {
    List<Figure> found =
        figures.stream()
            .filter(figure -> List.of(words).stream().allMatch(figure.name()::contains))
            .toList();
    assertThat(found).as(String.join(" ", words)).hasSize(1);
    return found.get(0).value();
  }

  @ParameterizedTest
  @ValueSource(strings = {"left", "right"})
  void aKnownBendIsMeasuredOnEitherLegAndConstantsAreTakenOff(String side) throws IOException {
    write(side);
    List<Figure> figures = figures();
    assertThat(figures).hasSize(14).allMatch(figure -> figure.data().equals("real"));
    for (String angle : List.of("flexion", "abduction", "rotation")) {
      // 0.3 deg is one sample of the fastest bend: half a sample between rate and angle.
      assertThat(value(figures, "zero", angle, "offset")).isLessThan(0.5);
    }
    assertThat(value(figures, "zero", "flexion", "absolute")).isCloseTo(10, within(0.5));
    assertThat(value(figures, "zero", "abduction", "absolute")).isCloseTo(3, within(0.5));
    assertThat(value(figures, "zero", "rotation", "absolute")).isCloseTo(2, within(0.5));
    assertThat(value(figures, "true", "flexion", "absolute")).isLessThan(0.5);
  }

  @Test
  void bothLegsAreFoundByTheirNames() throws IOException {
    write("left");
    write("right");
    assertThat(figures()).hasSize(28);
    assertThat(KneeSession.in(folder()).stream().map(KneeSession::name))
        .containsExactly("p7 left", "p7 right");
  }

  @Test
  void valgusIsPositiveOnTheLeftWhereTheReferenceIsAndNegatedOnTheRight() throws IOException {
    write("left");
    KneeReference reference =
        KneeReference.read(folder().resolve("p7_left_knee_reference_visual3d.txt"));
    JointAngles angles = reference.rows().get(0);
    assertThat(angles.kneeFlexionDeg()).isCloseTo(10, within(1e-9));
    assertThat(angles.abductionDeg(Side.LEFT)).isCloseTo(3, within(1e-9));
    assertThat(angles.abductionDeg(Side.RIGHT)).isCloseTo(-3, within(1e-9));
    assertThat(reference.has(501)).isFalse();
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    write("left");
    Files.delete(folder().resolve("p7_left_shank_xsens.txt"));
    assertThatThrownBy(this::figures)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("p7_left_thigh_xsens.txt")
        .hasMessageContaining("shank");
  }

  @Test
  void whatIsNoVisual3dExportIsRefused() throws IOException {
    write("left");
    Files.writeString(folder().resolve("p7_left_knee_reference_visual3d.txt"), "1,2,3\n");
    assertThatThrownBy(this::figures)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Visual3D");
  }
}
