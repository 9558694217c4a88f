package surety.certificates.loop;

import surety.certificates.statement.LoopClaim;
import surety.certificates.statement.Statement;
import surety.certificates.text.StatementException;

/** Loops of the literature, by their canonical texts. */
public final class Loops {
  /** A vehicle that turns: Sankaranarayanan et al. 2020. */
  public static final String TURNING =
      """
      start
      psi ~ normal(0, 1/100)
      v ~ uniform(13/2, 8)
      x ~ uniform(-1/10, 1/10)
      y ~ uniform(-1/2, -3/10)
      step
      w1 ~ uniform(-1/10, 1/10)
      w2 ~ normal(0, 1/100)
      x := (x + ((1/10 * v) * cos(psi)))
      y := (y + ((1/10 * v) * sin(psi)))
      v := (v + (1/10 * ((-1/2 * (v - 10)) + w1)))
      psi := (psi + w2)
      end
      """;

  /** The same with truncated angles. */
  public static final String TRUNCATED =
      TURNING.replace("normal(0, 1/100)", "truncated-normal(0, 1/100, -1, 1)");

  /** A wheel without a rim that rolls down a slope. */
  public static final String WHEEL =
      """
      start
      x ~ uniform(-1/10, 1/10)
      step
      w ~ truncated-normal((pi / 45), ((pi / 120) ^ 2), ((pi / 45) - (pi / 20)), ((pi / 45) + (pi / 20)))
      x := ((3/4 * (x + (20 * (1 - cos(((pi / 12) + w)))))) - (20 * (1 - cos(((pi / 12) - w)))))
      end
      """;

  /** An underwater vehicle. */
  public static final String UNDERWATER =
      """
      start
      x ~ uniform(-1/10, 1/10)
      y ~ uniform(-1/10, 1/10)
      th ~ uniform(((pi / 4) - 1/10), ((pi / 4) + 1/10))
      step
      ov ~ uniform(-1/10, 1/10)
      ot ~ uniform(-1/10, 1/10)
      x := (x + ((1/10 * (2 + ov)) * cos(th)))
      y := (y + ((1/10 * (2 + ov)) * sin(th)))
      th := (th + (1/10 * ot))
      end
      """;

  /** A planar vehicle, whose means do not close. */
  public static final String PLANAR =
      """
      start
      vx ~ uniform(-1/10, 1/10)
      vy ~ uniform(-1/10, 1/10)
      vt ~ uniform(-1/10, 1/10)
      x ~ uniform(-1/10, 1/10)
      th ~ uniform(-1/10, 1/10)
      y ~ uniform(2/5, 1/2)
      step
      om ~ uniform(-1/10, 1/10)
      x := (x + (1/10 * vx))
      y := (y + (1/10 * vy))
      vx := (vx - (601/500 * sin(th)))
      vy := ((vy - 49/50) + (601/500 * cos(th)))
      th := (th + (1/10 * (vt + om)))
      vt := (vt + 65274151/1000000000)
      end
      """;

  /** A vehicle in the air. */
  public static final String AERIAL =
      """
      start
      psi ~ beta(3, 3)
      th ~ beta(1, 3)
      x ~ uniform(-1/10, 1/10)
      y ~ uniform(-1/10, 1/10)
      z ~ uniform(1/10, 3/10)
      step
      ov ~ beta(1, 3)
      op ~ uniform(-1/10, 1/10)
      ot ~ normal(0, 3/10)
      x := (x + (((1/10 * (1 + ov)) * cos(psi)) * cos(th)))
      y := (y + (((1/10 * (1 + ov)) * sin(psi)) * cos(th)))
      z := (z + ((1/10 * (1 + ov)) * sin(th)))
      th := (th + (1/10 * (1 + ot)))
      psi := (psi + (1/10 * (1 + op)))
      end
      """;

