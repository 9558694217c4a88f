package surety.report.page;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import surety.language.display.Palette;
import surety.language.display.Svg;
import surety.language.ide.picture.VerificationPicture;
import surety.language.origin.Origin;
import surety.language.origin.OriginPicture;
import surety.language.verification.Evidence;
import surety.language.verification.Verification;
import surety.language.verification.VerificationSnapshot;
import surety.language.verification.VerificationState;
import surety.report.Checked;
import surety.report.Fault;
import surety.report.Outcome;
import surety.report.VerdictText;

/** The pictures of one specification's outcomes, light and dark in one. */
final class Pictures {
  private static final int WIDTH = 440;
  private static final int HEIGHT = 320;
  private static final int ORIGIN_HEIGHT = 300;

  private final PageColours colours;
  private final VerificationSnapshot snapshot;
  private final Map<String, Verification> verifications = new LinkedHashMap<>();

  Pictures(Checked checked, PageColours colours) {
    this.colours = colours;
    checked.outcomes().forEach(o -> verifications.put(o.obligation().name(), verification(o)));
    this.snapshot =
        new VerificationSnapshot(
            Path.of(checked.specification()), 0, List.copyOf(verifications.values()));
  }

  /** Of what was stopped before there were bounds nothing is known. */
  private static Verification verification(Outcome outcome) {
    boolean isOpen = outcome.evidence().isEmpty() && outcome.fault().isEmpty();
    return new Verification(
        outcome.obligation(),
        isOpen ? VerificationState.UNVERIFIED : outcome.state(),
        outcome.evidence(),
        Optional.empty(),
        outcome.fault().map(Fault::message));
  }

  /**
   * A picture with the line below it.
   *
   * @param svg both themes in one
   */
  record Picture(String svg, String caption) {}

  /** What there is to see of an outcome: its bounds, and where they come from. */
  List<Picture> of(Outcome outcome) {
    List<Picture> pictures = new ArrayList<>();
    if (ScalePicture.canDraw(outcome)) {
      pictures.add(scale(outcome));
    }
    if (outcome.isBand()) {
      band(outcome).ifPresent(pictures::add);
    }
    outcome
        .evidence()
        .filter(Evidence::isSingle)
        .flatMap(evidence -> Origin.of(evidence, outcome.obligation().inputs()))
        .ifPresent(origin -> pictures.add(origin(origin)));
    return pictures;
  }

  private Picture scale(Outcome outcome) {
    String svg =
        named(
            colours.themed(
                ScalePicture.draw(outcome, Palette.LIGHT),
                ScalePicture.draw(outcome, Palette.DARK)),
            VerdictText.of(outcome));
    boolean isProperty = outcome.verdict().isPresent();
    return new Picture(
        svg,
        "The bar is where the quantity is proven to be"
            + (isProperty ? "; the shaded part is not allowed." : "."));
  }

  private Optional<Picture> band(Outcome outcome) {
    Verification one = verifications.get(outcome.obligation().name());
    Optional<String> light =
        VerificationPicture.draw(snapshot, one, List.of(), WIDTH, HEIGHT, Palette.LIGHT);
    return light.map(
        picture ->
            new Picture(
                named(
                    colours.themed(
                        picture,
                        VerificationPicture.draw(
                                snapshot, one, List.of(), WIDTH, HEIGHT, Palette.DARK)
                            .orElse(picture)),
                    VerdictText.of(outcome)),
                "The distribution function is proven to be inside the band"
                    + "; where the band is thinner than a line, it shows as one."));
  }

  private Picture origin(Origin origin) {
    String svg =
        named(
            colours.themed(draw(origin, Palette.LIGHT), draw(origin, Palette.DARK)),
            origin.heading());
    return new Picture(
        svg,
        "Estimated, not proven: where the inputs are when it "
            + (origin.isInside() ? "happens." : "does not happen."));
  }

  private static String draw(Origin origin, Palette palette) {
    Svg svg = new Svg(WIDTH, ORIGIN_HEIGHT, palette);
    OriginPicture.draw(svg, origin, 0, 8, WIDTH, ORIGIN_HEIGHT - 16.0);
    return svg.finished();
  }

  /** With a name for those who cannot see it. */
  private static String named(String svg, String words) {
    return svg.replaceFirst(
        "role=\"img\"",
        Matcher.quoteReplacement("role=\"img\" aria-label=\"" + Html.escaped(words) + "\""));
  }
}
