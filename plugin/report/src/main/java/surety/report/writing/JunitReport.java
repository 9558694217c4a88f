package surety.report.writing;

import java.io.StringWriter;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import surety.language.display.Svg;
import surety.language.verification.VerificationState;
import surety.report.Checked;
import surety.report.Outcome;
import surety.report.Run;
import surety.report.RunFile;
import surety.report.ShellWords;
import surety.report.Unchecked;
import surety.report.VerdictText;
import surety.report.Words;

/**
 * A run as JUnit reports tests: a specification is a suite, and a property or query a test. What is
 * violated is a failure, and what could not be checked an error.
 */
public final class JunitReport implements RunFile {
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ISO_LOCAL_DATE_TIME.withZone(ZoneOffset.UTC);

  /** What to make of what is undecided. */
  public enum Undecided {
    /** A failure, for nothing is known to hold. */
    FAILURE,
    /** Skipped, for nothing is known to be wrong. */
    SKIPPED
  }

  private final Undecided undecided;

  /** A report that takes what is undecided for that. */
  public JunitReport(Undecided undecided) {
    this.undecided = undecided;
  }

  private enum Mark {
    PASSED,
    FAILURE,
    ERROR,
    SKIPPED;

    String element() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private record Test(
      String name,
      double seconds,
      Mark mark,
      VerificationState state,
      String message,
      String out) {}

  private record Suite(String name, List<Test> tests) {
    long count(Mark mark) {
      return tests.stream().filter(test -> test.mark() == mark).count();
    }

    double seconds() {
      return tests.stream().mapToDouble(Test::seconds).sum();
    }
  }

  @Override
  public String name() {
    return "junit.xml";
  }

  @Override
  public String text(Run run) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      write(run, xml);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a report that is no XML", e);
    }
    return text.toString();
  }

  private void write(Run run, XMLStreamWriter xml) throws XMLStreamException {
    List<Suite> suites = run.specifications().stream().map(this::suite).toList();
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeCharacters("\n");
    xml.writeStartElement("testsuites");
    attribute(xml, "name", "surety");
    totals(xml, suites);
    attribute(
        xml, "time", seconds(Duration.between(run.started(), run.finished()).toMillis() / 1e3));
    for (Suite suite : suites) {
      xml.writeCharacters("\n  ");
      xml.writeStartElement("testsuite");
      attribute(xml, "name", suite.name());
      totals(xml, List.of(suite));
      attribute(xml, "skipped", Long.toString(suite.count(Mark.SKIPPED)));
      attribute(xml, "time", seconds(suite.seconds()));
      attribute(xml, "timestamp", SECOND.format(run.started().truncatedTo(ChronoUnit.SECONDS)));
      for (Test test : suite.tests()) {
        write(suite, test, xml);
      }
      xml.writeCharacters("\n  ");
      xml.writeEndElement();
    }
    xml.writeCharacters("\n");
    xml.writeEndElement();
    xml.writeCharacters("\n");
    xml.writeEndDocument();
  }

  private static void totals(XMLStreamWriter xml, List<Suite> suites) throws XMLStreamException {
    attribute(xml, "tests", sum(suites, suite -> suite.tests().size()));
    attribute(xml, "failures", sum(suites, suite -> suite.count(Mark.FAILURE)));
    attribute(xml, "errors", sum(suites, suite -> suite.count(Mark.ERROR)));
  }

  private static String sum(List<Suite> suites, java.util.function.ToLongFunction<Suite> count) {
    return Long.toString(suites.stream().mapToLong(count).sum());
  }

  private static void write(Suite suite, Test test, XMLStreamWriter xml) throws XMLStreamException {
    xml.writeCharacters("\n    ");
    xml.writeStartElement("testcase");
    attribute(xml, "name", test.name());
    attribute(xml, "classname", suite.name());
    attribute(xml, "time", seconds(test.seconds()));
    if (test.mark() != Mark.PASSED) {
      xml.writeCharacters("\n      ");
      xml.writeStartElement(test.mark().element());
      attribute(xml, "message", test.message());
      if (test.mark() != Mark.SKIPPED) {
        attribute(xml, "type", "surety/" + test.state().name().toLowerCase(Locale.ROOT));
        xml.writeCharacters(legal(test.out()));
      }
      xml.writeEndElement();
    } else {
      xml.writeCharacters("\n      ");
      xml.writeStartElement("system-out");
      xml.writeCharacters(legal(test.message() + "\n" + test.out()));
      xml.writeEndElement();
    }
    xml.writeCharacters("\n    ");
    xml.writeEndElement();
  }

  private Suite suite(Checked checked) {
    List<Test> tests = new ArrayList<>();
    checked
        .problem()
        .ifPresent(why -> tests.add(failed("(all of it)", VerdictText.notChecked(why))));
    checked.outcomes().forEach(outcome -> tests.add(test(checked, outcome)));
    for (Unchecked one : checked.unchecked()) {
      tests.add(failed(one.name(), VerdictText.of(one)));
    }
    return new Suite(checked.specification(), tests);
  }

  private static Test failed(String name, String message) {
    return new Test(name, 0, Mark.ERROR, VerificationState.FAILED, message, "");
  }

  private Test test(Checked checked, Outcome outcome) {
    Mark mark =
        switch (outcome.state()) {
          case VIOLATED -> Mark.FAILURE;
          case FAILED -> Mark.ERROR;
          case UNDECIDED -> undecided == Undecided.FAILURE ? Mark.FAILURE : Mark.SKIPPED;
          default -> Mark.PASSED;
        };
    String title = outcome.obligation().title().map(words -> " (" + words + ")").orElse("");
    List<String> out = new ArrayList<>();
    out.add(outcome.obligation().text());
    if (outcome.evidence().isPresent()) {
      out.add("bounds: " + Words.boundsAlone(outcome));
    }
    outcome.shortfall().ifPresent(why -> out.add("note: " + why));
    Optional<String> replay = ShellWords.replay(checked, outcome);
    replay.ifPresent(out::add);
    return new Test(
        outcome.obligation().name() + title,
        outcome.seconds(),
        mark,
        outcome.state(),
        VerdictText.of(outcome),
        String.join("\n", out));
  }

  private static void attribute(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeAttribute(name, legal(value));
  }

  private static String legal(String words) {
    return Svg.legal(words);
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.3f", Math.max(0, seconds));
  }
}
