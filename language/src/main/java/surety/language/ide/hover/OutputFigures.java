package surety.language.ide.hover;

import com.google.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.network.Network;
import surety.certificates.replay.NetworkContent;
import surety.certificates.statement.AffineForm;
import surety.certificates.stop.Stop;
import surety.certificates.stop.StoppedException;
import surety.language.display.BoundsText;
import surety.language.sure.DistributionDeclaration;
import surety.language.sure.NetworkDeclaration;
import surety.language.translation.NetworkFile;
import surety.language.translation.Statements;
import surety.solver.JointMoments;
import surety.solver.QuickMoments;

/**
 * Mean and standard deviation of an output, as far as they are known within a moment: proven where
 * no tree is needed for that, and estimated.
 */
final class OutputFigures {
  /** Somebody waits for the hover. */
  private static final Duration MOMENT = Duration.ofMillis(1500);

  /** Larger files take longer to read. */
  private static final long MOST_BYTES = 1 << 20;

  @Inject private Statements statements;

  /** In Markdown; nothing if neither is known. */
  Optional<String> of(
      int output, NetworkDeclaration network, DistributionDeclaration distribution) {
    long end = System.nanoTime() + MOMENT.toNanos();
    Stop stop = () -> System.nanoTime() >= end;
    try {
      return statements
          .randomised(distribution, network)
          .filter(random -> random.box().isEmpty() && output < random.file().outputs())
          .flatMap(random -> of(output, random, distribution.getName(), stop));
    } catch (StoppedException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> of(
      int output, Statements.Randomised random, String distribution, Stop stop) {
    AffineForm form = AffineForm.ofOutput(output, random.file().outputs());
    return read(random.file(), stop)
        .map(network -> QuickMoments.of(network, random.law(), List.of(form), stop))
        .map(moments -> words(moments, distribution))
        .filter(words -> !words.isEmpty());
  }

  private static Optional<Network> read(NetworkFile file, Stop stop) {
    try {
      if (Files.size(file.file()) > MOST_BYTES) {
        return Optional.empty();
      }
      NetworkContent content =
          NetworkContent.load(file.file(), NetworkFile.loader(Files::readAllBytes));
      return content.digest(stop).equals(file.digest())
          ? Optional.of(content.named(stop).network())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String words(QuickMoments moments, String distribution) {
    String proven =
        moments
            .bounds()
            .filter(bounds -> bounds.mean(0).isBounded() && bounds.deviation(0).isBounded())
            .map(bounds -> proven(bounds, distribution))
            .orElse("");
    String estimated =
        moments
            .estimate()
            .map(
                matched ->
                    "*Matched moments under %s: mean %s, standard deviation %s; an estimate.*\n"
                        .formatted(
                            distribution,
                            Digits.of(matched.mean(0)),
                            Digits.of(Math.sqrt(Math.max(0, matched.covariance(0, 0))))))
            .orElse("");
    return proven + estimated;
  }

  private static String proven(JointMoments bounds, String distribution) {
    return "under %s, proven: mean in %s, standard deviation in %s\n\n"
        .formatted(distribution, text(bounds.mean(0)), text(bounds.deviation(0)));
  }

  private static String text(Enclosure bounds) {
    return BoundsText.of(bounds.lower(), bounds.upper(), List.of());
  }
}
