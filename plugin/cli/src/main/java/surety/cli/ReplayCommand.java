package surety.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** x */
@Command(name = "replay")
final class ReplayCommand implements Callable<Integer> {
  @Mixin private StandardOptions standard;
  private final Context context;

  ReplayCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    return context.hashCode();
  }
}
