package surety.language.problems;

/**
 * The stable codes of all messages. Quick fixes, filters and tests rely on them: a code is never
 * given another meaning. README.md lists them with an example of each message.
 */
public final class IssueCodes {
  public static final String TEXT_TOO_LARGE = "text.too-large";
  public static final String TEXT_NOT_TEXT = "text.not-text";
  public static final String TEXT_TOO_DEEP = "text.too-deep";

  public static final String SYNTAX = "syntax";
  public static final String UNSUPPORTED = "unsupported";
  public static final String NUMBER = "number";

  public static final String SEMANTICS_MISSING = "semantics.missing";
  public static final String SEMANTICS_UNKNOWN = "semantics.unknown";
  public static final String SEMANTICS_ACCURACY = "semantics.accuracy";
  public static final String SEMANTICS_UNBOUNDED = "semantics.unbounded";
  public static final String SEMANTICS_REPEATED = "semantics.repeated";

  public static final String NAME_REPEATED = "name.repeated";
  public static final String NAME_CASE = "name.case";
  public static final String NAME_GROUP_REPEATED = "name.group-repeated";
  public static final String NAME_WORD = "name.word";
  public static final String NAME_AMBIGUOUS = "name.ambiguous";

  public static final String UNKNOWN_NETWORK = "unknown.network";
  public static final String UNKNOWN_DISTRIBUTION = "unknown.distribution";
  public static final String UNKNOWN_INPUT = "unknown.input";
  public static final String UNKNOWN_OUTPUT = "unknown.output";
  public static final String UNKNOWN_FAMILY = "unknown.family";
  public static final String UNKNOWN_FUNCTION = "unknown.function";

  public static final String NETWORK_MISSING = "network.missing";
  public static final String NETWORK_UNREADABLE = "network.unreadable";
  public static final String NETWORK_INPUTS = "network.inputs";
  public static final String NETWORK_OUTPUTS = "network.outputs";
  public static final String NETWORK_TOGETHER = "network.together";

  public static final String INPUT_MISSING = "input.missing";
  public static final String INPUT_REPEATED = "input.repeated";
  public static final String INDEX_VECTOR = "index.vector";
  public static final String INDEX_RANGE = "index.range";
  public static final String INDEX_NAMED = "index.named";

  public static final String PARAMETER_COUNT = "parameter.count";
  public static final String PARAMETER_KIND = "parameter.kind";
  public static final String PARAMETER_RANGE = "parameter.range";
  public static final String INTERVAL_EMPTY = "interval.empty";
  public static final String INTERVAL_OUTSIDE = "interval.outside";

  public static final String HISTOGRAM_LENGTH = "histogram.length";
  public static final String HISTOGRAM_ORDER = "histogram.order";
  public static final String HISTOGRAM_WEIGHT = "histogram.weight";
  public static final String HISTOGRAM_SUM = "histogram.sum";
  public static final String POLYNOMIAL_INTEGRAL = "polynomial.integral";
  public static final String HISTOGRAM_FILE = "histogram.file";

  public static final String SAMPLE_FILE = "sample.file";
  public static final String SAMPLE_NAMES = "sample.names";
  public static final String COVARIANCE = "covariance";
  public static final String WEIGHTS = "weights";
  public static final String MIXTURE_PART = "mixture.part";
  public static final String INPUT_DEPENDENCE = "input.dependence";
  public static final String GIVEN_CASES = "given.cases";
  public static final String LAW_SIZE = "law.size";

  public static final String EVENT_WITHOUT_OUTPUT = "event.without-output";
  public static final String EVENT_CONSTANT = "event.constant";
  public static final String EVENT_NONLINEAR = "event.nonlinear";
  public static final String EVENT_DIVISION = "event.division";
  public static final String EVENT_EQUALITY = "event.equality";
  public static final String EVENT_DIRECTIONS = "event.directions";
  public static final String EVENT_CLASS = "event.class";
  public static final String EVENT_NETWORK = "event.network";
  public static final String EVENT_CIRCLE = "event.circle";
  public static final String EVENT_SIZE = "event.size";

  public static final String EXPRESSION_KIND = "expression.kind";
  public static final String FUNCTION_ARGUMENTS = "function.arguments";
  public static final String LEVEL_RANGE = "level.range";

  public static final String CDF_CONSTANT = "cdf.constant";
  public static final String CDF_REPEATED = "cdf.repeated";

  public static final String MOMENTS_CONSTANT = "moments.constant";
  public static final String MOMENTS_COUNT = "moments.count";
  public static final String MOMENTS_REPEATED = "moments.repeated";

  public static final String LOOP_VARIABLE = "loop.variable";
  public static final String LOOP_EXPRESSION = "loop.expression";
  public static final String LOOP_DRAW = "loop.draw";
  public static final String LOOP_STATEMENT = "loop.statement";
  public static final String LOOP_SIZE = "loop.size";
  public static final String LOOP_CLAIM = "loop.claim";
  public static final String POWER_PLACE = "power.place";
  public static final String UNKNOWN_LOOP = "unknown.loop";

  public static final String LIMIT_RANGE = "limit.range";
  public static final String LIMIT_IDLE = "limit.idle";
  public static final String LIMIT_CHAIN = "limit.chain";

  public static final String GAP_RANGE = "gap.range";
  public static final String TIMEOUT_RANGE = "timeout.range";
  public static final String TIMEOUT_UNIT = "timeout.unit";
  public static final String THREADS_RANGE = "threads.range";
  public static final String OPTION_REPEATED = "option.repeated";
  public static final String SETTINGS_REPEATED = "settings.repeated";

  public static final String POINTS_COUNT = "points.count";
  public static final String POINTS_GRID = "points.grid";
  public static final String POINTS_ORDER = "points.order";

  public static final String EXPECTATION_UNKNOWN = "expectation.unknown";
  public static final String EXPECTATION_MISPLACED = "expectation.misplaced";

  public static final String NOTHING_CLAIMED = "nothing-claimed";

  private IssueCodes() {}
}
