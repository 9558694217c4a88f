package surety.language.vnnlib;

import java.util.List;

/** A part of a VNN-LIB file, and where it begins. */
sealed interface Term {
  int line();

  int column();

  /** A word, a number or a sign. */
  record Atom(String text, int line, int column) implements Term {
    @Override
    public String toString() {
      return text;
    }
  }

  /** A text in quotation marks, without them. */
  record Quoted(String text, int line, int column) implements Term {
    @Override
    public String toString() {
      return '"' + text + '"';
    }
  }

  /** Numbers in brackets: a shape, or the place of an element. */
  record Index(List<Integer> numbers, int line, int column) implements Term {
    @Override
    public String toString() {
      return numbers.toString();
    }
  }

  /** What stands in parentheses. */
  record Group(List<Term> parts, int line, int column) implements Term {
    /** The word that it begins with, or nothing that is one. */
    String head() {
      return !parts.isEmpty() && parts.get(0) instanceof Atom atom ? atom.text() : "";
    }

    /** What follows the first part. */
    List<Term> rest() {
      return parts.subList(Math.min(1, parts.size()), parts.size());
    }

    @Override
    public String toString() {
      return "(" + head() + " ...)";
    }
  }
}
