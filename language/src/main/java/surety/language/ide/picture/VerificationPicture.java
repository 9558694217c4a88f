package surety.language.ide.picture;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.Statement;
import surety.language.Obligation;
import surety.language.display.BoundsText;
import surety.language.display.Claims;
import surety.language.display.Palette;
import surety.language.evaluation.EventText;
import surety.language.origin.Origin;
import surety.language.origin.OriginPicture;
import surety.language.problems.Names;
import surety.language.verification.Evidence;
import surety.language.verification.Verification;
import surety.language.verification.VerificationSnapshot;
import surety.solver.BandPoint;
import surety.solver.Progress;

/** The picture of a property or query: what is proven, or how far a run has come. */
public final class VerificationPicture {
  private final VerificationSnapshot snapshot;
  private final Verification verification;
  private final List<EstimatedCdf> estimates;
  private final Canvas canvas;

  private VerificationPicture(
      VerificationSnapshot snapshot,
      Verification verification,
      List<EstimatedCdf> estimates,
      Canvas canvas) {
    this.snapshot = snapshot;
    this.verification = verification;
    this.estimates = estimates;
    this.canvas = canvas;
  }

  /**
   * Draws it.
   *
   * @param estimates of a cdf whose bounds are proven, for the points of these
   * @param width wanted, in pixels; a picture that is too small to be read is larger
   * @param height wanted, in pixels
   * @param palette its colours
   * @return SVG; nothing if there is nothing to draw
   */
  public static Optional<String> draw(
      VerificationSnapshot snapshot,
      Verification verification,
      List<EstimatedCdf> estimates,
      int width,
      int height,
      Palette palette) {
    Canvas canvas = new Canvas(width, height, palette);
    canvas.svg().described(PictureText.of(verification));
    VerificationPicture picture =
        new VerificationPicture(snapshot, verification, estimates, canvas);
    picture.canvas.title(verification.name() + ": " + verification.obligation().text());
    boolean isDrawn =
        verification.progress().isPresent()
            ? picture.progress(verification.progress().get())
            : picture.evidence();
    return isDrawn ? Optional.of(picture.canvas.svg().finished()) : Optional.empty();
  }

  private Statement statement() {
    return verification.obligation().statement();
  }

  private boolean isBand() {
    return statement().claim() instanceof BandClaim;
  }

  private boolean isSingle() {
    return Claims.isSingle(statement().claim());
  }

  /** What holds, or held before the last change. */
  private boolean evidence() {
    Optional<Evidence> evidence = verification.evidence();
    if (evidence.isEmpty()) {
      return false;
    }
    boolean holds = verification.established().isPresent();
    String origin = holds ? "proven: " : "of an earlier run: ";
    Evidence known = evidence.get();
    if (known.isBand() && isBand()) {
      String below = band(known.statement(), known.points(), holds, estimates);
      canvas.note(origin + BoundsText.ofSeveral(known.statement().claim(), known.gap()) + below);
    } else if (known.isSingle() && isSingle() && isDrawable(known)) {
      boolean isProbability = known.isProbability();
      String more = holds ? origin(known) : "";
      double lower = known.lower().doubleFloor();
      double upper = known.upper().doubleCeiling();
      QuantityPicture.draw(
          canvas,
          isProbability ? Math.max(0, lower) : lower,
          isProbability ? Math.min(1, upper) : upper,
          holds,
          known.required(),
          isProbability,
          Claims.name(known.statement().claim()));
      canvas.note(origin + BoundsText.of(known.lower(), known.upper(), known.limits()) + more);
    } else {
      return false;
    }
    return true;
  }

  /** Draws where it comes from, if that is known and there is room; else words say so. */
  private String origin(Evidence known) {
    Optional<Origin> origin = Origin.of(known, verification.obligation().inputs());
    if (origin.isEmpty()) {
      return "";
    }
    Optional<Canvas.Part> part =
        canvas.divide(OriginPicture.LEAST_WIDTH, OriginPicture.LEAST_HEIGHT);
    part.ifPresent(
        p ->
            OriginPicture.draw(
                canvas.svg(), origin.get(), p.left(), p.top(), p.width(), p.height()));
    return part.isPresent() ? "" : "; enlarge to see where";
  }

  private static boolean isDrawable(Evidence known) {
    return Double.isFinite(known.lower().doubleFloor())
        && Double.isFinite(known.upper().doubleCeiling());
  }

  private boolean progress(Progress progress) {
    String cells = progress.cells() + " cells after " + (long) progress.seconds() + " s";
    if (!isBand()) {
      if (!Claims.isProbability(statement().claim())) {
        canvas.words("nothing is proven yet");
        canvas.note(cells);
        return true;
      }
      double lower = progress.lower() >= 0 ? Math.min(1, progress.lower()) : 0;
      double upper = progress.upper() <= 1 ? Math.max(lower, progress.upper()) : 1;
      QuantityPicture.draw(
          canvas,
          lower,
          upper,
          false,
          statement().claim().requirement(),
          true,
          Claims.name(statement().claim()));
      canvas.note("an estimate, not yet proven: " + cells);
      return true;
    }
    List<BandPoint> points = progress.band();
    if (points.isEmpty()) {
      canvas.words("nothing is proven yet");
      canvas.note(cells);
      return true;
    }
    String below = band(statement(), points, true, List.of());
    canvas.note("proven so far, and still narrowing: " + cells + below);
    return true;
  }

  /** Draws a cdf, and says what else there is to know of the picture. */
  private String band(
      Statement cdf, List<BandPoint> points, boolean holds, List<EstimatedCdf> lines) {
    if (cdf.claim().forms().size() > 1) {
      return GridPicture.draw(canvas, points, names(cdf));
    }
    List<LimitMark> marks = marks(cdf);
    canvas.legend(legend(marks, lines));
    return unnamed(BandPicture.draw(canvas, points, holds, lines, marks));
  }

  /** Of the forms, as far as what they are called today is about them. */
  private List<String> names(Statement cdf) {
    List<AffineForm> forms = cdf.claim().forms();
    Obligation asked = verification.obligation();
    boolean isToday = forms.equals(statement().claim().forms());
    return IntStream.range(0, forms.size())
        .mapToObj(
            i ->
                isToday
                    ? EventText.of(forms.get(i), asked.outputs(), asked.inputs())
                    : "t" + (i + 1))
        .toList();
  }

  private static String unnamed(int count) {
    return count == 0 ? "" : "; no room for the names of " + Names.count(count, "limit");
  }

  /** What the properties of today require of the cdf that is drawn next. */
  private List<LimitMark> marks(Statement cdf) {
    return snapshot.verifications().stream()
        .flatMap(other -> LimitMark.of(other, cdf).stream())
        .toList();
  }

  private List<LegendKey> legend(List<LimitMark> marks, List<EstimatedCdf> lines) {
    Set<Standing> standings = EnumSet.noneOf(Standing.class);
    marks.forEach(mark -> standings.add(mark.standing()));
    List<LegendKey> keys = new ArrayList<>();
    standings.forEach(standing -> keys.add(standing.key(canvas.palette())));
    lines.forEach(
        line -> keys.add(new LegendKey(line.stroke().words(), line.stroke().attributes())));
    return keys;
  }
}
