package surety.eclipse.editor;

import org.eclipse.jface.text.rules.IWordDetector;

/** Names and keywords: ASCII letters, digits and underscores, as the language has them. */
final class Words implements IWordDetector {
  @Override
  public boolean isWordStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  @Override
  public boolean isWordPart(char c) {
    return isWordStart(c) || (c >= '0' && c <= '9');
  }
}
