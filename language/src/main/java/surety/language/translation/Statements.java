package surety.language.translation;

import com.google.inject.Inject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import surety.certificates.arithmetic.Rational;
import surety.certificates.loop.LoopProgram;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.Claim;
import surety.certificates.statement.EvenThresholds;
import surety.certificates.statement.Law;
import surety.certificates.statement.ListedThresholds;
import surety.certificates.statement.MomentsClaim;
import surety.certificates.statement.NetworkReference;
import surety.certificates.statement.Quantity;
import surety.certificates.statement.QuantityClaim;
import surety.certificates.statement.Requirement;
import surety.certificates.statement.Statement;
import surety.certificates.statement.Thresholds;
import surety.language.law.Interval;
import surety.language.loop.LoopClaims;
import surety.language.loop.LoopReader;
import surety.language.model.Variables;
import surety.language.sure.ClaimDeclaration;
import surety.language.sure.DistributionDeclaration;
import surety.language.sure.EvenPoints;
import surety.language.sure.ListedPoints;
import surety.language.sure.LoopDeclaration;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.PointList;
import surety.language.sure.Points;
import surety.language.sure.Property;
import surety.language.sure.Query;

/**
 * From a property or query to its statement.
 *
 * <p>Sound because nothing is decided here: each input of the network gets exactly the distribution
 * or value that is written behind its name, and numbers keep their exact value. A part that is
 * wrong gives no statement; the validators say why.
 */
public final class Statements {
  /** At how many points the cdf of one form is computed, unless the query says otherwise. */
  public static final int DEFAULT_POINTS = 100;

  /** At how many thresholds of each form the joint cdf of several is computed, likewise. */
  public static final int DEFAULT_POINTS_OF_EACH = 20;

  private final NetworkFiles files;
  private final CsvFiles csv;
  private final Laws laws;
  private final ElementKeys keys;

  @Inject
  Statements(NetworkFiles files, CsvFiles csv, Laws laws, ElementKeys keys) {
    this.files = files;
    this.csv = csv;
    this.laws = laws;
    this.keys = keys;
  }

  private record Translated(Optional<Translation> translation) {}

  private record Looped(Optional<LoopProgram> program) {}

  private record Described(Optional<Laws.Conditioned> law) {}

  /**
   * A statement, with the files of the networks that it is about.
   *
   * @param histograms the digests of the CSV files of its inputs, by the names that they are given
   */
  public record Translation(
      Statement statement, List<NetworkFile> files, Map<String, String> histograms) {
    /** Keeps its own list. */
    public Translation {
      files = List.copyOf(files);
    }
  }

  /** The statement of a property or query without errors. */
  public Optional<Translation> translate(ClaimDeclaration declaration) {
    return keys.once(declaration, Translated.class, () -> new Translated(translated(declaration)))
        .translation();
  }

  private Optional<Translation> translated(ClaimDeclaration declaration) {
    Optional<LoopDeclaration> loop = Variables.resolved(declaration.getLoop());
    if (loop.isPresent()) {
      return program(loop.get())
          .flatMap(program -> LoopClaims.read(declaration, program))
          .map(claim -> new Translation(new Statement(claim), List.of(), Map.of()));
    }
    List<NetworkDeclaration> networks = Variables.networksAround(declaration);
    List<NetworkFile> found =
        networks.stream().flatMap(network -> files.file(network).stream()).toList();
    if (networks.isEmpty() || found.size() < networks.size()) {
      return Optional.empty();
    }
    DistributionDeclaration distribution = Variables.distributionAround(declaration).orElseThrow();
    Optional<Laws.Conditioned> law = law(distribution, found.get(0));
    Optional<Claim> claim = law.flatMap(all -> claim(declaration, found, all.box()));
    if (law.isEmpty() || claim.isEmpty()) {
      return Optional.empty();
    }
    List<NetworkReference> references =
        found.stream().map(file -> new NetworkReference(file.digest(), file.outputs())).toList();
    return Optional.of(
        new Translation(
            new Statement(references, law.get().law(), claim.get()), found, tables(distribution)));
  }

  private Optional<LoopProgram> program(LoopDeclaration loop) {
    return keys.once(loop, Looped.class, () -> new Looped(LoopReader.read(loop))).program();
  }

  private Map<String, String> tables(DistributionDeclaration distribution) {
    Map<String, String> digests = new LinkedHashMap<>();
    for (DistributionDeclaration part : Mixed.parts(distribution)) {
      for (String name : Mixed.files(part)) {
        csv.digest(part, name).ifPresent(digest -> digests.put(name, digest));
      }
    }
    return digests;
  }

