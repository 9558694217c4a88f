package surety.language.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import surety.language.Samples;

/** Events that are not affine, constant, or about inputs are refused. */
class EventValidatorTest {

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

  private static Stream<Arguments> wrong() {
    return Stream.of(
        arguments(
            Samples.claim("query q: P(c + d) = ? under D;"),
            List.of(
                "4:12 expression.kind 'c + d' is no event; compare it with something, as in c + d > 0")),
        arguments(
            Samples.claim("query q: P(argmax(N)) = ? under D;"),
            List.of(
                "4:12 expression.kind 'argmax(N)' is no event; compare it with something, as in argmax(N) == c")),
        arguments(
            Samples.claim("query q: P((c > 0) + 1 > 0) = ? under D;"),
            List.of(
                "4:13 expression.kind 'c > 0' is an event, not a number; leave the comparison out")),
        arguments(
            Samples.claim("query q: P(E(c) > 0) = ? under D;"),
            List.of(
                "4:12 expression.kind 'E(c)' is a quantity, and no value of the network; it cannot stand in an event")),
        arguments(
            Samples.claim("query q: P(E(c)) = ? under D;"),
            List.of(
                "4:12 expression.kind 'E(c)' is a quantity, and no value of the network; it cannot stand in an event")),
        arguments(
            Samples.claim("event e = P(c > 0); query q: P(c > 0) = ? under D;"),
            List.of(
                "4:11 expression.kind 'P(c > 0)' is a quantity, and no value of the network; it cannot stand in an event")),
        arguments(
            Samples.claim("query q: P(N > 0) = ? under D;"),
            List.of("4:12 unknown.output 'N' is a network; name one of its outputs, as in N.c")),
        arguments(
            Samples.claim("query q: P(c == 0) = ? under D;"),
            List.of(
                "4:14 event.equality '==' cannot compare here, for most single values have probability 0; write <, <=, > or >=, or c in [0, 0] where the value has a probability, as at 1 of a Bernoulli or at 0 behind a Relu")),
        arguments(
            Samples.claim("query q: P(c == d) = ? under D;"),
            List.of(
                "4:14 event.equality '==' cannot compare here, for a single value has probability 0, unless the output stays at it, as at 0 behind a Relu; write <, <=, > or >=")),
        arguments(
            Samples.claim("query q: P(0 < c != d) = ? under D;"),
            List.of(
                "4:18 event.equality '!=' cannot compare here, for a single value has probability 0, unless the output stays at it, as at 0 behind a Relu; write <, <=, > or >=")),
        arguments(
            Samples.claim("query q: P(argmax(N) < c) = ? under D;"),
            List.of("4:22 event.class a class cannot be compared by '<'; write == or !=")),
        arguments(
            Samples.claim("query q: P(argmax(N) == 1) = ? under D;"),
            List.of("4:25 expression.kind '1' is no output of network N; the classes are c, d")),
        arguments(
            Samples.claim("query q: P(argmax(N) == a) = ? under D;"),
            List.of("4:25 event.class 'a' is no output of network N; the classes are c, d")),
        arguments(
            Samples.claim("query q: P(argmax(N) == e) = ? under D;"),
            List.of("4:25 unknown.output network N has no output 'e'; its outputs are c, d")),
        arguments(
            Samples.claim("query q: P(argmax(c) == c) = ? under D;"),
            List.of("4:19 unknown.network network 'c' is not declared; the networks here are N")),
        arguments(
            Samples.claim("query q: P(argmax(1) == c) = ? under D;"),
            List.of("4:19 event.class argmax takes a network, as in argmax(N)")),
        arguments(
            Samples.claim("query q: P(argmax(N, N) == c) = ? under D;"),
            List.of(
                "4:12 function.arguments argmax takes 1 argument, not 2; write argmax(network)")),
        arguments(
            Samples.claim("query q: P(argmax(N) + 1 > c) = ? under D;"),
            List.of(
                "4:12 expression.kind 'argmax(N)' is one of the outputs, not a number; compare it with one, as in argmax(N) == c")),
        arguments(
            Samples.claim("query q: P(argmax(N) in {c, a}) = ? under D;"),
            List.of("4:26 event.class 'a' is no output of network N; the classes are c, d")),
        arguments(
            Samples.claim("query q: P(c in {c, d}) = ? under D;"),
            List.of(
                "4:12 event.class 'c' is no class; before 'in {...}' stands argmax(N) or argmin(N)")),
        arguments(
            Samples.claim("query q: P(c in [1, 0]) = ? under D;"),
            List.of(
                "4:18 interval.empty the interval [1, 0] is empty; put the smaller number first")),
        arguments(
            Samples.claim("query q: P(c - c in [0, 1]) = ? under D;"),
            List.of(
                "4:12 event.constant the outputs in 'c - c in [0, 1]' cancel out, so that it always happens; check the signs")),
        arguments(
            Samples.claim("query q: P(max(c) > 0) = ? under D;"),
            List.of(
                "4:12 function.arguments max takes 2 arguments or more, not 1; write max(value1, value2)")),
        arguments(
            Samples.claim("query q: P(abs(c, d) > 0) = ? under D;"),
            List.of("4:12 function.arguments abs takes 1 argument, not 2; write abs(value)")),
        arguments(
            Samples.claim("query q: P(abs(c | d > 0) > 0) = ? under D;"),
            List.of(
                "4:20 function.arguments abs takes no condition; write abs(value) without '| ...'")),
        arguments(
            Samples.claim("query q: P(max(c, d) * c > 0) = ? under D;"),
            List.of(
                "4:24 event.nonlinear 'max(c, d) * c' is not linear; one side of '*' must be a number")),
        arguments(
            Samples.claim("query q: P(exp(c) > 0) = ? under D;"),
            List.of(
                "4:12 unknown.function there is no function 'exp'; the functions here are P, E, Var, Std, Cov, Corr, quantile, cvar, abs, min, max, argmax, argmin")),
        arguments(
            Samples.claim("query q: P(median(c) > 0) = ? under D;"),
            List.of("4:12 unknown.function there is no function 'median'; write quantile(c, 0.5)")),
        arguments(
            Samples.claim("query q: median(2 * c - d) = ? under D;"),
            List.of(
                "4:10 unknown.function there is no function 'median'; write quantile(2 * c - d, 0.5)")),
        arguments(
            Samples.claim("query q: P(0 < c > 1) = ? under D;"),
            List.of(
                "4:12 event.directions the signs of a chain point one way, as in 0 < a < 1; if both comparisons are meant, write 0 < c and c > 1")),
        arguments(
            Samples.claim("query q: P(not 3 >= c > d <= 2 or d > 0) = ? under D;"),
            List.of(
                "4:16 event.directions the signs of a chain point one way, as in 0 < a < 1; if both comparisons are meant, write 3 >= c and c > d and d <= 2")),
        arguments(
            Samples.claim("query q: P(maxi(c, d) > 0) = ? under D;"),
            List.of("4:12 unknown.function there is no function 'maxi'; did you mean 'max'?")),
        arguments(
            Samples.claim("query q: P(N(c) > 0) = ? under D;"),
            List.of(
                "4:12 unknown.function there is no function 'N'; an output stands without the inputs, as in N.y[0] or y[0]")),
        arguments(
            Samples.claim("query q: P(max(c - c, 1) > 0) = ? under D;"),
            List.of(
                "4:12 event.constant the outputs in 'max(c - c, 1) > 0' cancel out, so that it always happens; check the signs")),
        arguments(
            Samples.claim("query q: c = ? under D;"),
            List.of(
                "4:10 expression.kind 'c' is random, and no quantity; ask for its mean with E(c), or for a probability, as in P(c > 0)")),
        arguments(
            Samples.claim("constant k = 1/2; query q: 2 * k = ? under D;"),
            List.of(
                "4:28 expression.kind '2 * k' is a number, and nothing is random about it; name a quantity, such as P(...)")),
        arguments(
            Samples.claim("constant k = 0; query q: P(c > 0) / k = ? under D;"),
            List.of(
                "4:37 event.division the divisor in 'P(c > 0) / k' is 0; divide by another number")),
        arguments(
            Samples.claim("query q: 2 = ? under D;"),
            List.of(
                "4:10 expression.kind '2' is a number, and nothing is random about it; name a quantity, such as P(...)")),
        arguments(
            Samples.claim("query q: (c > 0) = ? under D;"),
            List.of("4:11 expression.kind 'c > 0' is an event, and no quantity; write P(c > 0)")),
        arguments(
            Samples.claim("query q: max(c, d) = ? under D;"),
            List.of(
                "4:10 expression.kind 'max(c, d)' is random, and no quantity; 'max' stands in events, as in P(max(c, d) > 0)")),
        arguments(
            Samples.claim("query q: argmax(N) = ? under D;"),
            List.of(
                "4:10 expression.kind 'argmax(N)' is random, and no quantity; 'argmax' stands in events, as in P(argmax(N) == c)")),
        arguments(
            Samples.claim("query q: P(c > 0) / 0 = ? under D;"),
            List.of(
                "4:21 event.division the divisor in 'P(c > 0) / 0' is 0; divide by another number")),
        arguments(
            Samples.claim("query q: P(c > 0, d > 0) = ? under D;"),
            List.of(
                "4:10 function.arguments P takes 1 argument, not 2; write P(event); several events are joined by "
                    + "'and', a condition stands behind '|', and a number has a point: 1.5")),
        arguments(
            Samples.claim("query q: E(c > 0) = ? under D;"),
            List.of(
                "4:12 expression.kind 'c > 0' is an event, not a number; its probability is P(c > 0)")),
        arguments(
            Samples.claim("query q: E((c > 0 or d > 0) | a > 0.5) = ? under D;"),
            List.of(
                "4:13 expression.kind 'c > 0 or d > 0' is an event, not a number; its probability is P(c > 0 or d > 0 | a > 0.5)")),
        arguments(
            Samples.claim("query q: Var(c > 0) = ? under D;"),
            List.of(
                "4:14 expression.kind 'c > 0' is an event, not a number; leave the comparison out")),
        arguments(
            Samples.claim("query q: E(c * d) = ? under D;"),
            List.of(
                "4:16 event.nonlinear 'c * d' is not linear; one side of '*' must be a number")),
        arguments(
            Samples.claim("query q: E(abs(c)) = ? under D;"),
            List.of(
                "4:12 expression.kind 'min', 'max' and 'abs' stand in comparisons only, and 'abs(c)' has to be a sum of outputs and inputs; let the network compute it, with a node Min, Max or Abs, and name that output")),
        arguments(
            Samples.claim("query q: E(2) = ? under D;"),
            List.of(
                "4:12 event.without-output 'E(2)' is about no output of network N; name one, such as c")),
        arguments(
            Samples.claim("query q: Var(c - c) = ? under D;"),
            List.of("4:14 event.constant the outputs in 'c - c' cancel out; check the signs")),
        arguments(
            Samples.claim("query q: Var(c | d > 0) = ? under D;"),
            List.of(
                "4:18 function.arguments Var takes no condition; write Var(form) without '| ...'")),
        arguments(
            Samples.claim("query q: quantile(c, 1) = ? under D;"),
            List.of(
                "4:22 level.range the level 1 of quantile must be a number more than 0 and less than 1, such as 0.99")),
        arguments(
            Samples.claim("query q: quantile(c, d) = ? under D;"),
            List.of(
                "4:22 level.range the level d of quantile must be a number more than 0 and less than 1, such as 0.99")),
        arguments(
            Samples.claim("query q: quantile(c) = ? under D;"),
            List.of(
                "4:10 function.arguments quantile takes 2 arguments, not 1; write quantile(form, level)")),
        arguments(
            Samples.claim("query q: Cov(c) = ? under D;"),
            List.of(
                "4:10 function.arguments Cov takes 2 arguments, not 1; write Cov(form1, form2)")),
        arguments(
            Samples.claim("query q: P(M.c > 0) = ? under D;"),
            List.of("4:12 unknown.network network 'M' is not declared; the networks here are N")),
        arguments(
            Samples.claim("query q: P(N.e > 0) = ? under D;"),
            List.of("4:14 unknown.output network N has no output 'e'; its outputs are c, d")),
        arguments(
            Samples.claim("query q: P(N.y[0] > 0) = ? under D;"),
            List.of("4:14 index.named the outputs of network N have names; write 'c'")),
        arguments(
            Samples.claim("event e = c > 0 and e; query q: P(c > 0) = ? under D;"),
            List.of(
                "4:7 event.circle event e is defined by itself; define one of them without the other")),
        arguments(
            Samples.claim("event e = not f; event f = e or c > 0; query q: P(c > 0) = ? under D;"),
            List.of(
                "4:7 event.circle event e is defined by itself; define one of them without the other",
                "4:24 event.circle event f is defined by itself; define one of them without the other")),
        arguments(
            Samples.claim("event e = c; query q: P(c > 0) = ? under D;"),
            List.of(
                "4:11 expression.kind 'c' is no event; compare it with something, as in c > 0")),
        arguments(
            Samples.claim("event e = c > 0; query q: P(e + 1 > 0) = ? under D;"),
            List.of(
                "4:29 expression.kind 'e' is an event, not a number; it stands by itself, as in P(e)")),
        arguments(
            Samples.claim("event e = c > 0; query q: P(e > 0) = ? under D;"),
            List.of(
                "4:29 expression.kind 'e' is an event, not a number; it stands by itself, as in P(e)")),
        arguments(
            Samples.claim("event e = c > zz; query q: P(e) = ? under D;"),
            List.of("4:15 unknown.output network N has no output 'zz'; its outputs are c, d")),
        arguments(
            Samples.claim("event e = zz > 0; event e = c > 0; query q: P(c > 0) = ? under D;"),
            List.of(
                "4:11 unknown.output network N has no output 'zz'; its outputs are c, d",
                "4:25 name.repeated 'e' is already the name of an event; rename one of them")),
        arguments(
            Samples.claim("property p: P(c > 0) in [0, 2] under D;"),
            List.of(
                "4:25 limit.range the interval [0, 2] is not one of probabilities; choose both ends from 0 to 1")),
        arguments(
            Samples.claim("property p: P(c > 0) in [0.5, 0.1] under D;"),
            List.of(
                "4:25 interval.empty the interval [0.5, 0.1] is empty; put the smaller number first")),
        arguments(
            Samples.claim(
                "settings { within 2; timeout 5 sec; within 1; } settings { } query q: P(c > 0) = ? under D;"),
            List.of(
                "4:19 gap.range the wanted gap 2 must be more than 0 and less than 1, such as 1e-6",
                "4:32 timeout.unit 'sec' is not a unit of time; use ms, s, min or h",
                "4:44 option.repeated 'within' is given twice; keep one of them",
                "4:44 gap.range the wanted gap 1 must be more than 0 and less than 1, such as 1e-6",
                "4:49 settings.repeated there is more than one 'settings'; write all of them into the first")),
        arguments(
            Samples.claim("query q: P(1 < 2) = ? under D;"),
            List.of(
                "4:12 event.without-output this event is about no output of network N; name "
                    + "one, such as c")),
        arguments(
            Samples.claim("query q: P(2 < 1) = ? under D;"),
            List.of(
                "4:12 event.without-output this event is about no output of network N; name "
                    + "one, such as c")),
        arguments(
            Samples.claim("query q: cdf(3) under D;"),
            List.of(
                "4:14 event.without-output this cdf is about no output of network N; name one, "
                    + "such as c")),
        arguments(
            Samples.claim("query q: P(c - c < 0) = ? under D;"),
            List.of(
                "4:12 event.constant the outputs in 'c - c < 0' cancel out, so that it never "
                    + "happens; check the signs")),
        arguments(
            Samples.claim("query q: P(c <= c) = ? under D;"),
            List.of(
                "4:12 event.constant the outputs in 'c <= c' cancel out, so that it always "
                    + "happens; check the signs")),
        arguments(
            Samples.claim("query q: P(0 * c + 1 > 0) = ? under D;"),
            List.of(
                "4:12 event.constant the outputs in '0 * c + 1 > 0' cancel out, so that it "
                    + "always happens; check the signs")),
        arguments(
            Samples.claim("query q: cdf(c - c) under D;"),
            List.of("4:14 event.constant the outputs in 'c - c' cancel out; check the signs")),
        arguments(
            Samples.claim("query q: P(c * d > 0) = ? under D;"),
            List.of(
                "4:16 event.nonlinear 'c * d' is not linear; one side of '*' must be a number")),
        arguments(
            Samples.claim("query q: P(c * c > 0) = ? under D;"),
            List.of(
                "4:16 event.nonlinear 'c * c' is not linear; one side of '*' must be a number")),
        arguments(
            Samples.claim("query q: P(2 * (c + 1) * (d - 1) > 0) = ? under D;"),
            List.of(
                "4:26 event.nonlinear '2 * (c + 1) * (d - 1)' is not linear; one side of '*' "
                    + "must be a number")),
        arguments(
            Samples.claim("query q: P(1 / c > 0) = ? under D;"),
            List.of(
                "4:16 event.division division by 'c' is not linear; divide by numbers only, "
                    + "and multiply the comparison out")),
        arguments(
            Samples.claim("query q: P(c / d > 0) = ? under D;"),
            List.of(
                "4:16 event.division division by 'd' is not linear; divide by numbers only, "
                    + "and multiply the comparison out")),
        arguments(
            Samples.claim("query q: P(c / 0 > 0) = ? under D;"),
            List.of("4:16 event.division the divisor '0' is 0; divide by another number")),
        arguments(
            Samples.claim("query q: P(c / (1 - 1) > 0) = ? under D;"),
            List.of("4:16 event.division the divisor '(1 - 1)' is 0; divide by another number")),
        arguments(
            Samples.claim("query q: cdf(c + 1) under D;"),
            List.of(
                "4:14 cdf.constant 'c + 1' adds the number 1 to the outputs; leave it out, and "
                    + "read the cdf at thresholds moved by as much")),
        arguments(
            Samples.claim("query q: cdf(2 * (c - 1/4)) at [0] under D;"),
            List.of(
                "4:14 cdf.constant '2 * (c - 1/4)' adds the number -1/2 to the outputs; leave "
                    + "it out, and read the cdf at thresholds moved by as much")),
        arguments(
            Samples.claim("query q: cdf(c * d) under D;"),
            List.of(
                "4:18 event.nonlinear 'c * d' is not linear; one side of '*' must be a number")),
        arguments(
            Samples.claim("property p: P(c * d > a) < 0.1 under D;"),
            List.of(
                "4:19 event.nonlinear 'c * d' is not linear; one side of '*' must be a number")));
  }

  private static Stream<String> right() {
    return Stream.of(
        Samples.claim("query q: P(c > 0) = ? under D;"),
        Samples.claim("query q: P(2 * c - d * 3 <= 0.1 + (c - 1) / 4) = ? under D;"),
        Samples.claim("query q: P(0 < c) = ? under D;"),
        Samples.claim("query q: P(-c >= -(d + 1)) = ? under D;"),
        Samples.claim("query q: cdf(c - d) under D;"),
        Samples.claim("query q: cdf((c + 1) - 1) under D;"),
        Samples.claim("query q: P(0 * c + d > 0) = ? under D;"));
  }
}
