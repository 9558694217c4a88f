package surety.language.quickfix;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import surety.language.Diagnostic;
import surety.language.Specification;
import surety.language.problems.IssueCodes;

/** The quick fixes of all messages that have an obvious way out. README.md lists them. */
public final class QuickFixes {
  private static final List<Fixer> ORDER = List.of(new OrderFixer());
  private static final List<Fixer> COUNT = List.of(new NameCountFixer());
  private static final List<Fixer> FILE = List.of(new FileNameFixer());
  private static final List<Fixer> REPETITION = List.of(new RepetitionFixer());
  private static final List<Fixer> REFERENCE = List.of(new ReferenceFixer());
  private static final List<Fixer> NEAREST = List.of(new NearestNameFixer());
  private static final List<Fixer> UNKNOWN_VARIABLE =
      List.of(new NearestNameFixer(), new UnnamedNetworkFixer());
  private static final List<Fixer> SEMANTICS = List.of(new SemanticsFixer());
  private static final List<Fixer> EXPECTATION = List.of(new ExpectationFixer());

  private static final Map<String, List<Fixer>> FIXERS =
      Map.ofEntries(
          entry(
              IssueCodes.SYNTAX,
              List.of(
                  new MissingSignFixer(),
                  new WordFixer(),
                  new SignFixer(),
                  new EventFixer(),
                  new QueryFixer(),
                  new PlacementFixer(),
                  new UnitFixer())),
          entry(IssueCodes.SEMANTICS_MISSING, SEMANTICS),
          entry(IssueCodes.SEMANTICS_UNKNOWN, SEMANTICS),
          entry(IssueCodes.SEMANTICS_ACCURACY, SEMANTICS),
          entry(IssueCodes.SEMANTICS_UNBOUNDED, SEMANTICS),
          entry(IssueCodes.SEMANTICS_REPEATED, REPETITION),
          entry(IssueCodes.NAME_REPEATED, List.of(new FreshNameFixer())),
          entry(IssueCodes.NAME_CASE, List.of(new FreshNameFixer())),
          entry(IssueCodes.NAME_WORD, List.of(new FreshNameFixer())),
          entry(IssueCodes.NAME_GROUP_REPEATED, List.of(new GroupFixer())),
          entry(IssueCodes.UNKNOWN_NETWORK, NEAREST),
          entry(IssueCodes.UNKNOWN_DISTRIBUTION, NEAREST),
          entry(IssueCodes.UNKNOWN_FAMILY, NEAREST),
          entry(IssueCodes.UNKNOWN_FUNCTION, NEAREST),
          entry(IssueCodes.UNKNOWN_INPUT, UNKNOWN_VARIABLE),
          entry(IssueCodes.UNKNOWN_OUTPUT, UNKNOWN_VARIABLE),
          entry(IssueCodes.NETWORK_MISSING, FILE),
          entry(IssueCodes.NETWORK_INPUTS, COUNT),
          entry(IssueCodes.NETWORK_OUTPUTS, COUNT),
          entry(IssueCodes.INPUT_MISSING, List.of(new MissingInputFixer())),
          entry(IssueCodes.INPUT_REPEATED, REPETITION),
          entry(IssueCodes.INDEX_VECTOR, REFERENCE),
          entry(IssueCodes.INDEX_NAMED, REFERENCE),
          entry(IssueCodes.PARAMETER_KIND, List.of(new ParameterFixer())),
          entry(IssueCodes.PARAMETER_RANGE, List.of(new ParameterFixer())),
          entry(IssueCodes.INTERVAL_EMPTY, List.of(new IntervalFixer())),
          entry(IssueCodes.HISTOGRAM_ORDER, ORDER),
          entry(IssueCodes.HISTOGRAM_SUM, List.of(new HistogramFixer())),
          entry(IssueCodes.HISTOGRAM_FILE, FILE),
          entry(IssueCodes.POLYNOMIAL_INTEGRAL, List.of(new PolynomialFixer())),
          entry(IssueCodes.SAMPLE_FILE, FILE),
          entry(IssueCodes.COVARIANCE, List.of(new CovarianceFixer())),
          entry(IssueCodes.WEIGHTS, List.of(new WeightFixer())),
          entry(IssueCodes.GIVEN_CASES, List.of(new CaseFixer())),
          entry(IssueCodes.PARAMETER_COUNT, List.of(new BandwidthFixer())),
          entry(IssueCodes.EVENT_EQUALITY, List.of(new EqualityFixer())),
          entry(IssueCodes.EVENT_DIRECTIONS, List.of(new ChainFixer())),
          entry(IssueCodes.LIMIT_CHAIN, List.of(new LimitFixer())),
          entry(IssueCodes.TIMEOUT_UNIT, List.of(new UnitFixer())),
          entry(IssueCodes.OPTION_REPEATED, REPETITION),
          entry(IssueCodes.SETTINGS_REPEATED, REPETITION),
          entry(IssueCodes.POINTS_GRID, List.of(new GridFixer())),
          entry(IssueCodes.POINTS_ORDER, ORDER),
          entry(IssueCodes.EXPECTATION_UNKNOWN, EXPECTATION),
          entry(IssueCodes.EXPECTATION_MISPLACED, EXPECTATION));

  private QuickFixes() {}

  /**
   * The ways out of a message, the likeliest first; none if there is no obvious one.
   *
   * @param diagnostic one of the specification's messages
   */
  public static List<QuickFix> of(Specification specification, Diagnostic diagnostic) {
    List<Fixer> fixers = FIXERS.getOrDefault(diagnostic.code(), List.of());
    if (fixers.isEmpty()) {
      return List.of();
    }
    Place place = new Place(specification, diagnostic);
    return fixers.stream().flatMap(fixer -> fixer.fixes(place).stream()).toList();
  }

  /** The codes of messages that may have quick fixes. */
  static Set<String> codes() {
    return FIXERS.keySet();
  }
}
