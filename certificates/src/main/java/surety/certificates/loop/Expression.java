package surety.certificates.loop;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import surety.certificates.arithmetic.Operator;
import surety.certificates.arithmetic.Rational;
import surety.certificates.text.StatementException;
import surety.certificates.text.TextScanner;

/** A real number that is computed from the variables of a loop. */
public sealed interface Expression {
  /** The largest exponent of a power. */
  int MOST_POWER = 64;

  /** Canonical text; two operands always stand in parentheses. */
  String canonical();

  /** The expression that a text goes on with. */
  static Expression read(TextScanner text) throws StatementException {
    return ExpressionReader.expression(text);
  }

  /** What it is computed from directly. */
  default List<Expression> operands() {
    return List.of();
  }

  /** The names of the variables in it, in alphabetical order. */
  default Set<String> variables() {
    Set<String> names = new TreeSet<>();
    operands().forEach(operand -> names.addAll(operand.variables()));
    return names;
  }

  /** A fraction. */
  record Constant(Rational value) implements Expression {
    /** Refuses a missing part. */
    public Constant {
      Objects.requireNonNull(value);
    }

    @Override
    public String canonical() {
      return value.toString();
    }
  }

  /** The number pi. */
  record Pi() implements Expression {
    @Override
    public String canonical() {
      return "pi";
    }
  }

  /** The value that a variable has where the expression stands. */
  record Variable(String name) implements Expression {
    /** Refuses what is no name. */
    public Variable {
      LoopText.requireName(name);
    }

    @Override
    public String canonical() {
      return name;
    }

    @Override
    public Set<String> variables() {
      return Set.of(name);
    }
  }

  /** Two operands: {@code (a + b)}. A divisor is a number, which is no variable. */
  record Binary(Operator operator, Expression left, Expression right) implements Expression {
    /** Refuses missing parts. */
    public Binary {
      Objects.requireNonNull(operator);
      Objects.requireNonNull(left);
      Objects.requireNonNull(right);
    }

    @Override
    public String canonical() {
      return "(" + left.canonical() + " " + operator.symbol() + " " + right.canonical() + ")";
    }

    @Override
    public List<Expression> operands() {
      return List.of(left, right);
    }
  }

  /** A power with a whole exponent: {@code (a ^ 2)}. */
  record Power(Expression base, int exponent) implements Expression {
    /** Refuses exponents that are negative or large. */
    public Power {
      Objects.requireNonNull(base);
      if (exponent < 0 || exponent > MOST_POWER) {
        throw new IllegalArgumentException(
            "an exponent is 0 to " + MOST_POWER + ", not " + exponent);
      }
    }

    @Override
    public String canonical() {
      return "(" + base.canonical() + " ^ " + exponent + ")";
    }

    @Override
    public List<Expression> operands() {
      return List.of(base);
    }
  }

  /** What may be asked of one number. */
  enum Function {
    COS("cos"),
    SIN("sin"),
    EXP("exp"),
    /** Of a number, which is no variable. */
    SQRT("sqrt");

    private final String word;

    Function(String word) {
      this.word = word;
    }

    /** As it is written. */
    public String word() {
      return word;
    }
  }

  /** A function of an expression: {@code cos(a)}. */
  record Applied(Function function, Expression argument) implements Expression {
    /** Refuses missing parts. */
    public Applied {
      Objects.requireNonNull(function);
      Objects.requireNonNull(argument);
    }

    @Override
    public String canonical() {
      return function.word + "(" + argument.canonical() + ")";
    }

    @Override
    public List<Expression> operands() {
      return List.of(argument);
    }
  }
}
