package surety.language.display;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A picture as a viewer reads it; refused if it is no XML. */
public final class Drawing {
  private final Element root;

  private Drawing(Element root) {
    this.root = root;
  }

  /** Reads it; a document type is refused, too. */
  public static Drawing of(String svg) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return new Drawing(
          factory
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(svg)))
              .getDocumentElement());
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new AssertionError(svg, e);
    }
  }

  public Element root() {
    return root;
  }

  /** All elements with this tag, in their order. */
  public List<Element> all(String tag) {
    NodeList found = root.getElementsByTagName(tag);
    List<Element> all = new ArrayList<>();
    for (int k = 0; k < found.getLength(); k++) {
      all.add((Element) found.item(k));
    }
    return all;
  }

  /** What is written in it, in its order. */
  public List<String> texts() {
    return all("text").stream().map(Element::getTextContent).toList();
  }

  public static double number(Element element, String name) {
    return Double.parseDouble(element.getAttribute(name));
  }
}
