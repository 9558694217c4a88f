package surety.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import surety.language.Obligation;
import surety.language.WantedGap;
import surety.language.storage.CertificateFolder;
import surety.language.verification.Budget;
import surety.solver.Bounding;
import surety.solver.ProofWay;
import surety.solver.SearchOptions;
import surety.solver.bounding.BoundingNetworks;

/** The options of every command that searches. What is said here wins over the specification. */
final class SearchSettings {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /** No option of all of them: whoever has one for it says so. */
  private ProofWay way = ProofWay.ANY;

  @Option(
      names = "--gap",
      paramLabel = "G",
      converter = GapConverter.class,
      description =
          "Stop when upper and lower bound are this close, decided or not."
              + " Otherwise the specification's 'within', or 1e-9.")
  private WantedGap gap;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description =
          "Stop each property or query after this time (60s, 1.5min, 250ms; 60 is 60s) with the best"
              + " bounds so far. Otherwise the specification's 'timeout', or a minute.")
  private Duration timeout;

  @Mixin private ThreadChoice threads;

  /** How cells are cut for neurons that bend. */
  enum Cuts {
    ADAPTIVE("adaptive"),
    RELU_NETWORKS("relu-networks");

    private final String text;

    Cuts(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  @Option(
      names = "--bounding",
      paramLabel = "WAY",
      converter = CutsConverter.class,
      description =
          "How cells are cut for activations that bend: adaptive, where the bounds are loosest, or"
              + " relu-networks, at the breakpoints of bounding networks and no further."
              + " Otherwise adaptive.")
  private Cuts bounding;

  @Option(
      names = "--segments",
      paramLabel = "N",
      description =
          "With --bounding relu-networks: the segments of each curved section. Otherwise 10.")
  private Integer segments;

  @Option(
      names = "--certificates",
      paramLabel = "DIR",
      description = "Where the certificates go. Otherwise 'certificates' beside the specification.")
  private Path certificates;

  @Option(names = "--no-certificates", description = "Write no certificates.")
  private boolean noCertificates;

  @Option(
      names = "--fresh",
      description =
          "Search for everything anew. Otherwise what has a certificate about the same statement,"
              + " networks and data is replayed, and searched only if that does not do.")
  private boolean fresh;

  @Option(
      names = "--resume",
      description =
          "Go on from where an earlier run was when it died, or from the certificate that is there,"
              + " instead of from nothing.")
  private boolean resume;

  @Option(
      names = "--cross-check",
      paramLabel = "WAY",
      split = ",",
      description =
          "Ask for a second opinion on each result: 'regions' integrates over all activation"
              + " regions, 'z3' proves sampled leaves anew. A disagreement is our own fault.")
  private Set<CrossCheck.Way> crossChecks = Set.of();

  /**
   * Refuses what no single converter can see.
   *
   * @throws ParameterException if the options contradict each other or a number is out of range
   */
  void validate() {
    if (segments != null && bounding != Cuts.RELU_NETWORKS) {
      throw new ParameterException(
          spec.commandLine(), "--segments needs --bounding relu-networks; leave it out otherwise");
    }
    if (segments != null && (segments < 1 || segments > BoundingNetworks.MOST_SEGMENTS)) {
      throw new ParameterException(
          spec.commandLine(),
          "Invalid value for option '--segments': "
              + segments
              + " is not between 1 and "
              + BoundingNetworks.MOST_SEGMENTS);
    }
    if (noCertificates && certificates != null) {
      throw new ParameterException(
          spec.commandLine(),
          "--certificates and --no-certificates contradict each other; give one of them");
    }
    if (fresh && resume) {
      throw new ParameterException(
          spec.commandLine(),
          "--fresh begins anew and --resume goes on from what is there; give one of them");
    }
    if (noCertificates && resume) {
      throw new ParameterException(
          spec.commandLine(),
          "--resume needs the certificates' folder, where it finds and keeps searches; leave"
              + " --no-certificates out");
    }
  }

  /** Whether searches go on from what earlier ones left. */
  boolean resumes() {
    return resume;
  }

  /** Whether stack traces are wanted. */
  boolean debug() {
    return Main.wantsDebug(spec);
  }

  /** Where the certificates go, if not beside each specification. */
  Optional<Path> sharedFolder() {
    return Optional.ofNullable(certificates);
  }

  /** How far the search for one obligation goes. */
  Budget budget(Obligation obligation) {
    WantedGap wanted =
        Optional.ofNullable(gap)
            .or(obligation::within)
            .orElseGet(() -> WantedGap.of(SearchOptions.defaults().gap()));
    SearchOptions options = SearchOptions.defaults().withWay(way);
    if (timeout != null) {
      options = options.withTimeout(timeout);
    } else if (obligation.timeout().isPresent()) {
      options = options.withTimeout(obligation.timeout().get());
    }
    if (bounding == Cuts.RELU_NETWORKS) {
      int count = segments == null ? BoundingNetworks.DEFAULT_SEGMENTS : segments;
      options = options.withBounding(new Bounding.ReluNetworks(count));
    }
    return Budget.of(
        wanted, threads.wanted().or(obligation::threads).map(options::withThreads).orElse(options));
  }

  /**
   * Whether certificates that are there count for nothing: a second opinion is one on a search, and
   * who asks for a way of cutting cells wants to see what comes out of that.
   */
  boolean isFresh() {
    return fresh || bounding != null || way != ProofWay.ANY || !crossChecks.isEmpty();
  }

  /** Bounds are looked for in this way, whatever certificates are there. */
  void useOnly(ProofWay newWay) {
    way = newWay;
  }

  CrossCheck crossCheck(Context context) {
    return new CrossCheck(context, crossChecks, threads());
  }

  /** How many threads do what is no search: as many as were asked for, else one for each core. */
  int threads() {
    return threads.wanted().orElseGet(() -> Runtime.getRuntime().availableProcessors());
  }

  /** In one way only bounds may be wider than those that a certificate there proves: it stays. */
  CertificateFolder certificateFolder(Path specification) {
    if (noCertificates || (way != ProofWay.ANY && certificates == null)) {
      return CertificateFolder.none();
    }
    return certificates == null
        ? CertificateFolder.beside(specification)
        : CertificateFolder.of(specification, certificates);
  }
}
