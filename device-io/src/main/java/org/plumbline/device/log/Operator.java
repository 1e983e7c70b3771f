package org.plumbline.device.log;

/**
 * What the person at the screen did.
 *
 * @param value kilograms for {@link Action#LOAD}, else NaN
 * @param note free text, may be empty; never a name; for {@link Action#SETUP} the id of the step,
 *     for {@link Action#CORRECT} the correction
 */
public record Operator(long atNanos, Action action, double value, String note)
    implements SessionEvent {

  /** What was pressed. */
  public enum Action {
    SET_START,
    SET_STOP,
    MARK,
    UNDO,
    LOAD,
    PAIN_STOP,
    APPROVE_REFERENCE,
    /** A movement of the set-up is asked for from here on; the note is the id of the step. */
    SETUP,
    /** Bounds or an onset were set right by hand; the note is one correction as JSON. */
    CORRECT
  }

  /** An action without a value. */
  public static Operator of(long atNanos, Action action) {
    return new Operator(atNanos, action, Double.NaN, "");
  }

  @Override
  public void dispatchTo(Handler handler) {
    handler.operator(this);
  }
}
