package surety.language.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Distribution;
import surety.certificates.statement.FixedInput;
import surety.certificates.statement.Input;
import surety.certificates.statement.RandomInput;
import surety.language.Samples;
import surety.language.Setting;

class NamedInputsTest {
  private static final NamedInputs INPUTS =
      new NamedInputs(
          List.of("length", "width", "pressure"),
          List.of(random("beta(2, 2)"), random("normal(0, 1)"), new FixedInput(Rational.of(3, 2))));

  private static Input random(String distribution) {
    return new RandomInput(Distribution.parse(distribution));
  }

  private static List<String> entries(String text) {
    return Arrays.asList(text.split(",", -1));
  }

  private static String problem(String text) {
    return assertThrows(InputException.class, () -> INPUTS.read(entries(text))).getMessage();
  }

  /** Of so many inputs, of which the first two are random and the others are 0, 1, 2 and so on. */
  private static NamedInputs image(int count) {
    List<Input> inputs = new ArrayList<>(List.of(random("beta(2, 2)"), random("normal(0, 1)")));
    IntStream.range(2, count).forEach(k -> inputs.add(new FixedInput(Rational.of(k))));
    return new NamedInputs(
        IntStream.range(0, count).mapToObj(k -> "x[" + k + "]").toList(), inputs);
  }

  @Test
  void ofManyInputsThoseThatAreFixedAreOnlyCounted() throws InputException {
    NamedInputs image = image(64);
    assertTrue(image.areMany());
    List<Rational> values = image.read(entries("x[0]=1/3,x[1]=2"));
    assertEquals("x[0] = 1/3, x[1] = 2 (fixed: 62 inputs)", image.text(values));
    assertEquals("x[0] = a, x[1] = a (fixed: 62 inputs)", image.text(values, value -> "a"));
    List<Rational> others = new ArrayList<>(values);
    others.set(63, Rational.of(1));
    assertEquals("x[0] = 1/3, x[1] = 2, x[63] = 1 (fixed: 61 inputs)", image.text(others));
    List<Input> all =
        IntStream.range(0, 21).<Input>mapToObj(k -> new FixedInput(Rational.ONE)).toList();
    List<String> names = IntStream.range(0, 21).mapToObj(k -> "x" + k).toList();
    List<Rational> ones = Collections.nCopies(21, Rational.ONE);
    assertEquals("(fixed: 21 inputs)", new NamedInputs(names, all).text(ones));
  }

