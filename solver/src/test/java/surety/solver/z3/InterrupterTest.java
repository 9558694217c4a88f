package surety.solver.z3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.IntExpr;
import com.microsoft.z3.Solver;
import com.microsoft.z3.Status;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import surety.certificates.stop.Stop;

class InterrupterTest {
  /** Eleven pigeons in ten holes, which takes a solver that only tries a very long time. */
  private static Solver hard(Context context) {
    Solver solver = context.mkSimpleSolver();
    int holes = 12;
    List<IntExpr> pigeons = new ArrayList<>();
    for (int k = 0; k <= holes; k++) {
      IntExpr pigeon = context.mkIntConst("p" + k);
      solver.add(
          new BoolExpr[] {
            context.mkGe(pigeon, context.mkInt(0)), context.mkLt(pigeon, context.mkInt(holes))
          });
      for (IntExpr other : pigeons) {
        solver.add(new BoolExpr[] {context.mkNot(context.mkEq(pigeon, other))});
      }
      pigeons.add(pigeon);
    }
    return solver;
  }

  @Test
  @SuppressWarnings("try") // the interrupter only has to be there
  void whatZ3IsDoingEndsSoon() {
    long start = System.nanoTime();
    try (Context context = new Context()) {
      Solver solver = hard(context);
      long from = System.nanoTime();
      Stop stop = () -> System.nanoTime() - from > 100_000_000L;
      try (Interrupter interrupter = new Interrupter(context, stop)) {
        assertEquals(Status.UNKNOWN, solver.check());
      }
      double taken = (System.nanoTime() - start) / 1e9;
      assertTrue(taken < 5, "took " + taken);
    }
  }

  @Test
  @SuppressWarnings("try") // the interrupter only has to be there
  void anEasyQuestionIsAnswered() {
    try (Context context = new Context();
        Interrupter interrupter = new Interrupter(context, Stop.NEVER)) {
      Solver solver = context.mkSimpleSolver();
      IntExpr x = context.mkIntConst("x");
      solver.add(new BoolExpr[] {context.mkGt(x, context.mkInt(3))});
      assertEquals(Status.SATISFIABLE, solver.check());
    }
  }

  @Test
  void itsThreadEndsWithIt() throws InterruptedException {
    try (Context context = new Context()) {
      new Interrupter(context, () -> true).close();
    }
    long late = System.nanoTime() + 2_000_000_000L;
    while (threads() > 0 && System.nanoTime() - late < 0) {
      Thread.sleep(10);
    }
    assertEquals(0, threads());
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("surety-z3-interrupter"))
        .count();
  }
}
