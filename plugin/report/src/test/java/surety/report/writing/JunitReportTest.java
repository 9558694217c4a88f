package surety.report.writing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import surety.report.Run;
import surety.report.Runs;
import surety.report.writing.JunitReport.Undecided;

class JunitReportTest {
  private static String text(Run run, Undecided undecided) {
    return new JunitReport(undecided).text(run);
  }

  private static void validate(String xml) throws SAXException, IOException {
    Validator validator =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(JunitReportTest.class.getResource("junit.xsd"))
            .newValidator();
    validator.validate(new StreamSource(new StringReader(xml)));
  }

  private static Document parse(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  private static List<Element> all(Document document, String tag) {
    NodeList nodes = document.getElementsByTagName(tag);
    List<Element> all = new ArrayList<>();
    for (int k = 0; k < nodes.getLength(); k++) {
      all.add((Element) nodes.item(k));
    }
    return all;
  }

  @ParameterizedTest
  @EnumSource
  void everyReportKeepsToTheSchema(Undecided undecided) throws Exception {
    for (Run run : List.of(Runs.mixed(), Runs.hostile(), Runs.of(), Runs.of(List.of()))) {
      validate(text(run, undecided));
    }
  }

  /** The schema is worth something only if it refuses. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<testcase name=      | <test name=",
        "classname=           | class=",
        "tests=\"10\"         | tests=\"-1\"",
        "timestamp=\"2026     | timestamp=\"26",
        "time=\"2.500\"       | time=\"2,500\"",
        "<testsuite name=     | <testsuite title=",
        "<system-out>         | <system-out x=\"1\">",
      })
  void theSchemaRefuses(String right, String wrong) throws Exception {
    String xml = text(Runs.mixed(), Undecided.FAILURE);
    String changed = xml.replaceFirst(java.util.regex.Pattern.quote(right), wrong);
    assertTrue(!changed.equals(xml), "nothing to replace");
    assertThrows(SAXException.class, () -> validate(changed));
  }

  @Test
  void violatedIsAFailureAndNotCheckedAnError() throws Exception {
    Document report = parse(text(Runs.mixed(), Undecided.FAILURE));
    Element root = report.getDocumentElement();
    assertEquals("12", root.getAttribute("tests"));
    assertEquals("5", root.getAttribute("failures"));
    assertEquals("3", root.getAttribute("errors"));
    assertEquals("2.500", root.getAttribute("time"));
    assertEquals(3, all(report, "testsuite").size());
    assertEquals(5, all(report, "failure").size());
    Element violated = all(report, "failure").get(0);
    assertEquals("surety/violated", violated.getAttribute("type"));
    assertEquals(
        "The requirement is violated: the probability is at least 25 %, but has to be below 10 %.",
        violated.getAttribute("message"));
    assertTrue(violated.getTextContent().contains("surety replay --specification folder/f.sure"));
    Element test = (Element) violated.getParentNode();
    assertEquals("high (R2: it is rarer)", test.getAttribute("name"));
    assertEquals("folder/f.sure", test.getAttribute("classname"));
  }

  @Test
  void undecidedMayBeSkipped() throws Exception {
    Document report = parse(text(Runs.mixed(), Undecided.SKIPPED));
    assertEquals("1", report.getDocumentElement().getAttribute("failures"));
    assertEquals(4, all(report, "skipped").size());
    assertEquals("4", all(report, "testsuite").get(0).getAttribute("skipped"));
  }

  @Test
  void whatOthersWroteIsText() throws Exception {
    Document report = parse(text(Runs.hostile(), Undecided.FAILURE));
    assertEquals(0, all(report, "script").size());
    assertEquals("a <b>&\"'c' #%:1.sure", all(report, "testsuite").get(0).getAttribute("name"));
    assertTrue(
        all(report, "testcase")
            .get(0)
            .getAttribute("name")
            .contains("<script>alert(1)</script> \"a\""));
  }
}