  @Test
  void ofFewInputsAllAreListed() {
    NamedInputs few = image(20);
    assertTrue(!few.areMany());
    List<Rational> values = IntStream.range(0, 20).mapToObj(Rational::of).toList();
    String text = few.text(values);
    assertTrue(text.startsWith("x[0] = 0, x[1] = 1, x[2] = 2, "), text);
    assertTrue(text.endsWith("x[19] = 19"), text);
    assertTrue(
        image(21).text(IntStream.range(0, 21).mapToObj(Rational::of).toList()).length() < 50);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.2, -1/3, 1.5",
        " 1/5,-1/3 ,3/2",
        "length=0.2,width=-1/3,pressure=1.5",
        "width = -1/3, length = 0.2",
      })
  void readsByOrderAndByName(String text) throws InputException {
    assertEquals(
        List.of(Rational.of(1, 5), Rational.of(-1, 3), Rational.of(3, 2)),
        INPUTS.read(entries(text)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | the network takes 3 values, not 1: length, width, pressure",
        "1,2,3,4 | the network takes 3 values, not 4: length, width, pressure",
        "1,2 | the network takes 3 values, not 2: length, width, pressure;"
            + " fixed ones may be left out by name only",
        "'' | there is no value; the network takes 3 values, separated by commas: length, width,"
            + " pressure",
        "1; 2; 3 | the network takes 3 values, not 1: length, width, pressure;"
            + " separate them with commas, such as 0.2, 0.8",
        "1 2 3 | the network takes 3 values, not 1: length, width, pressure;"
            + " separate them with commas, such as 0.2, 0.8",
        "1;2, 3 | the network takes 3 values, not 2: length, width, pressure;"
            + " separate them with commas, such as 0.2, 0.8",
        "length=1,2,3 | '2' has no name but other values have; give all of them by name,"
            + " or all in the order of the network",
        "length=1,widht=2 | the network has no input 'widht'; did you mean 'width'?",
        "length=1,mass=2 | the network has no input 'mass'; the inputs are length, width, pressure",
        "length=1,width=2,length=1 | 'length' is given twice; keep one of its values",
        "length=1 | there is no value for width; add width=NUMBER",
        "pressure=1 | there is no value for length, width; add length=NUMBER",
        "1,,3 | the value of width is empty; write a number such as 0.2 or 1/3",
        "length=,width=1 | the value of length is empty; write a number such as 0.2 or 1/3",
        "1,a lot,3 | 'a lot' is no value for width; write a number such as 0.2 or 1/3",
        "1,NaN,3 | 'NaN' is no value for width; write a number such as 0.2 or 1/3",
        "1,1/0,3 | '1/0' is no value for width; write a number such as 0.2 or 1/3",
        "1,1e99999,3 | '1e99999' is no value for width; write a number such as 0.2 or 1/3",
        "1,0x1p3,3 | '0x1p3' is no value for width; write a number such as 0.2 or 1/3",
        "=1,width=2 | the network has no input ''; the inputs are length, width, pressure",
        "length=width=1,width=2 | 'width=1' is no value for length;"
            + " write a number such as 0.2 or 1/3",
      })
  void wrongOnesAreRefusedInWords(String text, String message) {
    assertEquals(message, problem(text));
  }

  @Test
  void manyInputsAreNotAllListed() {
    List<String> names = IntStream.range(0, 2000).mapToObj(k -> "x[" + k + "]").toList();
    List<Input> inputs = new ArrayList<>();
    names.forEach(name -> inputs.add(random("uniform(0, 1)")));
    NamedInputs many = new NamedInputs(names, inputs);
    InputException e = assertThrows(InputException.class, () -> many.read(List.of("1")));
    assertEquals(
        "the network takes 2000 values, not 1: x[0], x[1], x[2], x[3], x[4], x[5], x[6] and"
            + " 1993 more",
        e.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.5,1000,1.5 | ",
        "0,-1,1.5 | ",
        "2,0,1.5 | length = 2 lies where its distribution has no density:"
            + " it is positive from 0 to 1",
        "0.5,0,2 | pressure is always 1.5 under the distribution, not 2",
      })
  void remarksWhatTheDistributionDoesNotHave(String text, String note) throws InputException {
    List<String> expected = note == null ? List.of() : List.of(note);
    assertEquals(expected, INPUTS.notes(INPUTS.read(entries(text))));
  }

  @Test
  void remarksGapsOfHistograms() {
    NamedInputs gap =
        new NamedInputs(List.of("a"), List.of(random("histogram([0, 1, 2, 3], [1/2, 0, 1/2])")));
    assertEquals(List.of(), gap.notes(List.of(Rational.of(5, 2))));
    assertEquals(
        List.of(
            "a = 1.5 lies where its distribution has no density:"
                + " it is positive from 0 to 1 and from 2 to 3"),
        gap.notes(List.of(Rational.of(3, 2))));
  }

  @TempDir private Path folder;

  private List<String> notes(String assignments, String values) throws Exception {
    Setting setting = new Samples(folder).read(Samples.assignments(assignments)).settings().get(0);
    NamedInputs inputs = new NamedInputs(setting.inputNames(), setting.law(), setting.box());
    return inputs.notes(inputs.read(entries(values)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(a, b) ~ OneHot(a: 0.5, b: 0.5);           | 1, 1",
        "a ~ Bernoulli(0.5); b = 2 * a;             | 1, 0",
        "a ~ Uniform(0, 1); b = 2 * a;              | 0.5, 1.5",
        "b ~ Uniform(0, 1); a = 1 - b;              | 0.5, 0.25",
        "a ~ Uniform(0, 1); b ~ a + Uniform(0, 1);  | 0.1, 1.5",
        "(a, b) ~ Normal([0, 0], [[1, 1], [1, 1]]); | 1, 2",
        "a ~ Bernoulli(0.5); b ~ Uniform(0, 1) given a == 0; b ~ Uniform(2, 3) given a == 1; | 1, 0.5",
      })
  void remarksWhatIsPossibleEachByItselfOnly(String assignments, String values) throws Exception {
    assertEquals(
        List.of(
            "the distribution has probability 0 for these values together, although each of them is"
                + " possible by itself"),
        notes(assignments, values));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(a, b) ~ OneHot(a: 0.5, b: 0.5);            | 0, 1",
        "a ~ Uniform(0, 1); b = 2 * a;               | 0.5, 1",
        "a ~ Uniform(0, 1); b ~ a + Uniform(0, 1);   | 0.5, 1.5",
        "(a, b) ~ Normal([0, 0], [[1, 1], [1, 1]]);  | 2, 2",
        "(a, b) ~ Normal([0, 0], [[2, 1], [1, 2]]);  | 100, -100",
        "a ~ Uniform(0, 1) + Uniform(0, 1); b = 2 * a; | 1.5, 3",
        "a ~ Poisson(3); b = 0;                      | 60, 0",
        "a ~ Poisson(3); b = 2 * a;                  | 60, 120",
      })
  void whatIsPossibleNeedsNoRemark(String assignments, String values) throws Exception {
    assertEquals(List.of(), notes(assignments, values));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.5, 0", "-1, 0"})
  void countsAreWholeNumbers(String values) throws Exception {
    List<String> notes = notes("a ~ Poisson(3); b = 0;", values);
    assertEquals(1, notes.size(), notes::toString);
    assertTrue(notes.get(0).endsWith("outside of all that its distribution makes possible"));
  }

  @Test
  void remarksWhatIsOutsideOfTheBox() throws Exception {
    String box = "(a, b) ~ Normal([0, 0], [[2, 1], [1, 2]]) on [0, 1] x [-1, inf];";
    assertEquals(List.of(), notes(box, "1, 100"));
    String condition = " lies outside of the box ('on') that all questions have as a condition: ";
    assertEquals(
        List.of("a = 2" + condition + "from 0 to 1", "b = -3" + condition + "from -1 on"),
        notes(box, "2, -3"));
  }
}
