package surety.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.certificates.network.Network;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.SupportStatement;
import surety.certificates.stop.Stop;
import surety.certificates.stop.StoppedException;
import surety.cli.report.SupportReport;
import surety.language.Setting;
import surety.solver.estimate.EstimateException;
import surety.solver.estimate.Sampling;
import surety.solver.estimate.SupportEstimate;
import surety.solver.layers.LayersException;
import surety.solver.support.Gains;
import surety.solver.support.SupportOptions;
import surety.solver.support.SupportResult;
import surety.solver.support.SupportSearch;

/** Patterns of a network but for a small probability, and what is estimated beside them. */
final class SupportListing {
  /** The thresholds of the paper's table. */
  private static final double[] TAUS = {0.1, 0.2, 0.3, 0.4};

  private static final int MOST_ESTIMATED = 10_000;
  private static final int SAMPLES = 10_000;

  private final Context context;
  private final Setting setting;
  private final SupportOptions options;

  SupportListing(Context context, Setting setting, SupportOptions options) {
    this.context = context;
    this.setting = setting;
    this.options = options;
  }

  SupportReport report(String specification, boolean hasGains) throws Failure {
    Stop stop = context.interruption()::getAsBoolean;
    try (ProgressLine progress = new ProgressLine(context.terminal(), setting.name())) {
      Network network = NetworkFiles.network(setting, stop);
      SupportStatement statement = SupportStatement.of(setting.regions());
      SupportResult result = SupportSearch.run(statement, network, options, progress, stop);
      Optional<Gains> gains =
          hasGains
              ? Optional.of(SupportReport.gains(setting.law(), network, result, stop))
              : Optional.empty();
      return new SupportReport(
          specification, setting, options, result, estimates(network, stop), gains);
    } catch (StoppedException e) {
      throw new Failure(ExitStatus.UNDECIDED, "stopped on request", e);
    } catch (RejectedException e) {
      throw new Failure(ExitStatus.BAD_INPUT, setting.networkFile() + ": " + e.getMessage(), e);
    }
  }

  /** Those that list few enough patterns: one that gives up is worth no message. */
  private List<SupportEstimate> estimates(Network network, Stop stop) {
    List<SupportEstimate> estimates = new ArrayList<>();
    try {
      for (double tau : TAUS) {
        estimates.add(
            SupportEstimate.of(
                network,
                setting.law(),
                tau,
                MOST_ESTIMATED,
                Sampling.Options.of(SAMPLES, 1),
                count -> {},
                stop));
      }
    } catch (EstimateException | LayersException | StoppedException e) {
      return estimates;
    }
    return estimates;
  }
}