  /** A robot with two wheels. */
  public static final String ROBOT =
      """
      start
      x ~ uniform(-1/10, 1/10)
      y ~ uniform(-1/10, 1/10)
      theta ~ normal(0, 1/10)
      step
      right ~ beta(1, 3)
      left ~ uniform(-1/10, 1/10)
      x := (x + ((1/20 * ((4 + left) + right)) * cos(theta)))
      y := (y + ((1/20 * ((4 + left) + right)) * sin(theta)))
      theta := (theta + (1/10 * ((2 + right) - left)))
      end
      """;

  /** A robotic arm on wheels. */
  public static final String ARM =
      """
      start
      x := 0
      y := 0
      z := 0
      step
      t1 ~ uniform(-1/10, 1/10)
      t2 ~ normal((pi / 4), 1)
      t3 ~ gamma(1, 2)
      u ~ uniform(-1/10, 1/10)
      g ~ normal(0, 1)
      b ~ beta(3, 1)
      x := (u + (cos(t1) * ((1/2 * cos((t2 + t3))) + cos(t2))))
      y := (g + (sin(t1) * ((1/2 * cos((t2 + t3))) + cos(t2))))
      z := ((b + (1/2 * sin((t2 + t3)))) + sin(t2))
      end
      """;

  /** A stock that decays. */
  public static final String DECAY =
      """
      start
      m := 10000
      lambda := 0
      step
      shock ~ normal(1/10, 1/16)
      lambda := (lambda + shock)
      m := (10000 * exp((-1 * lambda)))
      end
      """;

  /** A walk that stutters. */
  public static final String STUTTERING =
      """
      start
      x := -1
      y := 1
      s := 0
      step
      u1 ~ uniform(0, 2)
      u2 ~ uniform(0, 4)
      f ~ finite(0: 1/4, 1: 3/4)
      x := (x + (f * u1))
      y := (y + (f * u2))
      s := (x + y)
      end
      """;

  /** A gene that is on or off. */
  public static final String GENE =
      """
      start
      x := 0
      y := 0
      step
      k ~ finite(4: 1/2, 40: 1/2)
      y, x := ((1/2 * y) + k), ((4/5 * x) + (4 * y))
      end
      """;

  /** A walk in the plane with steps of random length. */
  public static final String PLANE =
      """
      start
      x := 0
      y := 0
      step
      stride ~ uniform(0, 2)
      d ~ finite(0: 1/4, 1: 1/4, 2: 1/4, 3: 1/4)
      if d == 0 {
      x := (x + stride)
      } else {
      if d == 1 {
      x := (x - stride)
      } else {
      if d == 2 {
      y := (y + stride)
      } else {
      y := (y - stride)
      }
      }
      }
      end
      """;

  private Loops() {}

  /** A robotic arm with ten joints. */
  public static String joints() {
    StringBuilder text = new StringBuilder("start\n");
    text.append("x ~ truncated-normal(0, 1/400, -1/2, 1/2)\n");
    text.append("y ~ truncated-normal(0, 1/400, -1/2, 1/2)\nstep\n");
    for (int degrees : new int[] {10, 60, 110, 160, 140, 100, 60, 20, 10, 0}) {
      String angle = "((%d * (pi / 180)) * (1 + t))".formatted(degrees);
      text.append("d ~ uniform(49/50, 51/50)\n");
      text.append("t ~ truncated-normal(0, 1/10000, -1/20, 1/20)\n");
      text.append("x := (x + (d * cos(").append(angle).append(")))\n");
      text.append("y := (y + (d * sin(").append(angle).append(")))\n");
    }
    return text.append("end\n").toString();
  }

  /** A statement about a loop. */
  public static Statement statement(String loop, int iterations, String claim)
      throws StatementException {
    return Statement.parse(
        "surety statement 2\nsemantics real\n"
            + loop
            + "after "
            + iterations
            + " iterations: "
            + claim
            + "\n");
  }

  /** Its claim. */
  public static LoopClaim claim(String loop, int iterations, String claim)
      throws StatementException {
    return (LoopClaim) statement(loop, iterations, claim).claim();
  }
}
