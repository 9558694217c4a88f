package surety.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import surety.certificates.network.Gate;
import surety.certificates.network.Network;
import surety.cli.report.BoundingReport;
import surety.language.storage.AtomicFile;
import surety.language.storage.FileReasons;
import surety.language.storage.NetworkSuffixes;
import surety.solver.bounding.BoundingException;
import surety.solver.bounding.BoundingNetworks;
import surety.solver.bounding.BoundingPair;
import surety.solver.onnx.OnnxWriteException;
import surety.solver.onnx.OnnxWriter;

/** {@code surety bound-network}: an upper and a lower ReLU network of a network over a box. */
@Command(
    name = "bound-network",
    description = {
      "Write an upper and a lower ReLU network of a network over a box of inputs.",
      "Over the reals, lower(x) <= network(x) <= upper(x) for every x of the box."
    },
    footer = {
      "",
      "Exit status: 0, 2 wrong usage or an output that cannot be written,",
      "3 a network that cannot be read or bounded."
    })
final class BoundNetworkCommand implements Callable<Integer> {
  enum Format {
    text,
    json
  }

  /** For the estimates of the distance: so many points, or as many as take about a second. */
  private static final int MOST_POINTS = 2048;

  private static final long MOST_PRODUCTS = 1L << 29;

  private final Context context;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "N.onnx", description = "The network.")
  private Path file;

  @Option(
      names = "--segments",
      paramLabel = "N",
      description = "Segments in each curved section of an activation: 1 to 1024; otherwise 10.")
  private int segments = BoundingNetworks.DEFAULT_SEGMENTS;

  @Option(
      names = "--input",
      paramLabel = "BOX",
      required = true,
      converter = BoxConverter.class,
      description = "One interval for each input: \"[0,1] x [-0.5,2]\", or \"[0,1]^4\".")
  private Box box;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      required = true,
      description = "The folder for <name>-lower.onnx and <name>-upper.onnx; made if missing.")
  private Path folder;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "What to print: ${COMPLETION-CANDIDATES}; otherwise text.")
  private Format format = Format.text;

  BoundNetworkCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Failure {
    if (segments < 1 || segments > BoundingNetworks.MOST_SEGMENTS) {
      throw usage(
          "--segments is %d; it must be 1 to %d"
              .formatted(segments, BoundingNetworks.MOST_SEGMENTS));
    }
    Network network = NetworkFiles.network(file);
    if (box.sides().size() != network.inputs()) {
      throw usage(
          "--input has %d %s, but %s has %d inputs; write an interval for each, as in [0, 1] x [0, 1]"
              .formatted(
                  box.sides().size(),
                  box.sides().size() == 1 ? "side" : "sides",
                  file,
                  network.inputs()));
    }
    prepare();
    BoundingPair pair = pair(network);
    Path lower = folder.resolve(stem() + "-lower.onnx");
    Path upper = folder.resolve(stem() + "-upper.onnx");
    byte[] lowerFile = onnx(pair.lower(), stem() + "-lower");
    byte[] upperFile = onnx(pair.upper(), stem() + "-upper");
    write(lower, lowerFile, upper, upperFile);
    int points = points(pair);
    BoundingReport report =
        new BoundingReport(
            VersionProvider.version(),
            file.toString(),
            box.sides(),
            segments,
            lower.toString(),
            upper.toString(),
            points,
            pair.distances(points));
    switch (format) {
      case text -> report.printText(context.terminal().out());
      case json -> report.printJson(context.terminal().out());
    }
    return ExitStatus.OK.code();
  }

  private static int points(BoundingPair pair) {
    long products = 1;
    for (Network network : List.of(pair.lower(), pair.upper())) {
      for (Gate gate : network.gates()) {
        products +=
            gate instanceof Gate.Affine affine
                ? affine.terms().stream()
                    .mapToLong(term -> term.layer().operator().products())
                    .sum()
                : gate.size();
      }
    }
    return (int) Math.max(1, Math.min(MOST_POINTS, MOST_PRODUCTS / products));
  }

  private BoundingPair pair(Network network) throws Failure {
    try {
      return BoundingNetworks.of(network, box.sides(), segments);
    } catch (BoundingException e) {
      throw new Failure(ExitStatus.BAD_INPUT, file + ": " + e.getMessage(), e);
    }
  }

  private byte[] onnx(Network network, String name) throws Failure {
    try {
      return OnnxWriter.write(network, name);
    } catch (OnnxWriteException e) {
      throw new Failure(
          ExitStatus.BAD_INPUT, file + ": its bounds are not written: " + e.getMessage(), e);
    }
  }

  private String stem() {
    return NetworkSuffixes.stem(file.getFileName().toString());
  }

  /** Noticed before the work that it would waste. */
  private void prepare() throws Failure {
    try {
      Files.createDirectories(folder);
      if (!Files.isWritable(folder)) {
        throw new IOException("permission denied");
      }
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  /** Both or neither: a pair of which one file is older would bound nothing. */
  private static void write(Path lower, byte[] lowerFile, Path upper, byte[] upperFile)
      throws Failure {
    write(lower, lowerFile);
    try {
      write(upper, upperFile);
    } catch (Failure failure) {
      try {
        Files.deleteIfExists(lower);
      } catch (IOException e) {
        failure.addSuppressed(e);
      }
      throw failure;
    }
  }

  private static void write(Path target, byte[] content) throws Failure {
    try {
      AtomicFile.write(target, content);
    } catch (IOException e) {
      throw unwritable(target, e);
    }
  }

  private static Failure unwritable(Path target, IOException e) {
    return new Failure(
        ExitStatus.USAGE,
        target
            + " cannot be written ("
            + FileReasons.of(e)
            + "); name another folder with --output",
        e);
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
