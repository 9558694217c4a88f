package surety.cli.report;

import java.nio.file.Path;
import java.util.Optional;
import surety.certificates.rejection.Rejection;
import surety.certificates.replay.RegionReplayResult;
import surety.certificates.replay.ReplayVerdict;
import surety.certificates.replay.SupportReplayResult;
import surety.language.Setting;

/**
 * What became of one certificate of regions or of a support.
 *
 * @param certificate the file
 * @param setting what it was held against; empty if the specification has nothing of the kind
 * @param kind what it is about, such as "activation regions"
 * @param reason why it is not valid
 * @param claim what it proves; empty unless valid
 * @param count how many regions or patterns; 0 unless valid
 * @param nodes of the tree; 0 unless valid
 * @param seconds how long it took
 */
public record RegionReplayed(
    Path certificate,
    Optional<Setting> setting,
    String kind,
    ReplayVerdict verdict,
    Optional<Rejection> reason,
    Optional<String> claim,
    long count,
    long nodes,
    double seconds) {
  /** Of regions. */
  public static RegionReplayed of(
      Path certificate, Optional<Setting> setting, RegionReplayResult result, double seconds) {
    int branches = setting.map(s -> s.law().branches().size()).orElse(1);
    String where = branches > 1 ? " in " + branches + " branches" : "";
    return new RegionReplayed(
        certificate,
        setting,
        "activation regions",
        result.replay(),
        result.reason(),
        result
            .outcome()
            .map(o -> o.regions() + " regions" + where + ", and their probabilities; no others"),
        result.outcome().map(o -> o.regions()).orElse(0L),
        result.outcome().map(o -> o.nodes()).orElse(0L),
        seconds);
  }

  /** Of a support. */
  public static RegionReplayed of(
      Path certificate, Optional<Setting> setting, SupportReplayResult result, double seconds) {
    String others =
        " patterns, and bounds of their probabilities; all others together have at most "
            + SupportText.ceiling(result.missing());
    return new RegionReplayed(
        certificate,
        setting,
        "activation patterns",
        result.replay(),
        result.reason(),
        result.outcome().map(o -> o.patterns() + others),
        result.outcome().map(o -> o.patterns()).orElse(0L),
        result.outcome().map(o -> o.nodes()).orElse(0L),
        seconds);
  }

  /** Which network and distribution, if they are known. */
  Optional<String> about() {
    return setting.map(s -> kind + " of " + s.network() + " under " + s.name());
  }
}
