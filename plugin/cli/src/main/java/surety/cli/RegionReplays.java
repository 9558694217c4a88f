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
import surety.certificates.stop.Stop;
import surety.language.Setting;
import surety.language.storage.FileReasons;

/**
 * The replay of a region certificate against the distribution that it is about.
 *
 * @param setting the distribution; empty if the specification has none like it
 */
record RegionReplays(Optional<Setting> setting, RegionReplayResult result) {
  private static final String BEFORE = RegionHeader.TITLE + "\n";

  /** Whether a file begins like a region certificate; false if it cannot be read. */
  static boolean isOne(Path certificate) {
    try {
      return beginsWith(certificate, BEFORE);
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
  static RegionReplays of(List<Setting> all, Path certificate) throws Failure {
    List<Setting> settings = all.stream().filter(s -> !s.isConditioned()).toList();
    try {
      for (Setting setting : settings) {
        if (beginsWith(certificate, BEFORE + setting.regions().canonical())) {
          return new RegionReplays(Optional.of(setting), replay(setting, certificate));
        }
      }
      return settings.size() == 1 // the kernel says what differs
          ? new RegionReplays(Optional.of(settings.get(0)), replay(settings.get(0), certificate))
          : failed("it is about no distribution of the specification");
    } catch (IOException e) {
      return failed(certificate + " cannot be read: " + FileReasons.of(e));
    }
  }

  private static RegionReplayResult replay(Setting setting, Path certificate)
      throws Failure, IOException {
    NetworkContent network = NetworkFiles.content(setting.networkFile());
    try (InputStream in = Files.newInputStream(certificate)) {
      return RegionReplay.run(setting.regions(), network, in, region -> {}, Stop.NEVER);
    } catch (NetworkFormatException e) {
      throw new Failure(ExitStatus.BAD_INPUT, setting.networkFile() + ": " + e.getMessage(), e);
    }
  }

  private static RegionReplays failed(String reason) {
    return new RegionReplays(
        Optional.empty(), RegionReplayResult.failed(new ProblemRejection.Unsuitable(reason)));
  }

  private static boolean beginsWith(Path file, String text) throws IOException {
    byte[] expected = text.getBytes(StandardCharsets.US_ASCII);
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(expected, in.readNBytes(expected.length));
    }
  }
}
