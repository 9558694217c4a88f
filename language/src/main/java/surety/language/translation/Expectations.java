package surety.language.translation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import surety.certificates.statement.Verdict;
import surety.language.sure.ClaimDeclaration;
import surety.language.sure.Element;
import surety.language.sure.SureFile;

/**
 * The comments {@code // EXPECT: PROVED} of a specification. One belongs to a property if it begins
 * on the line where the property ends, or on the next line.
 */
public final class Expectations {
  private static final Pattern EXPECT = Pattern.compile("^(?://|/\\*)\\s*EXPECT\\s*:\\s*(\\w*)");

  private final Map<ClaimDeclaration, Expectation> claimed = new LinkedHashMap<>();
  private final List<Expectation> misplaced = new ArrayList<>();

  /**
   * One such comment.
   *
   * @param word what is expected, as written
   */
  public record Expectation(String word, int line, int offset, int length) {
    /** The verdict with that word, if there is one. */
    public Optional<Verdict> verdict() {
      for (Verdict verdict : Verdict.values()) {
        if (verdict.name().equals(word)) {
          return Optional.of(verdict);
        }
      }
      return Optional.empty();
    }
  }

  private Expectations() {}

  /** Finds the comments of a file. */
  public static Expectations of(SureFile file) {
    Expectations expectations = new Expectations();
    ICompositeNode root = NodeModelUtils.getNode(file);
    if (root == null) {
      return expectations;
    }
    List<Expectation> comments = new ArrayList<>();
    for (ILeafNode leaf : root.getRootNode().getLeafNodes()) {
      if (leaf.isHidden() && leaf.getText().startsWith("/")) {
        read(leaf).ifPresent(comments::add);
      }
    }
    NavigableMap<Integer, Element> ends = new TreeMap<>();
    for (Element element : file.getElements()) {
      ends.put(NodeModelUtils.getNode(element).getEndOffset(), element);
    }
    comments.forEach(comment -> expectations.place(comment, ends));
    return expectations;
  }

  private static Optional<Expectation> read(ILeafNode comment) {
    Matcher matcher = EXPECT.matcher(comment.getText());
    if (!matcher.find()) {
      return Optional.empty();
    }
    return Optional.of(
        new Expectation(
            matcher.group(1), comment.getStartLine(), comment.getOffset(), matcher.end()));
  }

  private void place(Expectation comment, NavigableMap<Integer, Element> ends) {
    Map.Entry<Integer, Element> before = ends.floorEntry(comment.offset());
    if (before == null
        || !(before.getValue() instanceof ClaimDeclaration claim)
        || comment.line() > NodeModelUtils.getNode(claim).getEndLine() + 1
        || claimed.putIfAbsent(claim, comment) != null) {
      misplaced.add(comment);
    }
  }

  /** The comment behind a property or query. */
  public Optional<Expectation> behind(ClaimDeclaration claim) {
    return Optional.ofNullable(claimed.get(claim));
  }

  /** The comments that belong to none. */
  public List<Expectation> misplaced() {
    return List.copyOf(misplaced);
  }
}