  /**
   * A network with random inputs, with its file.
   *
   * @param box the intervals of inputs under whose condition all is, of which the law does not know
   */
  public record Randomised(Law law, SortedMap<Integer, Interval> box, NetworkFile file) {}

  /**
   * What a distribution without errors says of the inputs of one of its networks: the same as of
   * those of its first one, by whose names they may be called.
   */
  public Optional<Randomised> randomised(
      DistributionDeclaration distribution, NetworkDeclaration network) {
    NetworkDeclaration first = Variables.networks(distribution).get(0);
    Optional<Laws.Conditioned> all = files.file(first).flatMap(file -> law(distribution, file));
    return files
        .file(network)
        .flatMap(
            file ->
                all.filter(given -> given.law().inputs() == file.inputs())
                    .map(given -> new Randomised(given.law(), given.box(), file)));
  }

  /** How the inputs are distributed, in the order of the network. */
  private Optional<Laws.Conditioned> law(DistributionDeclaration distribution, NetworkFile file) {
    return keys.once(distribution, Described.class, () -> new Described(laws.law(distribution)))
        .law()
        .filter(conditioned -> conditioned.law().inputs() == file.inputs());
  }

  private Optional<Claim> claim(
      ClaimDeclaration declaration, List<NetworkFile> found, SortedMap<Integer, Interval> box) {
    Optional<ClaimReader.Content> content =
        ClaimReader.read(
            declaration, network -> files.file(network).map(NetworkFile::outputs).orElse(0));
    StatementParts parts =
        new StatementParts(
            found.stream().map(NetworkFile::outputs).toList(), found.get(0).inputs(), box);
    if (content.isEmpty()) {
      return Optional.empty();
    }
    if (content.get() instanceof ClaimReader.Content.OfMoments moments) {
      return moments(moments, parts);
    }
    return content.get() instanceof ClaimReader.Content.OfCdf cdf
        ? band(cdf, ((Query) declaration).getCdf().getPoints(), parts)
        : quantity(((ClaimReader.Content.OfFigure) content.get()).figure(), declaration, parts);
  }

  private static Optional<Claim> moments(
      ClaimReader.Content.OfMoments moments, StatementParts parts) {
    List<AffineForm> forms =
        moments.forms().isEmpty()
            ? parts.eachOutput()
            : moments.forms().stream().flatMap(form -> parts.form(form).stream()).toList();
    boolean isPossible =
        parts.isWithoutBox()
            && forms.size() >= moments.forms().size()
            && forms.size() <= MomentsClaim.MOST_FORMS;
    return isPossible ? Optional.of(new MomentsClaim(forms)) : Optional.empty();
  }

  private static Optional<Claim> band(
      ClaimReader.Content.OfCdf cdf, Points points, StatementParts parts) {
    List<AffineForm> forms =
        cdf.forms().stream().flatMap(form -> parts.form(form).stream()).toList();
    Optional<StatementParts.Premise> given = parts.premise(cdf.given());
    if (forms.size() < cdf.forms().size() || given.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new BandClaim(forms, given.get().event(), thresholds(points, forms.size())));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Claim> quantity(
      Figure figure, ClaimDeclaration declaration, StatementParts parts) {
    Optional<Quantity> quantity = parts.quantity(figure);
    if (declaration instanceof Property property) {
      Optional<Requirement> requirement = Requirements.of(property);
      return quantity.flatMap(q -> requirement.map(r -> new QuantityClaim(q, Optional.of(r))));
    }
    return quantity.map(q -> new QuantityClaim(q, Optional.empty()));
  }

  private static List<Thresholds> thresholds(Points points, int forms) {
    if (points == null) {
      int count = forms == 1 ? DEFAULT_POINTS : DEFAULT_POINTS_OF_EACH;
      return Collections.nCopies(forms, new EvenThresholds(count));
    }
    if (points instanceof EvenPoints even) {
      return even.getCounts().stream()
          .<Thresholds>map(count -> new EvenThresholds(Integer.parseInt(count)))
          .toList();
    }
    return ((ListedPoints) points).getLists().stream().map(Statements::listed).toList();
  }

  private static Thresholds listed(PointList list) {
    List<Rational> values =
        list.getValues().stream().flatMap(text -> Numbers.parse(text).stream()).toList();
    if (values.size() < list.getValues().size()) {
      throw new IllegalArgumentException("a threshold is no number");
    }
    return new ListedThresholds(values);
  }
}
