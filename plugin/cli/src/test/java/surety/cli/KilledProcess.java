package surety.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code surety} with a {@link GrowingSearch}, until it is killed; for {@link KilledRunTest}. */
final class KilledProcess {
  private KilledProcess() {}

  public static void main(String[] arguments) {
    Terminal terminal =
        new Terminal(
            new PrintWriter(System.out, true, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            false,
            false,
            false);
    Context context = new Context(terminal, new Interruption(), new GrowingSearch(300, 1000));
    System.out.println("ready");
    System.out.flush();
    System.exit(Surety.commandLine(context, List.of(arguments)).execute(arguments));
  }
}
