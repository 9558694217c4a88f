package surety.language;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import surety.certificates.statement.Semantics;
import surety.certificates.statement.Verdict;
import surety.language.model.Elements;
import surety.language.model.Expressions;
import surety.language.model.Variables;
import surety.language.sure.ClaimDeclaration;
import surety.language.sure.DistributionDeclaration;
import surety.language.sure.Element;
import surety.language.sure.Gap;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.Option;
import surety.language.sure.Property;
import surety.language.sure.Query;
import surety.language.sure.SemanticsDeclaration;
import surety.language.sure.SettingsDeclaration;
import surety.language.sure.SureFile;
import surety.language.sure.SurePackage;
import surety.language.sure.Threads;
import surety.language.sure.Timeout;
import surety.language.translation.Durations;
import surety.language.translation.ElementKeys;
import surety.language.translation.Expectations;
import surety.language.translation.NamedEvents;
import surety.language.translation.Numbers;
import surety.language.translation.Quantities;
import surety.language.translation.Requirements;
import surety.language.translation.SemanticsReader;
import surety.language.translation.Statements;
import surety.language.translation.Text;
import surety.language.translation.ThreadCounts;

/**
 * The obligations and the settings of a specification.
 *
 * <p>An error spoils the network, distribution, property or query that it stands in, and all that
 * use it; an error outside of these, such as a missing semantics, spoils all. So does a text that
 * cannot be parsed.
 */
final class Obligations {
  /** How a claim is written. */
  private record Wording(String text, Optional<String> event) {}

  private final Path file;
  private final Optional<SureFile> model;
  private final Set<EObject> spoilt;
  private final Semantics semantics;

  private Obligations(Path file, Optional<SureFile> model, Set<EObject> spoilt) {
    this.file = file;
    this.model = model;
    this.spoilt = spoilt;
    this.semantics = model.flatMap(SemanticsReader::of).orElse(Semantics.REAL);
  }

  static Obligations of(ParsedSpecification parsed, Path file, List<Diagnostic> diagnostics) {
    Optional<SureFile> model = parsed.model();
    Optional<Set<EObject>> spoilt =
        model.filter(m -> parsed.isWellFormed()).flatMap(m -> spoilt(m, diagnostics));
    return new Obligations(
        file, spoilt.isPresent() ? model : Optional.empty(), spoilt.orElse(Set.of()));
  }

  /** The properties and queries without errors, in their order. */
  List<Obligation> all() {
    List<Obligation> result = new ArrayList<>();
    if (model.isPresent()) {
      Expectations expectations = Expectations.of(model.get());
      for (Element element : model.get().getElements()) {
        if (element instanceof ClaimDeclaration claim) {
          of(claim, expectations).ifPresent(result::add);
        }
      }
    }
    return result;
  }

  /** The distributions without errors, in their order; one for several networks with each. */
  List<Setting> settings() {
    List<Setting> result = new ArrayList<>();
    if (model.isPresent()) {
      for (Element element : model.get().getElements()) {
        if (element instanceof DistributionDeclaration distribution
            && !spoilt.contains(distribution)) {
          for (NetworkDeclaration network : Variables.networksAround(distribution)) {
            of(distribution, network).ifPresent(result::add);
          }
        }
      }
    }
    return result;
  }

  private Optional<Setting> of(DistributionDeclaration distribution, NetworkDeclaration network) {
    if (spoilt.contains(network)) {
      return Optional.empty();
    }
    return Language.get(Statements.class)
        .randomised(distribution, network)
        .map(
            translation ->
                new Setting(
                    distribution.getName(),
                    network.getName(),
                    networkFile(network),
                    translation.file().digest(),
                    translation.law(),
                    translation.box(),
                    inputs(Variables.networks(distribution), translation.file().inputs()),
                    names(
                        Variables.names(Variables.outputs(network)),
                        translation.file().outputs(),
                        "y")));
  }

  /** The names that were given, or else x[0], x[1] and so on. */
  private static List<String> names(List<String> given, int count, String letter) {
    return given.size() == count
        ? given
        : IntStream.range(0, count).mapToObj(k -> letter + "[" + k + "]").toList();
  }

  /** The elements with errors; nothing if all are spoilt. */
  private static Optional<Set<EObject>> spoilt(SureFile model, List<Diagnostic> diagnostics) {
    NavigableMap<Integer, Element> elements = Elements.byStart(model);
    Set<EObject> spoilt = new HashSet<>();
    for (Diagnostic diagnostic : diagnostics) {
      if (diagnostic.severity() == Severity.ERROR) {
        Map.Entry<Integer, Element> entry = elements.floorEntry(diagnostic.offset());
        if (entry == null || !isUsable(entry.getValue()) || diagnostic.length() == 0) {
          return Optional.empty();
        }
        spoilt.add(entry.getValue());
      }
    }
    return Optional.of(spoilt);
  }

  /** A semantics line or settings with an error spoil all. */
  private static boolean isUsable(Element element) {
    return !(element instanceof SemanticsDeclaration || element instanceof SettingsDeclaration);
  }

