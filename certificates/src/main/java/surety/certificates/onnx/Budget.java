package surety.certificates.onnx;

import surety.certificates.stop.Stop;

/**
 * How many numbers may be created while a file is read: a small multiple of the file's length. A
 * few bytes can declare a huge input, or broadcast a small tensor again and again; this is what
 * bounds the memory and the time that they can cost. Of gates that share their weights it also
 * counts the products. As nothing large is made without it, it also asks whether anybody still
 * wants the network.
 */
final class Budget {

  private static final int BLOCK = (1 << 16) - 1;
  private static final long FREE = 1 << 22;
  private static final long PER_BYTE = 8;
  private static final long LARGEST_ARRAY = Integer.MAX_VALUE - 8;
  private static final long FREE_PRODUCTS = 1 << 30;
  private static final long PRODUCTS_PER_BYTE = 1 << 10;

  private final Stop stop;
  private long left;
  private long productsLeft;

  /** The budget for a file of so many bytes. */
  Budget(long fileLength, Stop stop) {
    this.stop = stop;
    left = FREE + PER_BYTE * fileLength;
    productsLeft = FREE_PRODUCTS + PRODUCTS_PER_BYTE * fileLength;
  }

  /**
   * Asks whether anybody still wants the network: on the way through numbers that are paid for.
   *
   * @param done how many of them are done; only asked now and then
   */
  void check(int done) {
    if ((done & BLOCK) == 0) {
      stop.check();
    }
  }

  /** Whether so many numbers may be created now; if so, they count as created. */
  boolean trySpend(long numbers) {
    stop.check();
    if (numbers > Math.min(left, LARGEST_ARRAY)) {
      return false;
    }
    left -= numbers;
    return true;
  }

  /**
   * Counts numbers that are about to be created.
   *
   * @throws NetworkFormatException if they are too many; the message begins with {@code what}
   */
  void spend(long numbers, String what) throws NetworkFormatException {
    if (!trySpend(numbers)) {
      throw new NetworkFormatException(
          "The network is too large for its file: %s needs %d more numbers, %d are allowed;"
              + " export it with smaller shapes or without broadcasting",
          what, numbers, Math.min(left, LARGEST_ARRAY));
    }
  }

  /**
   * Counts the products that it takes to evaluate a gate with few numbers once.
   *
   * @throws NetworkFormatException if they are too many; the message begins with {@code what}
   */
  void spendProducts(long products, String what) throws NetworkFormatException {
    stop.check();
    if (products > productsLeft) {
      throw new NetworkFormatException(
          "The network is too large: %s takes %d more products for each point, %d are allowed;"
              + " export it with smaller shapes or fewer channels",
          what, products, productsLeft);
    }
    productsLeft -= products;
  }
}
