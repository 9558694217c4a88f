package surety.language.ide.verification;

/**
 * Does something at once when it is asked for, but not more often than so: what is asked for in
 * between is done once, at the end.
 */
final class Pace {
  private final int milliseconds;
  private final Alarm alarm;
  private final Runnable work;
  private boolean isResting;
  private boolean isWanted;

  Pace(int milliseconds, Alarm alarm, Runnable work) {
    this.milliseconds = milliseconds;
    this.alarm = alarm;
    this.work = work;
  }

  synchronized void ask() {
    if (isResting) {
      isWanted = true;
      return;
    }
    isResting = true;
    work.run();
    alarm.after(milliseconds, this::rested);
  }

  /** It does not wait for its turn, for nothing may come after it. */
  synchronized void now() {
    isWanted = false;
    work.run();
  }

  private synchronized void rested() {
    isResting = false;
    if (isWanted) {
      isWanted = false;
      ask();
    }
  }
}