  private Optional<Obligation> of(ClaimDeclaration claim, Expectations expectations) {
    List<NetworkDeclaration> networks = Variables.networksAround(claim);
    boolean isOfLoop = Variables.resolved(claim.getLoop()).isPresent();
    if (networks.isEmpty() != isOfLoop
        || spoilt.contains(claim)
        || spoilt.contains(claim.getDistribution())
        || spoilt.contains(claim.getLoop())
        || networks.stream().anyMatch(spoilt::contains)
        || NamedEvents.in(claim).stream().anyMatch(spoilt::contains)) {
      return Optional.empty();
    }
    return Language.get(Statements.class)
        .translate(claim)
        .map(translation -> of(claim, networks, translation, expectations));
  }

  private Obligation of(
      ClaimDeclaration claim,
      List<NetworkDeclaration> networks,
      Statements.Translation translation,
      Expectations expectations) {
    Wording wording =
        Language.get(ElementKeys.class)
            .once(claim, Wording.class, () -> new Wording(text(claim), event(claim)));
    return new Obligation(
        claim.getName(),
        Optional.ofNullable(claim.getTitle()),
        claim instanceof Property ? Kind.PROPERTY : Kind.QUERY,
        networks.stream().map(this::networkFile).toList(),
        networks.isEmpty() ? translation.statement() : translation.statement().in(semantics),
        within(claim),
        timeout(claim),
        option(claim, Threads.class).flatMap(ThreadCounts::of),
        expected(claim, expectations),
        wording.text(),
        wording.event(),
        region(claim),
        networks.isEmpty() ? List.of() : inputs(networks, translation.files().get(0).inputs()),
        outputs(networks, translation),
        dataFiles(networks, translation));
  }

  /** The inputs are the same for all; one network may name them where another does not. */
  private static List<String> inputs(List<NetworkDeclaration> networks, int count) {
    List<String> given =
        networks.stream()
            .map(network -> Variables.names(Variables.inputs(network)))
            .filter(names -> !names.isEmpty())
            .findFirst()
            .orElse(List.of());
    return names(given, count, "x");
  }

  private static List<String> outputs(
      List<NetworkDeclaration> networks, Statements.Translation translation) {
    List<String> outputs = new ArrayList<>();
    for (int i = 0; i < networks.size(); i++) {
      NetworkDeclaration network = networks.get(i);
      String prefix = networks.size() > 1 ? network.getName() + "." : "";
      names(Variables.names(Variables.outputs(network)), translation.files().get(i).outputs(), "y")
          .forEach(name -> outputs.add(prefix + name));
    }
    return outputs;
  }

  private List<DataFile> dataFiles(
      List<NetworkDeclaration> networks, Statements.Translation translation) {
    List<DataFile> files = new ArrayList<>();
    translation
        .histograms()
        .forEach((name, digest) -> files.add(new DataFile(file.resolveSibling(name), digest)));
    for (int i = 0; i < networks.size(); i++) {
      Path network = networkFile(networks.get(i));
      translation
          .files()
          .get(i)
          .data()
          .forEach((name, sum) -> files.add(new DataFile(network.resolveSibling(name), sum)));
    }
    return files;
  }

  private static Region region(ClaimDeclaration claim) {
    INode node =
        NodeModelUtils.findNodesForFeature(claim, SurePackage.Literals.CLAIM_DECLARATION__NAME)
            .get(0);
    return Outline.region(node);
  }

  /** As relative or absolute as the path of the specification. */
  private Path networkFile(NetworkDeclaration network) {
    return file.resolveSibling(network.getFile());
  }

  private Optional<WantedGap> within(ClaimDeclaration claim) {
    return option(claim, Gap.class)
        .map(Option::getValue)
        .flatMap(text -> Numbers.parse(text).map(value -> new WantedGap(text, value)));
  }

  private Optional<Duration> timeout(ClaimDeclaration claim) {
    return option(claim, Timeout.class).flatMap(Durations::of);
  }

  /** As it stands behind a claim, or else in the settings. */
  private <T extends Option> Optional<T> option(ClaimDeclaration claim, Class<T> kind) {
    Stream<Option> defaults =
        model.stream()
            .flatMap(file -> file.getElements().stream())
            .filter(SettingsDeclaration.class::isInstance)
            .flatMap(settings -> ((SettingsDeclaration) settings).getOptions().stream());
    return Stream.concat(claim.getOptions().stream(), defaults)
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst();
  }

  private static Optional<Verdict> expected(ClaimDeclaration claim, Expectations expectations) {
    return claim instanceof Property
        ? expectations.behind(claim).flatMap(Expectations.Expectation::verdict)
        : Optional.empty();
  }

  private static String text(ClaimDeclaration claim) {
    String under =
        claim.getLoop() != null
            ? " of " + claim.getLoop().getName()
            : " under " + claim.getDistribution().getName();
    if (claim instanceof Property property) {
      return Requirements.text(property) + under;
    }
    if (claim instanceof Query query && query.getMoments() != null) {
      return Text.of(query.getMoments()) + under;
    }
    return claim instanceof Query query && query.getCdf() != null
        ? Text.of(query.getCdf()) + under
        : Text.of(claim.getQuantity()) + " = ?" + under;
  }

  /** Of a probability without a condition. */
  private static Optional<String> event(ClaimDeclaration claim) {
    return Optional.ofNullable(claim.getQuantity())
        .filter(Quantities::isProbability)
        .flatMap(Expressions::call)
        .filter(call -> call.getGiven() == null && call.getArguments().size() == 1)
        .map(call -> Text.of(call.getArguments().get(0)));
  }
}
