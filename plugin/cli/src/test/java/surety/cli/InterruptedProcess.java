package surety.cli;

import java.util.concurrent.locks.LockSupport;

/** A process that searches until it is asked to stop; for {@link InterruptionTest}. */
final class InterruptedProcess {
  private static final long A_WHILE = 1_000_000;

  private InterruptedProcess() {}

  public static void main(String[] arguments) {
    Interruption interruption = new Interruption();
    interruption.watch();
    if (arguments[0].equals("searching")) {
      interruption.reporting();
    }
    System.out.println("ready");
    while (!interruption.getAsBoolean()) {
      LockSupport.parkNanos(A_WHILE);
    }
    System.out.println("report");
    System.out.flush();
    interruption.finished(ExitStatus.UNDECIDED.code());
    System.exit(ExitStatus.UNDECIDED.code());
  }
}
