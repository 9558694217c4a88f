package surety.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import surety.certificates.onnx.NetworkFormatException;
import surety.certificates.rejection.ProblemRejection;
import surety.certificates.replay.NetworkContent;
import surety.certificates.replay.RegionHeader;
import surety.certificates.replay.RegionReplay;
import surety.certificates.replay.RegionReplayResult;
import surety.certificates.replay.SupportHeader;
import surety.certificates.replay.SupportReplay;
import surety.certificates.replay.SupportReplayResult;
import surety.certificates.statement.SupportStatement;
import surety.certificates.stop.Stop;
import surety.cli.report.RegionReplayed;
import surety.language.Setting;
import surety.language.storage.FileReasons;

/**
 * The replay of a certificate of regions, or of a support, against the distribution that it is
 * about.
 */
final class RegionReplays {
  private static final double NANOSECONDS = 1e9;

  private final Path certificate;
  private final boolean isOfSupport;
  private final long start = System.nanoTime();

  private RegionReplays(Path certificate, boolean isOfSupport) {
    this.certificate = certificate;
    this.isOfSupport = isOfSupport;
  }

  /** Whether a file begins like one of these certificates; false if it cannot be read. */
  static boolean isOne(Path certificate) {
    try {
      return beginsWith(certificate, RegionHeader.TITLE + "\n")
          || beginsWith(certificate, SupportHeader.TITLE + "\n");
    } catch (IOException e) {
      return false; // whoever reads it next says why
    }
  }

  /**
   * Replays.
   *
   * @param all of the specification; regions of those under a condition are none of theirs
   * @throws Failure if the network of the specification cannot be read
   */
  static RegionReplayed of(List<Setting> all, Path certificate) throws Failure {
    List<Setting> settings = all.stream().filter(s -> !s.isConditioned()).toList();
    try {
      boolean isOfSupport = beginsWith(certificate, SupportHeader.TITLE + "\n");
      RegionReplays replays = new RegionReplays(certificate, isOfSupport);
      for (Setting setting : settings) {
        if (beginsWith(certificate, replays.beginning(setting))) {
          return replays.replay(setting);
        }
      }
      return settings.size() == 1 // the kernel says what differs
          ? replays.replay(settings.get(0))
          : replays.failed("it is about no distribution of the specification");
    } catch (IOException e) {
      return new RegionReplays(certificate, false)
          .failed(certificate + " cannot be read: " + FileReasons.of(e));
    }
  }

  private String beginning(Setting setting) {
    return isOfSupport
        ? SupportHeader.TITLE + "\n" + support(setting).canonical()
        : RegionHeader.TITLE + "\n" + setting.regions().canonical();
  }

  private static SupportStatement support(Setting setting) {
    return SupportStatement.of(setting.regions());
  }

  private RegionReplayed replay(Setting setting) throws Failure, IOException {
    NetworkContent network = NetworkFiles.content(setting.networkFile());
    try (InputStream in = Files.newInputStream(certificate)) {
      Optional<Setting> of = Optional.of(setting);
      if (isOfSupport) {
        SupportReplayResult result =
            SupportReplay.run(support(setting), network, in, pattern -> {}, Stop.NEVER);
        return RegionReplayed.of(certificate, of, result, seconds());
      }
      RegionReplayResult result =
          RegionReplay.run(setting.regions(), network, in, region -> {}, Stop.NEVER);
      return RegionReplayed.of(certificate, of, result, seconds());
    } catch (NetworkFormatException e) {
      throw new Failure(ExitStatus.BAD_INPUT, setting.networkFile() + ": " + e.getMessage(), e);
    }
  }

  private RegionReplayed failed(String reason) {
    RegionReplayResult result = RegionReplayResult.failed(new ProblemRejection.Unsuitable(reason));
    return RegionReplayed.of(certificate, Optional.empty(), result, seconds());
  }

  private double seconds() {
    return (System.nanoTime() - start) / NANOSECONDS;
  }

  private static boolean beginsWith(Path file, String text) throws IOException {
    byte[] expected = text.getBytes(StandardCharsets.US_ASCII);
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(expected, in.readNBytes(expected.length));
    }
  }
}
