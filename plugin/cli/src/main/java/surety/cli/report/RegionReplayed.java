package surety.cli.report;

import java.nio.file.Path;
import java.util.Optional;
import surety.certificates.replay.RegionReplayResult;
import surety.language.Setting;

/**
 * What became of one region certificate.
 *
 * @param certificate the file
 * @param setting what it was held against; empty if the specification has nothing of the kind
 * @param seconds how long it took
 */
public record RegionReplayed(
    Path certificate, Optional<Setting> setting, RegionReplayResult result, double seconds) {}
