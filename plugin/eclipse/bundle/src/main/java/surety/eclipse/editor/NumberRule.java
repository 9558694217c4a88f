package surety.eclipse.editor;

import org.eclipse.jface.text.rules.ICharacterScanner;
import org.eclipse.jface.text.rules.IRule;
import org.eclipse.jface.text.rules.IToken;
import org.eclipse.jface.text.rules.Token;

/**
 * Numbers: {@code 12}, {@code 0.1}, {@code 1e-6}.
 *
 * @param number what a number is
 */
record NumberRule(IToken number) implements IRule {
  @Override
  public IToken evaluate(ICharacterScanner scanner) {
    if (digits(scanner) == 0) {
      return Token.UNDEFINED;
    }
    if (takes(scanner, ".") && digits(scanner) == 0) {
      scanner.unread();
      return number;
    }
    exponent(scanner);
    return number;
  }

  /** Reads one of these characters, if it is the next one. */
  private static boolean takes(ICharacterScanner scanner, String characters) {
    int c = scanner.read();
    if (c >= 0 && characters.indexOf(c) >= 0) {
      return true;
    }
    scanner.unread();
    return false;
  }

  private static int digits(ICharacterScanner scanner) {
    int count = 0;
    while (takes(scanner, "0123456789")) {
      count++;
    }
    return count;
  }

  /** An e without digits behind it is the beginning of a word. */
  private static void exponent(ICharacterScanner scanner) {
    if (!takes(scanner, "eE")) {
      return;
    }
    boolean isSigned = takes(scanner, "+-");
    if (digits(scanner) == 0) {
      scanner.unread();
      if (isSigned) {
        scanner.unread();
      }
    }
  }
}
