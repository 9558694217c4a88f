package surety.cli;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import surety.certificates.stop.Stop;

/** A time from now on, after which, or on request, everything stops. */
final class TimeLimit implements Stop {
  private final long begin = System.nanoTime();
  private final Duration limit;
  private final BooleanSupplier request;

  TimeLimit(Duration limit, BooleanSupplier request) {
    this.limit = limit;
    this.request = request;
  }

  @Override
  public boolean isWanted() {
    return request.getAsBoolean() || left().isZero();
  }

  /** What is left of it, from 0 on. */
  Duration left() {
    Duration left = limit.minusNanos(System.nanoTime() - begin);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
