package surety.language.translation;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.xtext.EcoreUtil2;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.Claim;
import surety.certificates.statement.EvenThresholds;
import surety.certificates.statement.Event;
import surety.certificates.statement.FixedInput;
import surety.certificates.statement.Input;
import surety.certificates.statement.ListedThresholds;
import surety.certificates.statement.NetworkReference;
import surety.certificates.statement.Quantity;
import surety.certificates.statement.QuantityClaim;
import surety.certificates.statement.RandomInput;
import surety.certificates.statement.RegionStatement;
import surety.certificates.statement.Requirement;
import surety.certificates.statement.Statement;
import surety.certificates.statement.Thresholds;
import surety.language.model.Variables;
import surety.language.sure.Assignment;
import surety.language.sure.ClaimDeclaration;
import surety.language.sure.DistributionDeclaration;
import surety.language.sure.EvenPoints;
import surety.language.sure.ListedPoints;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.PointList;
import surety.language.sure.Points;
import surety.language.sure.Property;
import surety.language.sure.Query;
import surety.language.sure.TextValue;

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
  private final HistogramFiles histograms;
  private final ElementKeys keys;

  @Inject
  Statements(NetworkFiles files, HistogramFiles histograms, ElementKeys keys) {
    this.files = files;
    this.histograms = histograms;
    this.keys = keys;
  }

  private record Translated(Optional<Translation> translation) {}

  private record Inputs(Optional<List<Input>> all) {}

  /**
   * A statement, with the files of the networks that it is about.
   *
   * @param histograms the digests of the files of its histograms, by the names that they are given
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
    List<NetworkDeclaration> networks = Variables.networksAround(declaration);
    List<NetworkFile> found =
        networks.stream().flatMap(network -> files.file(network).stream()).toList();
    if (networks.isEmpty() || found.size() < networks.size()) {
      return Optional.empty();
    }
    DistributionDeclaration distribution = Variables.distributionAround(declaration).orElseThrow();
    Optional<List<Input>> inputs = inputs(distribution, networks.get(0), found.get(0));
    Optional<Claim> claim = claim(declaration, found);
    if (inputs.isEmpty() || claim.isEmpty()) {
      return Optional.empty();
    }
    List<NetworkReference> references =
        found.stream().map(file -> new NetworkReference(file.digest(), file.outputs())).toList();
    return Optional.of(
        new Translation(
            new Statement(references, inputs.get(), claim.get()), found, histograms(distribution)));
  }

  private Map<String, String> histograms(DistributionDeclaration distribution) {
    Map<String, String> digests = new LinkedHashMap<>();
    for (TextValue text : EcoreUtil2.getAllContentsOfType(distribution, TextValue.class)) {
      histograms
          .digest(text, text.getText())
          .ifPresent(digest -> digests.put(text.getText(), digest));
    }
    return digests;
  }

  /** A network with random inputs, with its file. */
  public record Randomised(RegionStatement statement, NetworkFile file) {}

  /**
   * What a distribution without errors says of the inputs of one of its networks: the same as of
   * those of its first one, by whose names they may be called.
   */
  public Optional<Randomised> randomised(
      DistributionDeclaration distribution, NetworkDeclaration network) {
    NetworkDeclaration first = Variables.networks(distribution).get(0);
    Optional<List<Input>> all =
        files.file(first).flatMap(file -> inputs(distribution, first, file));
    return files
        .file(network)
        .flatMap(
            file ->
                all.filter(inputs -> inputs.size() == file.inputs())
                    .map(
                        inputs ->
                            new Randomised(new RegionStatement(file.digest(), inputs), file)));
  }

  /** What each input is, in the order of the network. */
  private Optional<List<Input>> inputs(
      DistributionDeclaration distribution, NetworkDeclaration network, NetworkFile file) {
    return keys.once(
            distribution, Inputs.class, () -> new Inputs(read(distribution, network, file)))
        .all();
  }

  private static Optional<List<Input>> read(
      DistributionDeclaration distribution, NetworkDeclaration network, NetworkFile file) {
    List<Input> inputs = new ArrayList<>(Collections.nCopies(file.inputs(), null));
    for (Assignment assignment : distribution.getAssignments()) {
      Optional<Coordinate> coordinate = Coordinate.of(assignment.getVariable(), network);
      Optional<Input> input = input(assignment);
      if (coordinate.isEmpty()
          || input.isEmpty()
          || !coordinate.get().isInput()
          || coordinate.get().index() >= inputs.size()
          || inputs.set(coordinate.get().index(), input.get()) != null) {
        return Optional.empty();
      }
    }
    return inputs.contains(null) ? Optional.empty() : Optional.of(inputs);
  }

  private static Optional<Input> input(Assignment assignment) {
    if (assignment.getDistribution() != null) {
      return DistributionReader.read(assignment.getDistribution())
          .distribution()
          .map(RandomInput::new);
    }
    return Numbers.parse(assignment.getValue()).map(FixedInput::new);
  }

  private Optional<Claim> claim(ClaimDeclaration declaration, List<NetworkFile> found) {
    Optional<ClaimReader.Content> content =
        ClaimReader.read(
            declaration, network -> files.file(network).map(NetworkFile::outputs).orElse(0));
    StatementParts parts =
        new StatementParts(
            found.stream().map(NetworkFile::outputs).toList(), found.get(0).inputs());
    if (content.isEmpty()) {
      return Optional.empty();
    }
    return content.get() instanceof ClaimReader.Content.OfCdf cdf
        ? band(cdf, ((Query) declaration).getCdf().getPoints(), parts)
        : quantity(((ClaimReader.Content.OfFigure) content.get()).figure(), declaration, parts);
  }

  private static Optional<Claim> band(
      ClaimReader.Content.OfCdf cdf, Points points, StatementParts parts) {
    List<AffineForm> forms =
        cdf.forms().stream().flatMap(form -> parts.form(form).stream()).toList();
    Optional<Event> given = cdf.given().flatMap(parts::event);
    if (forms.size() < cdf.forms().size() || given.isPresent() != cdf.given().isPresent()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BandClaim(forms, given, thresholds(points, forms.size())));
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
