package surety.language.translation;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.IResourceScopeCache;
import surety.language.linking.SureResource;
import surety.language.memory.ElementKey;
import surety.language.model.Elements;
import surety.language.model.Variables;
import surety.language.sure.ClaimDeclaration;
import surety.language.sure.ConstantDeclaration;
import surety.language.sure.DistributionDeclaration;
import surety.language.sure.Element;
import surety.language.sure.EventDeclaration;
import surety.language.sure.LoopDeclaration;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.Referable;
import surety.language.sure.SureFile;

/**
 * The keys of elements. An element has one if it can be parsed and what it refers to is there and
 * can be parsed, too: the text of such an element has one syntax tree only, whatever stands around
 * it, and its names mean parts of what its key names. All else that can be wrong with it, such as a
 * second element of the same name, is checked for the whole file.
 */
@Singleton
public class ElementKeys {
  private final NetworkFiles networks;
  private final CsvFiles csv;
  private final IResourceScopeCache cache;

  @Inject
  ElementKeys(NetworkFiles networks, CsvFiles csv, IResourceScopeCache cache) {
    this.networks = networks;
    this.csv = csv;
    this.cache = cache;
  }

  /** The key of an element of a specification. */
  public Optional<ElementKey> of(Element element) {
    return all((SureFile) element.eContainer()).getOrDefault(element, Optional.empty());
  }

  /**
   * What is known of an element from an earlier reading, or is found out now.
   *
   * @param kind of what is wanted; there is one for each element
   * @param work finds it out from nothing but what is in the element's key
   */
  public <T> T once(Element element, Class<T> kind, Supplier<T> work) {
    return of(element)
        .map(key -> SureResource.memoryAround(element).recall(key, kind, work))
        .orElseGet(work);
  }

  private Map<Element, Optional<ElementKey>> all(SureFile file) {
    return cache.get(ElementKeys.class, file.eResource(), () -> new Finding(file).all());
  }

  /** For the elements of one file. */
  private final class Finding {
    private final SureFile file;
    private final String text;
    private final Set<Element> broken;
    private final List<Referable> named;
    private final Map<Element, Optional<ElementKey>> keys = new HashMap<>();

    Finding(SureFile file) {
      this.file = file;
      INode root = ((XtextResource) file.eResource()).getParseResult().getRootNode();
      this.text = root.getText();
      this.broken = broken();
      this.named =
          EcoreUtil2.typeSelect(file.getElements(), Referable.class).stream()
              .filter(n -> n instanceof EventDeclaration || n instanceof ConstantDeclaration)
              .toList();
    }

    /** In which the parser met something unexpected, or from which it had to find its way back. */
    private Set<Element> broken() {
      NavigableMap<Integer, Element> elements = Elements.byStart(file);
      Set<Element> found = new HashSet<>();
      for (INode error : ((XtextResource) file.eResource()).getParseResult().getSyntaxErrors()) {
        add(found, elements.floorEntry(error.getOffset()));
        add(found, elements.higherEntry(error.getOffset()));
      }
      return found;
    }

    private static void add(Set<Element> found, Map.Entry<Integer, Element> entry) {
      if (entry != null) {
        found.add(entry.getValue());
      }
    }

    Map<Element, Optional<ElementKey>> all() {
      file.getElements().forEach(this::key);
      return keys;
    }

    /**
     * References go from claims to distributions to networks, or to loops, never in a circle. Named
     * events may refer to each other in a circle by mistake: these have no key.
     */
    private Optional<ElementKey> key(Element element) {
      Optional<ElementKey> known = keys.get(element);
      if (known == null) {
        keys.put(element, Optional.empty());
        known = broken.contains(element) ? Optional.empty() : find(element);
        keys.put(element, known);
      }
      return known;
    }

    private Optional<ElementKey> find(Element element) {
      if (element instanceof LoopDeclaration) {
        return above(element, List.of(), List.of());
      }
      if (element instanceof ClaimDeclaration claim && claim.getLoop() != null) {
        return Variables.resolved(claim.getLoop())
            .flatMap(loop -> above(claim, List.of(), List.of(loop)));
      }
      if (element instanceof ClaimDeclaration claim) {
        return Variables.distributionAround(claim)
            .flatMap(distribution -> above(claim, List.of(), List.of(distribution)));
      }
      if (element instanceof DistributionDeclaration distribution) {
        return Variables.resolved(distribution.getNetwork()).isEmpty()
            ? Optional.empty()
            : above(distribution, digests(distribution), bases(distribution));
      }
      if (element instanceof EventDeclaration event) {
        return above(event, List.of(), Variables.networksAround(event));
      }
      List<Optional<String>> files =
          element instanceof NetworkDeclaration network
              ? List.of(networks.file(network).map(NetworkFile::digest))
              : List.of();
      return Optional.of(new ElementKey(text(element), files, List.of()));
    }

    private static List<Element> bases(DistributionDeclaration distribution) {
      List<Element> bases = new ArrayList<>(Variables.networks(distribution));
      bases.addAll(Mixed.directParts(distribution));
      return bases;
    }

    private Optional<ElementKey> above(
        Element element, List<Optional<String>> files, List<? extends Element> bases) {
      List<Element> all = new ArrayList<>(bases);
      named(element).forEach(other -> all.add((Element) other));
      List<ElementKey> found = new ArrayList<>();
      for (Element base : all) {
        Optional<ElementKey> key = key(base);
        if (key.isEmpty()) {
          return Optional.empty();
        }
        found.add(key.get());
      }
      return Optional.of(new ElementKey(text(element), files, found));
    }

    /** Events and constants whose name occurs; what a name means needs not be known. */
    private List<Referable> named(Element element) {
      if (named.isEmpty()) {
        return List.of();
      }
      String words = text(element);
      return named.stream()
          .filter(other -> other.getName() != null)
          .filter(other -> count(words, other.getName()) > (other == element ? 1 : 0))
          .toList();
    }

    private static int count(String text, String word) {
      int count = 0;
      for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        count += isOfName(text, at - 1) || isOfName(text, at + word.length()) ? 0 : 1;
      }
      return count;
    }

    private static boolean isOfName(String text, int at) {
      return at >= 0
          && at < text.length()
          && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_');
    }

    private List<Optional<String>> digests(DistributionDeclaration distribution) {
      return text(distribution).indexOf('"') < 0
          ? List.of()
          : Mixed.files(distribution).stream().map(name -> csv.digest(distribution, name)).toList();
    }

    private String text(Element element) {
      ICompositeNode node = NodeModelUtils.getNode(element);
      return text.substring(node.getOffset(), node.getEndOffset());
    }
  }
}
