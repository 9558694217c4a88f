package surety.language.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import surety.language.Samples;

/** What cannot be parsed gets a message in the words of the language. */
class SyntaxMessagesTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("wrong")
  void saysWhatIsWrong(String text, List<String> messages) throws IOException {
    assertEquals(messages, new Samples(folder).messages(text));
  }

  @ParameterizedTest
  @MethodSource("right")
  void saysNothing(String text) throws IOException {
    assertEquals(List.of(), new Samples(folder).messages(text));
  }

  /** What others write for the words of events, conditions and limits. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "property p: P(c > 0 given d > 0) < 0.1 under D; # 'given' is not understood; write '|' before the condition, as in P(c > 0 | d > 0)",
        "event e = c > 0; property p: P(e given e) < 0.1 under D; # 'given' is not understood; write '|' before the condition, as in P(c > 0 | d > 0)",
        "property p: P(c > 0) < 0.1 given d > 0 under D; # a condition stands inside of the parentheses, behind a bar: P(c > 0 | d > 0)",
        "property p: P(c > 0 AND d > 0) < 0.1 under D; # 'AND' is not understood; write 'and'",
        "event e = c > 0; property p: P(e Or e) < 0.1 under D; # 'Or' is not understood; write 'or'",
        "property p: P(NOT c > 0) < 0.1 under D; # 'NOT' is not understood; write 'not'",
        "event e = c > 0; property p: P(e and NOT e) < 0.1 under D; # 'NOT' is not understood; write 'not'",
        "property p: P(c > 0 xor d > 0) < 0.1 under D; # 'xor' is not understood; write (a and not b) or (b and not a) for a xor b",
        "event e = c > 0 implies d > 0; # 'implies' is not understood; write not a or b for a implies b",
        "event e = c > 0 iff d > 0; # 'iff' is not understood; write (a and b) or not (a or b) for a iff b",
        "property p: cvar(c | d > 0, 0.9) < 1 under D; # cvar takes no condition; write cvar(form, level) without '| ...'",
        "property p: Cov(c | d > 0, d) < 1 under D; # Cov takes no condition; write Cov(form1, form2) without '| ...'",
        "property p: P(c > 0 | d > 0, a > 0) < 1 under D; # nothing can stand behind a condition; join several with 'and'",
        "property p: P(argmax(N) in c, d) < 0.1 under D; # behind 'in' stands an interval such as [0, 1], or classes such as {a, b}, not 'c'; write {c}",
        "property p: P(argmax(N) == {c, d}) < 0.1 under D; # '{' is not understood here; several classes stand behind 'in'",
        "property p: P(c > 0) = 0.1 under D; # '=' is not understood here; write <, <=, > or >= and a limit, or a range such as in [0.1, 0.2]",
        "property p: E(c) == 0.1 under D; # '==' is not understood here; write <, <=, > or >= and a limit, or a range such as in [0.1, 0.2]",
        "property p: P(c > 0) != 0.1 under D; # '!=' is not understood here; write <, <=, > or >= and a limit, or a range such as in [0.1, 0.2]",
        "property p: E(c) between 1 and 2 under D; # expected <, <=, > or >= and a limit, such as < 0.01, or a range such as in [0, 0.1], not 'between'",
        "property p: not P(c > 0) < 0.1 under D; # expected a quantity such as P(...), not 'not'",
        "property p: P(c > 0 \u2227 d > 0) < 0.1 under D; # '\u2227' is not understood; write 'and'",
        "property p: P(c > 0 \u2228 d > 0) < 0.1 under D; # '\u2228' is not understood; write 'or'",
        "event e = \u00ac (c > 0); # '\u00ac' is not understood; write 'not'",
        "query a: P(c > 0) ? under D; # '=' is missing before '?'",
        "query a: P(c > 0) = ? under D within; # expected a number, not ';'; write within 1e-3",
        "settings { timeout; } # expected a number, not ';'; write timeout 60 s",
        "event e = c > 0; ; # ';' is not understood behind ';'; leave it out",
        "distribution E for N { a ~ Beta(2, 2), b = 0; } # expected ';', not ','; what is said of an input ends with ';'",
        "network M = \"net.onnx\" { inputs a, b; } # expected '}', not 'inputs'; did you mean 'input'?",
        "property p: quantile(c, 90%) < 1 under D; # '%' is not understood; write 0.9 for 90 %",
        "property p: 20% < P(c > 0) under D; # '%' is not understood; write 0.2 for 20 %",
        "property p: 0.2 <= P(c > 0) in [0, 1] under D; # expected 'under DISTRIBUTION', not 'in'",
        "query q: cdf(c) at [k, 0.5] under D; # expected a number, not 'k'; a constant stands in quantities, events and distributions, and here its number",
        "query q: cdf(c) at [0, k, 0.5] under D; # expected a number, not 'k'; a constant stands in quantities, events and distributions, and here its number",
        "query q: cdf(c, d) at [0] x [k] under D; # expected a number, not 'k'; a constant stands in quantities, events and distributions, and here its number",
        "property p: P(c > 0) in [k, 1] under D; # expected a number, not 'k'; a constant stands in quantities, events and distributions, and here its number",
        "property p: P(c > 0) in [0, k] under D; # expected a number, not 'k'; a constant stands in quantities, events and distributions, and here its number",
        "query q: P(c in [0, k]) = ? under D; # expected a number, not 'k'; a constant stands in quantities, events and distributions, and here its number",
        "query q: P(c > 0) = ? under D within k; # expected a number, not 'k'; a constant stands in quantities, events and distributions, and here its number",
        "property p: P(c > 0) < k under D; # a limit is one number, not 'k'; write the number, or bring the rest to the other side, as in P(c > 0) - k < 0 with a constant k",
        "property p: 0.1 < P(c > 0) < k under D; # a limit is one number, not 'k'; write the number, or bring the rest to the other side, as in P(c > 0) - k < 0 with a constant k",
        "property p: 0.2 <= under D; # a limit is one number, not 'under'; bring the rest to the other side, as in P(c > 0) - P(d > 0) < 0",
        "query q: P(c > 0) = ? threads 2 under D; # 'threads' stands too early; write it behind 'under DISTRIBUTION'",
        "query q: P(c > 0) = ? under D threads = 2; # expected a number, not '='; write threads 2",
        "threads 2; # 'threads' is not understood; the wanted gap, the time limit and the number of threads stand behind the distribution of a property or query, or in settings { within 1e-3; timeout 60 s; threads 2; }"
      })
  void knowsTheWordsOfOthers(String claim, String message) throws IOException {
    List<String> messages = new Samples(folder).messages(Samples.claim(claim));
    assertEquals(1, messages.size(), messages::toString);
    assertEquals("syntax " + message, messages.get(0).replaceFirst("^\\S+ ", ""));
  }

  /** A way out is named only if it is one: what is there is not said to be missing. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "query a: cdf(c) at 0, 1, 2 under D; # expected 'points', not ','; a list of thresholds stands in brackets, as in at [0, 1, 2]",
        "query a: cdf(c, d) at 20 * 20 points under D; # expected 'x' or 'points', not '*'; for the joint cdf of two sums write at 20 x 20 points, or lists as in at [0, 1] x [2, 3]",
        "query a: cdf(c, d) at 20x20 points under D; # expected a number or list behind 'x20', not 'points'; for the joint cdf of two sums write at 20 x 20 points, or lists as in at [0, 1] x [2, 3]",
        "query a: cdf(c, d) < 0.1 under D; # a cdf has no limit; leave '<' out, or limit one of its probabilities: property p: P(y[0] <= 3) < 0.2 under D",
        "query a: cdf(c at 20 points) under D; # the points stand behind the parenthesis, as in cdf(y[0]) at 20 points",
        "query a: cdf(2 * c, d at [0, 1] x [2]) under D; # the points stand behind the parenthesis, as in cdf(y[0]) at 20 points",
        "query a: cdf(c | d > 0 at 20 points) under D; # the points stand behind the parenthesis, as in cdf(y[0]) at 20 points",
        "query a: cdf(c) at 1 under D; # 'points' is missing before 'under'; a threshold stands in brackets, as in at [1]",
        "query a: cdf(c) at points [0,1,2] under D; # 'points' is not understood behind 'at'; write how many points, as in at 100 points, or a list of thresholds in brackets, as in at [0, 1, 2]",
        "query a: cdf(c) at (0, 1) under D; # '(' is not understood behind 'at'; write how many points, as in at 100 points, or a list of thresholds in brackets, as in at [0, 1, 2]",
        "query a: cdf(c) at 0.5 under D; # '0.5' is not understood behind 'at'; write how many points, as in at 100 points, or a list of thresholds in brackets, as in at [0, 1, 2]",
        "query a: cdf(c) at [0, 1, 1/3] points under D; # 'points' stands behind a number only; leave it out behind a list",
        "query a: cdf(c) [0, 1] under D; # 'at' is missing before '['",
        "query a: cdf(c) 100 points under D; # 'at' is missing before '100'",
        "query a: cdf(c) < 0.2 under D; # a cdf has no limit; leave '<' out, or limit one of its probabilities: property p: P(y[0] <= 3) < 0.2 under D",
        "query a: moments(c) = ? under D; # '= ?' stands behind a quantity only; leave it out behind moments(...)",
        "query a: moments(c) < 1 under D; # moments are many numbers and have no limit; limit one of them: property p: E(y[0]) < 3 under D",
        "query a: moments(c); # the distribution is missing; write 'under DISTRIBUTION' before ';'",
        "query a: cdf(c) = ? under D; # '= ?' stands behind a quantity only; leave it out behind cdf(...)",
        "query a: cdf(c) - 1 under D; # expected 'under DISTRIBUTION', not '-'",
        "query a: cdf(c) over D; # expected 'under', not 'over'; write under D",
        "query a: cdf(c) for D; # expected 'under', not 'for'; write under D",
        "query a: cdf(c) D; # 'under' is missing before 'D'",
        "property p: P(c > 0) < 0.1 D within 0.1; # 'under' is missing before 'D'",
        "query a: cdf(c); # the distribution is missing; write 'under DISTRIBUTION' before ';'",
        "query a: cdf(c) # the distribution is missing; write 'under DISTRIBUTION' before the end of the file",
        "property a (P(c > 3) < 0.1 under D; # ':' is missing before '('",
        "property my prop: P(c > 3) < 0.1 under D; # expected ':', not 'prop'; a name is one word, such as my_prop, and a title stands in quotation marks",
        "property my-prop: P(c > 3) < 0.1 under D; # 'my-prop' is not a name; a name consists of letters, digits and '_': write 'my_prop'",
        "query my.prop: P(c > 3) = ? under D; # 'my.prop' is not a name; a name consists of letters, digits and '_': write 'my_prop'",
        "network Iris-2 = \"net.onnx\"; # 'Iris-2' is not a name; a name consists of letters, digits and '_': write 'Iris_2'",
        "network M = \"net.onnx\" { input my-in, b; } # 'my-in' is not a name; a name consists of letters, digits and '_': write 'my_in'",
        "distribution my-d for N { a = 0; b = 0; } # 'my-d' is not a name; a name consists of letters, digits and '_': write 'my_d'",
        "distribution E for N { a-x ~ Beta(2, 2); b = 0; } # 'a-x' is not a name; a name consists of letters, digits and '_': write 'a_x'",
        "property 1a: P(c > 3) < 0.1 under D; # expected a name, not '1'; a name begins with a letter or '_'",
        "property \"my\": P(c > 3) < 0.1 under D; # expected a name, not \"my\"; a name consists of letters, digits and '_', without quotation marks",
        "property a: P(argmax = c) < 0.1 under D; # '=' is not understood here; write <, <=, > or >=, and == or != between classes, as in argmax(N) == c",
        "property a: P(c <> 3) < 0.1 under D; # '<>' is not understood here; write <, <=, > or >=, and == or != between classes, as in argmax(N) == c",
        "property a: P(c => 3) < 0.1 under D; # '=>' is not understood; write >=",
        "property a: P(c =< 3) < 0.1 under D; # '=<' is not understood; write <=",
        "property a: P(c > 80 %) < 0.1 under D; # '%' has no meaning in an event; write the number as the output counts it, such as 80 or 0.8 for 80 %",
        "property a: P(c > 8) < 5 % under D; # '%' is not understood; write 0.05 for 5 %",
        "property a: P(c > 8) < 1e1 % under D; # '%' is not understood; write 0.01 for 1 %",
        "query a: P(c > 8) = ? under D within 50 %; # '%' is not understood; write 0.5 for 50 %",
        "property a: P(c > 12 cm) < 0.1 under D; # 'cm' is not understood behind 12; numbers have no units: leave 'cm' out, or write 12 * cm if it is an output",
        "property a: P(c > 12) < 0.1 cm under D; # 'cm' is not understood here; a limit is one number, without a unit",
        "-- comment # '-' is not understood; a comment begins with //",
        "settings { gap: 1e-3 } # expected 'within 1e-3;', 'timeout 60 s;' or 'threads 2;', not 'gap'",
        "options { gap: 1e-3 } # 'options' is not understood; the wanted gap, the time limit and the number of threads stand behind the distribution of a property or query, or in settings { within 1e-3; timeout 60 s; threads 2; }",
        "query a: P(c > 3) = ? under D with gap 1e-3; # expected ';', not 'with'; behind the distribution may stand 'within 1e-3', the wanted gap, 'timeout 60 s' and 'threads 2'",
        "query a: P(c > 3) = ? under D, within 1e-3; # expected ';', not ','; behind the distribution may stand 'within 1e-3', the wanted gap, 'timeout 60 s' and 'threads 2'",
        "query a: P(c > 3) = ? under D timeout = 5 s; # expected a number, not '='; write timeout 60 s",
        "query a: P(c > 3) = ? under D within: 0.1; # expected a number, not ':'; write within 1e-3",
        "query a: P(c > 3) = ? under D given d > 1; # a condition stands inside of the parentheses, behind a bar: P(c > 0 | d > 0)",
      })
  void namesTheWayOut(String claim, String message) throws IOException {
    List<String> messages = new Samples(folder).messages(Samples.claim(claim));
    assertEquals(message, messages.get(0).replaceFirst("^\\S+ \\S+ ", ""), messages::toString);
  }

  @Test
  void aCommentBeginsWithTwoSlashes() throws IOException {
    assertEquals(
        List.of("4:1 syntax '#' is not understood; a comment begins with //"),
        new Samples(folder).messages(Samples.claim("# comment")));
  }

  private static Stream<Arguments> wrong() {
    return Stream.of(
        arguments(
            Samples.claim("prperty p: P(c > 0) < 1 under D;"),
            List.of(
                "4:1 syntax expected 'semantics', 'network', 'distribution', 'event', "
                    + "'settings', 'property' or 'query', not 'prperty'; did you mean 'property'?")),
        arguments(
            Samples.claim("property p: P(c > 0) < 1 under D\nquery q: P(c>0) = ? under D;"),
            List.of("5:1 syntax ';' is missing before 'query'")),
        arguments(
            Samples.claim("property p: P(!(c > d)) < 1e-3 under D;"),
            List.of("4:15 syntax '!' is not understood; write 'not'")),
        arguments(
            Samples.claim("property p: P(|c - d| < 1) < 1e-3 under D;"),
            List.of("4:15 syntax '|...|' is not understood; write abs(...)")),
        arguments(
            Samples.claim("property p: P(c > |d|) < 1e-3 under D;"),
            List.of("4:19 syntax '|...|' is not understood; write abs(...)")),
        arguments(
            Samples.claim("property p: P(c - |d| > 1) < 1e-3 under D;"),
            List.of("4:19 syntax '|...|' is not understood; write abs(...)")),
        arguments(
            Samples.claim("property p: P(c > 0 || d > 0) < 1e-3 under D;"),
            List.of("4:22 syntax '||' is not understood; write 'or'")),
        arguments(
            Samples.claim("property p: P(c > d || a > 0) < 1e-3 under D;"),
            List.of("4:22 syntax '||' is not understood; write 'or'")),
        arguments(
            Samples.claim("property p: P(N(x)[0] > 1) < 1e-3 under D;"),
            List.of(
                "4:19 syntax '[' is not understood here; an output stands without the inputs, as in y[0] or N.y[0]")),
        arguments(
            Samples.claim("property p: P(c > 1) < 1/2 + 1/4 under D;"),
            List.of(
                "4:28 syntax '+' is not understood here; a limit is one number: write 3/4 for 1/2 + 1/4")),
        arguments(
            Samples.claim("property p: P(c > 1) < 2 * 0.1 under D;"),
            List.of(
                "4:26 syntax '*' is not understood here; a limit is one number: write 3/4 for 1/2 + 1/4")),
        arguments(
            Samples.assignments("a, b ~ Normal([0, 0], [[1, 0.5], [0.5, 1]]);"),
            List.of(
                "3:24 syntax several inputs together stand in parentheses, as in (a, b) ~ Normal([0, 0], [[1, 0.3], [0.3, 1]])")),
        arguments(
            Samples.assignments("a ~ Mixture([Normal(0, 1), Normal(3, 1)], [0.5, 0.5]); b = 1;"),
            List.of(
                "3:37 syntax a mixture has a weight before each part, as in Mixture(0.3: Normal(0, 1), 0.7: Normal(3, 2))")),
        arguments(
            Samples.assignments("a ~ Normal(0, 1) in [-1, 1]; b = 1;"),
            List.of(
                "3:41 syntax 'in' is not understood; to cut a distribution off write 'on [LOWER, UPPER]'")),
        arguments(
            Samples.assignments("a ~ Uniform[0, 1]; b = 1;"),
            List.of(
                "3:37 syntax '[' is not understood here; write the parameters in parentheses, such as Uniform(0, 1)")),
        arguments(
            Samples.assignments("a ~ Normal(0, 0.1^2); b = 1;"),
            List.of(
                "3:41 syntax '^' is not understood here; write the number itself, such as 0.01 or 3/4")),
        arguments(
            Samples.assignments("a ~ Normal(0, sqrt(2)); b = 1;"),
            List.of(
                "3:38 syntax 'sqrt(...)' is not understood here; write the number itself, such as 0.01 or 3/4")),
        arguments(
            Samples.claim("property p: P(c = 0) < 1e-3 under D;"),
            List.of(
                "4:17 syntax '=' is not understood here; write <, <=, > or >=, and == or != between classes, as in argmax(N) == c")),
        arguments(
            Samples.claim("property p: P(c ≤ 0) < 1e-3 under D;"),
            List.of("4:15 syntax '≤' is not understood; write <=")),
        arguments(
            Samples.claim("property p: P(c > 0) < 1e-3;"),
            List.of(
                "4:28 syntax the distribution is missing; write 'under DISTRIBUTION' before ';'")),
        arguments(
            Samples.claim("property p: P(c > 0) under D;"),
            List.of(
                "4:22 syntax expected <, <=, > or >= and a limit, such as < 0.01, or a range such as in [0, 0.1], not 'under'")),
        arguments(
            Samples.claim("query p: P(c > 0) < 0.3 under D;"),
            List.of("4:19 syntax a query has no limit; write P(...) = ?, or make it a property")),
        arguments(
            Samples.claim("query p: P(c > 0) under D;"),
            List.of("4:19 syntax '= ?' is missing before 'under'; a query asks for a quantity")),
        arguments(
            Samples.claim("property p: P(c > 0) < 1e-3 under D timeout 60;"),
            List.of("4:47 syntax the unit of the timeout is missing; write ms, s, min or h")),
        arguments(
            Samples.claim("property p: P(c > 0) < 1e-3 within 1e-6 under D;"),
            List.of("4:29 syntax 'within' stands too early; write it behind 'under DISTRIBUTION'")),
        arguments(
            Samples.claim("query q: cdf(c) under D at 100 points;"),
            List.of(
                "4:25 syntax 'at' stands too late; write it before 'under', as in cdf(y[0]) at "
                    + "100 points under D")),
        arguments(
            Samples.claim("network M = \"a.onnx;"),
            List.of(
                "4:13 syntax the text does not end on this line; add the closing quotation mark")),
        arguments(
            Samples.claim("network input = \"a.onnx\";"),
            List.of(
                "4:9 syntax 'input' is a word of the language and cannot be a name; choose "
                    + "another, such as 'input_'")),
        arguments(
            Samples.claim("network M = \"a.onnx\" { input output, b; }"),
            List.of(
                "4:30 syntax 'output' is a word of the language and cannot be a name; choose "
                    + "another, such as 'output_'")),
        arguments(
            Samples.claim("property: P(c>0) < 1 under D;"),
            List.of("4:9 syntax expected a name, not ':'")),
        arguments(
            Samples.claim("property p: P(c > .5) < 1 under D;"),
            List.of(
                "4:19 syntax '.' is not understood; write a digit before the point, such as 0.5")),
        arguments(
            Samples.claim("property p: P(c > 5.) < 1 under D;"),
            List.of(
                "4:19 syntax the number is not complete; write digits behind the point and "
                    + "behind the e")),
        arguments(
            Samples.claim("property p: P(c > 5) < 1% under D;"),
            List.of("4:25 syntax '%' is not understood; write 0.01 for 1 %")),
        arguments(
            Samples.claim("property p: P[c > 5] < 1 under D;"),
            List.of("4:15 syntax '[' is not understood here; write P(...) with parentheses")),
        arguments(
            Samples.claim("property p: P(c > 5 < 1 under D;"),
            List.of("4:25 syntax expected ')', not 'under'")),
        arguments(
            Samples.claim("property p: P((c > 5) < 1 under D;"),
            List.of("4:27 syntax expected ')', not 'under'")),
        arguments(
            Samples.claim("property p: P(c > 5)) < 1 under D;"),
            List.of(
                "4:21 syntax expected <, <=, > or >= and a limit, such as < 0.01, or a range such as in [0, 0.1], not ')'")),
        arguments(
            Samples.claim("property p: P(c > --5) < 1 under D;"),
            List.of("4:20 syntax expected a number, an output or '(', not '-'")),
        arguments(
            Samples.claim("property p: P(2c > 5) < 1 under D;"),
            List.of(
                "4:16 syntax 'c' is not understood behind 2; numbers have no units: leave 'c' out, or write 2 * c if it is an output")),
        arguments(
            Samples.claim(
                "distribution T for N { a ~ Normal(0,1); b = 1;\nproperty p: P(c > 5) < 1 "
                    + "under D;"),
            List.of("5:1 syntax '}' is missing before 'property'")),
        arguments(
            Samples.claim("distribution T for N { a : Normal(0,1); b = 1; }"),
            List.of("4:24 syntax expected 'INPUT ~ DISTRIBUTION;' or 'INPUT = NUMBER;', not ':'")),
        arguments(
            Samples.assignments("a ~ 5; b = 1;"),
            List.of(
                "3:28 syntax expected a distribution such as Normal(0, 1), not '5'; for a "
                    + "fixed value write '=' instead of '~'")),
        arguments(
            Samples.assignments("a = Normal(0,1); b = 1;"),
            List.of(
                "3:28 syntax expected a number, not 'Normal(0,1)'; for a distribution write '~' "
                    + "instead of '='")),
        arguments(
            Samples.claim("distribution T { a ~ Normal(0,1); b = 1; }"),
            List.of("4:16 syntax expected 'for', not '{'")),
        arguments(
            Samples.claim("distribution T for N { a ~ Normal(0,,1); b = 1; }"),
            List.of(
                "4:37 syntax expected a number, a list such as [0, 1], or a file in quotation "
                    + "marks, not ','")),
        arguments(
            Samples.claim("distribution T for N { a ~ Normal(0 1); b = 1; }"),
            List.of("4:37 syntax expected ')', not '1'")),
        arguments(
            Samples.claim("property p: P(c >"),
            List.of("4:18 syntax expected a number, an output or '(', not the end of the file")),
        arguments(
            Samples.claim("network"),
            List.of("4:8 syntax expected a name, not the end of the file")),
        arguments(Samples.claim("semantics;"), List.of("4:10 syntax a name is missing before ';'")),
        arguments(
            Samples.claim("semantics real"),
            List.of("4:15 syntax expected ';', not the end of the file")),
        arguments(
            Samples.claim("@#$%^&*"),
            List.of(
                "4:1 syntax expected 'semantics', 'network', 'distribution', 'event', "
                    + "'settings', 'property' or 'query', not '@'")),
        arguments(
            Samples.claim("/* comment never ends"),
            List.of("4:1 syntax the comment does not end; add */")),
        arguments(
            Samples.claim("property p: P(c^2 > 5) < 1 under D;"),
            List.of(
                "4:17 power.place a power stands in loops and in claims about them only; events are linear, and a power of a quantity is a product, as in E(c) * E(c)")),
        arguments(
            Samples.claim("import \"x\";"),
            List.of(
                "4:1 unsupported 'import' is not supported yet; write everything into one file")),
        arguments(
            Samples.claim(";"),
            List.of("4:1 syntax ';' is not understood behind '}'; leave it out")),
        arguments(
            Samples.claim("property p: P(c > 0 && d > 0) < 1e-3 under D;"),
            List.of("4:21 syntax '&' is not understood; write 'and'")),
        arguments(
            Samples.claim("property p: P(c > 0 | d > 0 | a > 0) < 1e-3 under D;"),
            List.of(
                "4:29 syntax '|' is not understood here; a condition stands in P(... | ...), E(... | ...) or cdf(... | ...) once: join several with 'and'")),
        arguments(
            Samples.claim("property p: P(c > 0 and) < 1e-3 under D;"),
            List.of(
                "4:24 syntax 'and' stands between two events, as in c > 0 and d > 0; one is missing behind it")),
        arguments(
            Samples.claim("property p: P(or c > 0) < 1e-3 under D;"),
            List.of(
                "4:15 syntax 'or' stands between two events, as in c > 0 or d > 0; one is missing before it")),
        arguments(
            Samples.claim("property p: P(c > 0 | or d > 0) < 1e-3 under D;"),
            List.of(
                "4:23 syntax 'or' stands between two events, as in c > 0 or d > 0; one is missing before it")),
        arguments(
            Samples.claim("property p: P(c > 0 and or d > 0) < 1e-3 under D;"),
            List.of(
                "4:25 syntax 'or' stands between two events, as in c > 0 or d > 0; one is missing before it")),
        arguments(
            Samples.claim("property p: P(not) < 1e-3 under D;"),
            List.of("4:18 syntax an event is missing behind 'not', as in not c > 0")),
        arguments(
            Samples.claim("query q: P(argmax(N) in [c, d]) = ? under D;"),
            List.of(
                "4:26 syntax between the brackets behind 'in' stand two numbers, as in [0, 1], not 'c'; classes stand in braces, as in argmax(N) in {a, b}")),
        arguments(
            Samples.claim("query q: P(c in [d, 1]) = ? under D;"),
            List.of(
                "4:18 syntax between the brackets behind 'in' stand two numbers, as in [0, 1], not 'd'; classes stand in braces, as in argmax(N) in {a, b}")),
        arguments(
            Samples.claim("query q -> P(c > 0) = ? under D;"),
            List.of("4:9 syntax '->' is not understood; write :")),
        arguments(
            Samples.claim("event e -> c > 0;"),
            List.of("4:9 syntax '->' is not understood; write =")),
        arguments(
            Samples.assignments("a -> Beta(2, 2); b = 0;"),
            List.of(
                "3:24 syntax '->' is not understood; write ~ before a distribution, and = before a number")),
        arguments(
            Samples.term("Normal(0, 1) [0, 1]"),
            List.of(
                "3:41 syntax expected ';', not '['; to cut a distribution off write 'on [...]'")),
        arguments(
            Samples.claim("property p: P(c > 0) < 0.1 and P(d > 0) < 0.1 under D;"),
            List.of("4:28 syntax 'and' is not understood here; write two properties")),
        arguments(
            Samples.claim("property p: P(c > 0) < P(d > 0) under D;"),
            List.of(
                "4:24 syntax a limit is one number, not 'P'; bring the rest to the other side, as in P(c > 0) - P(d > 0) < 0")),
        arguments(Samples.claim("event = c > 0;"), List.of("4:7 syntax expected a name, not '='")),
        arguments(Samples.claim("event e c > 0;"), List.of("4:9 syntax '=' is missing before 'c'")),
        arguments(Samples.claim("event e: c > 0;"), List.of("4:8 syntax expected '=', not ':'")),
        arguments(
            Samples.claim("event not = c > 0;"),
            List.of(
                "4:7 syntax 'not' is a word of the language and cannot be a name; choose another, such as 'not_'")),
        arguments(
            Samples.claim("settings { within 1e-3 }"),
            List.of("4:24 syntax ';' is missing before '}'")),
        arguments(
            Samples.claim("settings within 1e-3;"),
            List.of("4:10 syntax '{' is missing before 'within'")),
        arguments(
            Samples.claim("property p: P(argmax(N) in c) < 1e-3 under D;"),
            List.of(
                "4:28 syntax behind 'in' stands an interval such as [0, 1], or classes such as {a, b}, not 'c'; write {c}")),
        arguments(
            Samples.claim("property p: P(argmax(N) in {}) < 1e-3 under D;"),
            List.of(
                "4:29 syntax between the braces behind 'in' stand outputs, as in argmax(N) in {a, b}, not '}'")),
        arguments(
            Samples.claim("property p: P(argmax(N) in {c, }) < 1e-3 under D;"),
            List.of(
                "4:32 syntax between the braces behind 'in' stand outputs, as in argmax(N) in {a, b}, not '}'")),
        arguments(
            Samples.claim("property p: P(c in {0, 1}) < 1e-3 under D;"),
            List.of(
                "4:21 syntax between the braces behind 'in' stand outputs, as in argmax(N) in {a, b}, not '0'; for an interval write brackets, as in [0, 1]")),
        arguments(
            Samples.claim("property p: moments(c) < 0.1 under D;"),
            List.of(
                "4:13 syntax moments are many numbers and have no limit; limit one of them: property p: E(y[0]) < 3 under D")),
        arguments(
            Samples.claim("property p: cdf(c) < 0.1 under D;"),
            List.of(
                "4:13 syntax a whole cdf has no limit; limit one of its probabilities: property p: P(y[0] <= 3) < 0.2 under D")),
        arguments(
            Samples.claim("property p: P(argmax(N) in {c d}) < 1e-3 under D;"),
            List.of("4:29 syntax ',' or '}' is missing before 'd'")),
        arguments(
            Samples.claim("property p: P(c in (0, 1)) < 1e-3 under D;"),
            List.of(
                "4:20 syntax behind 'in' stands an interval such as [0, 1], or classes such as {a, b}, not '('; a range contains its ends, and stands in brackets")),
        arguments(
            Samples.claim("property p: P() < 1e-3 under D;"),
            List.of("4:15 syntax expected a number, an output or '(', not ')'")),
        arguments(
            Samples.claim("property p: P(N. > 0) < 1e-3 under D;"),
            List.of("4:15 syntax expected a number, an output or '(', not '>'")),
        arguments(
            Samples.claim("property p: P(N.c^2 > 0) < 1e-3 under D;"),
            List.of(
                "4:19 power.place a power stands in loops and in claims about them only; events are linear, and a power of a quantity is a product, as in E(c) * E(c)")));
  }

  private static Stream<String> right() {
    return Stream.of(
        Samples.claim("query P: P(c > 0) = ? under D;"),
        Samples.claim("query at: P(c > 0) = ? under D;"),
        Samples.claim("event threads = c > 0; query q: P(threads) = ? under D threads 2;"),
        Samples.claim("property p: 0.9 >= P(c > 0) under D;"),
        Samples.claim("property p: -1/3 < E(c) - 1/3 * E(d) under D;"),
        Samples.claim("property p: 1/3 * E(d) < 0.5 under D;"),
        Samples.claim("property p: 0.1 <= P(c > 0) <= 1/2 under D;"),
        Samples.claim("query cdf: cdf(c) at 2 points under D;"),
        Samples.claim("query and: P((c > 0)) = ? under D;"),
        Samples.claim("query event: P(((c)) + 1 > 0) = ? under D;"),
        Samples.claim("query in: P(not not (c > 0)) = ? under D;"),
        Samples.claim("query or: P(N.c > 1) = ? under D;"),
        Samples.claim("query q \"a title with // no comment\": P(c > 0) = ? under D;"),
        Samples.claim("query/**/q:P(c>0)=?under D;"),
        Samples.claim("query q:\n  // why\n  P(c > 0)\n  = ?\n  under D;"),
        Samples.claim("query q: P(((c)) > ((0))) = ? under D;"));
  }
}
