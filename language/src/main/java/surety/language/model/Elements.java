package surety.language.model;

import java.util.NavigableMap;
import java.util.TreeMap;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import surety.language.sure.Element;
import surety.language.sure.SureFile;

/** The elements of a specification, in its text. */
public final class Elements {
  private Elements() {}

  /** By the offset where they begin. */
  public static NavigableMap<Integer, Element> byStart(SureFile file) {
    NavigableMap<Integer, Element> elements = new TreeMap<>();
    for (Element element : file.getElements()) {
      elements.put(NodeModelUtils.getNode(element).getOffset(), element);
    }
    return elements;
  }
}
