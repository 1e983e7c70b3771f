package org.plumbline.analyzer.health;

/** Whether a disagreement has lasted: then it is none of a moment. Says so once. One thread. */
final class LastingDoubt {
  /** The comparison is judged four times a second; one judgement may be that of a knock. */
  private static final double LASTING_SECONDS = 2;

  private double seconds;
  private boolean told;

  /** Takes the next sample; true when the doubt has just lasted long enough, the first time. */
  boolean lasts(double intervalSeconds, boolean disagrees) {
    seconds = disagrees ? seconds + intervalSeconds : 0;
    boolean news = seconds > LASTING_SECONDS && !told;
    told |= news;
    return news;
  }
}
