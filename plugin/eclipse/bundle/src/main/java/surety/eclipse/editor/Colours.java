package surety.eclipse.editor;

import java.util.Set;
import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.TextAttribute;
import org.eclipse.jface.text.presentation.PresentationReconciler;
import org.eclipse.jface.text.rules.DefaultDamagerRepairer;
import org.eclipse.jface.text.rules.IRule;
import org.eclipse.jface.text.rules.IToken;
import org.eclipse.jface.text.rules.RuleBasedScanner;
import org.eclipse.jface.text.rules.Token;
import org.eclipse.jface.text.rules.WhitespaceRule;
import org.eclipse.jface.text.rules.WordRule;
import org.eclipse.swt.SWT;
import org.eclipse.ui.PlatformUI;

/** Colours by words: keywords, numbers, texts and comments. People can change them. */
public final class Colours extends PresentationReconciler {
  static final Set<String> KEYWORDS =
      Set.of(
          "semantics",
          "real",
          "network",
          "input",
          "output",
          "distribution",
          "for",
          "property",
          "query",
          "under",
          "within",
          "timeout",
          "on",
          "at",
          "points",
          "P",
          "cdf");

  /** Prepares the colours of one editor. */
  public Colours() {
    setDocumentPartitioning(Partitions.PARTITIONING);
    colour(IDocument.DEFAULT_CONTENT_TYPE, words());
    colour(Partitions.COMMENT, all(token("comment", SWT.NORMAL)));
    colour(Partitions.STRING, all(token("string", SWT.NORMAL)));
  }

  private void colour(String part, RuleBasedScanner scanner) {
    DefaultDamagerRepairer repairer = new DefaultDamagerRepairer(scanner);
    setDamager(repairer, part);
    setRepairer(repairer, part);
  }

  private static RuleBasedScanner all(IToken token) {
    RuleBasedScanner scanner = new RuleBasedScanner();
    scanner.setDefaultReturnToken(token);
    return scanner;
  }

  private static RuleBasedScanner words() {
    WordRule words = new WordRule(new Words(), Token.WHITESPACE);
    IToken keyword = token("keyword", SWT.BOLD);
    KEYWORDS.forEach(word -> words.addWord(word, keyword));
    RuleBasedScanner scanner = new RuleBasedScanner();
    scanner.setRules(
        new IRule[] {
          new WhitespaceRule(Character::isWhitespace),
          new NumberRule(token("number", SWT.NORMAL)),
          words
        });
    return scanner;
  }

  private static IToken token(String name, int style) {
    ColorRegistry colours =
        PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry();
    return new Token(new TextAttribute(colours.get("dev.surety.eclipse." + name), null, style));
  }
}
