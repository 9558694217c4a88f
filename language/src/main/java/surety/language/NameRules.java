package surety.language;

import com.google.inject.Inject;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import surety.language.services.SureGrammarAccess;

/** Which words can be names in a specification. */
public final class NameRules {
  private final Set<String> reserved;

  /** The rules of the language. */
  public NameRules() {
    this(Language.get(SureGrammarAccess.class));
  }

  /** The same, taken from the grammar. */
  @Inject
  public NameRules(SureGrammarAccess grammar) {
    reserved = new HashSet<>(GrammarUtil.getAllKeywords(grammar.getGrammar()));
    EcoreUtil2.getAllContentsOfType(grammar.getNameRule(), Keyword.class)
        .forEach(keyword -> reserved.remove(keyword.getValue()));
  }

  /** Why a text cannot be a name, and the way out; nothing if it can. */
  public Optional<String> problem(String text) {
    if (!text.matches("[A-Za-z_][A-Za-z_0-9]*")) {
      return Optional.of(
          "'" + text + "' cannot be a name; use letters, digits and _, and begin with no digit");
    }
    return reserved.contains(text)
        ? Optional.of("'" + text + "' is a word of the language; choose another name")
        : Optional.empty();
  }
}
