package surety.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code surety replay}: an auditor's question, answered by the kernel alone. */
@Command(
    name = "replay",
    description = {
      "Replay a certificate: does it prove what the specification asks?",
      "Specification and network are yours; nothing of the claim is taken from the certificate."
    },
    footer = {
      "",
      "Exit status: 0 valid, 4 invalid or not to be read, 5 incomplete,",
      "2 wrong usage, 3 bad specification or network."
    })
final class ReplayCommand implements Callable<Integer> {
  private final Context context;

  @Option(
      names = "--specification",
      paramLabel = "F.sure",
      required = true,
      description = "The specification; the network is found where it says.")
  private Path file;

  @Option(
      names = "--certificate",
      paramLabel = "C.cert",
      required = true,
      description = "The certificate.")
  private Path certificate;

  ReplayCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Failure {
    context.say(file + " " + certificate);
    return 0;
  }
}
