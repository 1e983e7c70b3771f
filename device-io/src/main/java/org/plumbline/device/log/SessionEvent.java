package org.plumbline.device.log;

/** One entry of a session log. */
public sealed interface SessionEvent
    permits Started,
        Described,
        Samples,
        Lost,
        Rejected,
        ClockLine,
        Tick,
        Operator,
        ContextApplied,
        Ended {

  /** When the event entered the log: host monotonic nanoseconds since {@link Started}. */
  long atNanos();

  /** Calls the one method of {@code handler} that is for this kind of event. */
  void dispatchTo(Handler handler);

  /** One method per kind of event, so that a forgotten kind does not compile. */
  interface Handler {
    void started(Started event);

    void described(Described event);

    void samples(Samples event);

    void lost(Lost event);

    void rejected(Rejected event);

    void clockLine(ClockLine event);

    void tick(Tick event);

    void operator(Operator event);

    void contextApplied(ContextApplied event);

    void ended(Ended event);
  }
}
