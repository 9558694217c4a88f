package surety.certificates.attack;

import java.time.Duration;
import surety.certificates.stop.Stop;

/** Stops what takes too long, but not what had to wait because the machine did something else. */
final class Deadline implements Stop {
  private static final Duration MOST = Duration.ofSeconds(30);

  private final long start = System.nanoTime();
  private final Duration before = used();

  /** The processor's time of this process. */
  private static Duration used() {
    return ProcessHandle.current()
        .info()
        .totalCpuDuration()
        .orElseGet(() -> Duration.ofNanos(System.nanoTime()));
  }

  @Override
  public boolean isWanted() {
    return System.nanoTime() - start > MOST.toNanos() && used().minus(before).compareTo(MOST) > 0;
  }
}
