package org.plumbline.analyzer.repetition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.util.FastMath;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.orientation.Vector3;

class MovementSeriesTest {
  private static final double RATE_HZ = 100;

  private final MovementSeries series =
      new MovementSeries(MovementSeries.Parameters.defaults(), RATE_HZ);

  private static Vector3 tilted(double deg) {
    double rad = FastMath.toRadians(deg);
    return new Vector3(FastMath.sin(rad), FastMath.cos(rad), 0);
  }

  /** From an inclination to another and back, in so many seconds. */
  private static MovementShape movement(
      double atSeconds, double seconds, double fromDeg, double toDeg) {
    long start = Math.round(atSeconds * RATE_HZ);
    long end = start + Math.round(seconds * RATE_HZ);
    long turn = (start + end) / 2;
    return new MovementShape(
        new Repetition(start, turn, turn, end, Math.abs(toDeg - fromDeg), true),
        List.of(tilted(fromDeg)),
        List.of(tilted(toDeg)),
        List.of(0));
  }

  private List<Long> starts(MovementShape... movements) {
    return starts(true, movements);
  }

  private List<Long> starts(boolean witnessed, MovementShape... movements) {
    List<Long> starts = new ArrayList<>();
    for (MovementShape one : movements) {
      series
          .update(one, one.repetition(), witnessed)
          .forEach(found -> starts.add(found.start() / 100));
    }
    return starts;
  }

  @Test
  void aLoneMovementAndAPairAreNoSet() {
    assertEquals(List.of(), starts(movement(0, 3, 0, 80), movement(5, 3, 0, 80)));
  }

  @Test
  void threeAlikeAreASetFromTheFirstOn() {
    assertEquals(
        List.of(0L, 5L, 10L, 15L),
        starts(
            movement(0, 3, 0, 80),
            movement(5, 3, 0, 75),
            movement(10, 3, 2, 80),
            movement(15, 3, 0, 30)));
  }

  @Test
  void whereOneSensorIsAllThatTellsItTakesFive() {
    MovementShape[] four = {
      movement(0, 3, 0, 80), movement(5, 3, 0, 75), movement(10, 3, 2, 80), movement(15, 3, 0, 78)
    };
    assertEquals(List.of(), starts(false, four));
    assertEquals(List.of(0L, 5L, 10L, 15L, 20L), starts(false, movement(20, 3, 0, 80)));
  }

  @Test
  void threeThatAreFarApartAreNoSet() {
    assertEquals(
        List.of(), starts(movement(0, 3, 0, 80), movement(24, 3, 0, 80), movement(48, 3, 0, 80)));
  }

  @Test
  void threeThatGoOtherWaysAreNoSet() {
    assertEquals(
        List.of(), starts(movement(0, 3, 0, 80), movement(5, 3, 80, 20), movement(10, 3, 0, -60)));
  }

  @Test
  void walkingEndsASet() {
    starts(movement(0, 3, 0, 80), movement(4, 3, 0, 80), movement(8, 3, 0, 80));
    series.swing();
    series.swing();
    assertEquals(List.of(), starts(movement(14, 3, 0, 80)));
  }

  @Test
  void aStrideSwingsThroughTheStandingPoseAndAQuickSquatDoesNot() {
    List<List<Vector3>> standing = List.of(List.of(tilted(0)));
    assertTrue(SwingCheck.passesThrough(movement(0, 0.95, -12, 26), standing, RATE_HZ));
    assertFalse(SwingCheck.passesThrough(movement(0, 0.8, -1, 33), standing, RATE_HZ));
    assertFalse(SwingCheck.passesThrough(movement(0, 3, -12, 80), standing, RATE_HZ));
  }

  @Test
  void aStrideNeverRestsWhereItBegins() {
    MovementShape stride = movement(0, 0.95, -12, 26);
    assertTrue(SwingCheck.neverRests(stride, List.of(), 0.14, RATE_HZ));
    assertFalse(SwingCheck.neverRests(stride, List.of(), 0.4, RATE_HZ));
    assertFalse(SwingCheck.neverRests(stride, List.of(List.of(tilted(-10))), 0.14, RATE_HZ));
  }

  @Test
  void whatIsTakenBackIsNoPartOfASet() {
    assertEquals(List.of(), starts(movement(0, 3, 0, 80), movement(5, 3, 0, 80)));
    series.turnRound(movement(10, 3, 0, 80));
    assertEquals(0, series.seen());
    assertEquals(Long.MAX_VALUE, series.heldFrom());
    assertEquals(List.of(), starts(movement(10, 3, 0, 80)));
  }

  @Test
  void aSetThatIsTurnedRoundGoesOnFromItsOtherEnd() {
    starts(movement(0, 3, 0, 80), movement(5, 3, 0, 80), movement(10, 3, 0, 80));
    series.turnRound(movement(15, 3, 0, 80));
    assertFalse(series.goesOn(movement(20, 3, 0, 80)));
    assertEquals(List.of(16L), starts(movement(16.5, 3, 80, 0)));
  }

  @Test
  void onlyWhatGoesLikeASetThatIsOnGoesOnWithIt() {
    MovementShape fourth = movement(15, 3, 0, 80);
    assertFalse(series.goesOn(fourth));
    starts(movement(0, 3, 0, 80), movement(5, 3, 0, 80), movement(10, 3, 0, 80));
    assertTrue(series.goesOn(fourth));
    assertFalse(series.goesOn(movement(15, 3, 80, 0)));
  }
}
