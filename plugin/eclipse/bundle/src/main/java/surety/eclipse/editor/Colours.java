package surety.eclipse.editor;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.TextAttribute;
import org.eclipse.jface.text.presentation.PresentationReconciler;
import org.eclipse.jface.text.rules.DefaultDamagerRepairer;
import org.eclipse.jface.text.rules.IRule;
import org.eclipse.jface.text.rules.IToken;
import org.eclipse.jface.text.rules.RuleBasedScanner;
import org.eclipse.jface.text.rules.Token;
import org.eclipse.jface.text.rules.WhitespaceRule;
import org.eclipse.jface.text.rules.WordRule;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.ui.PlatformUI;
import surety.eclipse.base.Notices;
import surety.eclipse.theme.ThemeColour;

/**
 * Colours by words: keywords, numbers, texts and comments. People can change them; they follow the
 * theme, also while the editor is open.
 */
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
          "threads",
          "on",
          "at",
          "points",
          "event",
          "settings",
          "constant",
          "mixture",
          "loop",
          "start",
          "step",
          "if",
          "else",
          "of",
          "given",
          "inf",
          "scott",
          "silverman",
          "and",
          "or",
          "not",
          "in",
          "P",
          "E",
          "Var",
          "Std",
          "Cov",
          "Corr",
          "quantile",
          "cvar",
          "cdf",
          "moments",
          "abs",
          "min",
          "max",
          "argmax",
          "argmin");

  private final Map<ThemeColour, Token> tokens = new EnumMap<>(ThemeColour.class);
  private final IPropertyChangeListener themes = event -> Notices.onScreen(this::recolour);
  private ITextViewer viewer;
  private Color background;

  /** Prepares the colours of one editor. */
  public Colours() {
    for (ThemeColour colour : ThemeColour.values()) {
      tokens.put(colour, new Token(new TextAttribute(null)));
    }
    setDocumentPartitioning(Partitions.PARTITIONING);
    colour(IDocument.DEFAULT_CONTENT_TYPE, words());
    colour(Partitions.COMMENT, all(tokens.get(ThemeColour.COMMENT)));
    colour(Partitions.STRING, all(tokens.get(ThemeColour.STRING)));
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

  private RuleBasedScanner words() {
    WordRule words = new WordRule(new Words(), Token.WHITESPACE);
    KEYWORDS.forEach(word -> words.addWord(word, tokens.get(ThemeColour.KEYWORD)));
    RuleBasedScanner scanner = new RuleBasedScanner();
    scanner.setRules(
        new IRule[] {
          new WhitespaceRule(Character::isWhitespace),
          new NumberRule(tokens.get(ThemeColour.NUMBER)),
          words
        });
    return scanner;
  }

  @Override
  public void install(ITextViewer installed) {
    viewer = installed;
    choose();
    super.install(installed);
    PlatformUI.getWorkbench().getThemeManager().addPropertyChangeListener(themes);
    // A theme changes the background at a time of its own, and the text is drawn again then.
    installed.getTextWidget().addListener(SWT.Paint, event -> follow());
  }

  @Override
  public void uninstall() {
    PlatformUI.getWorkbench().getThemeManager().removePropertyChangeListener(themes);
    super.uninstall();
  }

  private void follow() {
    if (!viewer.getTextWidget().getBackground().equals(background)) {
      background = viewer.getTextWidget().getBackground();
      Notices.onScreen(this::recolour);
    }
  }

  private void recolour() {
    StyledText text = viewer.getTextWidget();
    if (text != null && !text.isDisposed()) {
      choose();
      viewer.invalidateTextPresentation();
    }
  }

  private void choose() {
    background = viewer.getTextWidget().getBackground();
    tokens.forEach(
        (colour, token) ->
            token.setData(new TextAttribute(colour.on(background), null, style(colour))));
  }

  private static int style(ThemeColour colour) {
    return colour == ThemeColour.KEYWORD ? SWT.BOLD : SWT.NORMAL;
  }
}
