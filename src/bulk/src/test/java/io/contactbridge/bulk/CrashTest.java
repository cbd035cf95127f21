package io.contactbridge.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However a crash damages the results, each row gets one line, and the order is kept. */
final class CrashTest {
  private static final int ROWS = 200;
  private static final List<Integer> ALL = IntStream.rangeClosed(1, ROWS).boxed().toList();
  private static final Pattern ROW = Pattern.compile("\\{\"row\":(\\d+),[^\n]*}\n");

  @TempDir private Path directory = Path.of("");
  private Path input = Path.of("");

  @BeforeEach
  void writeRows() throws IOException {
    input = RowFiles.write(directory, ROWS, 40);
  }

  @Test
  void resultsMayBeTruncatedAtEveryByte() throws Exception {
    byte[] whole = run(new MemoryStorage(), new FakeAccount()).bytes();
    assertThat(lines(new MemoryStorage(whole))).isEqualTo(ALL);

    for (int length = 0; length < whole.length; length++) {
      resumes(Arrays.copyOf(whole, length), length);
    }
  }

  @Test
  void resultsMayEndInZeros() throws Exception {
    byte[] whole = run(new MemoryStorage(), new FakeAccount()).bytes();

    for (int length = 0; length < whole.length; length += 7) {
      byte[] zeroed = whole.clone();
      Arrays.fill(zeroed, length, Math.min(whole.length, length + 512), (byte) 0);
      resumes(zeroed, length);
    }
  }

  @Test
  void lossesOfPowerKeepTheOrder() throws Exception {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      FakeAccount crm = new FakeAccount();
      MemoryStorage disk = new MemoryStorage();
      for (int crash = 0; crash < 4; crash++) {
        int lives = random.nextInt(60);
        MemoryStorage now = disk;
        Bulk bulk = bulk(now, crm);
        crm.answering(
            row -> {
              if (crm.sent().size() % 61 == lives) {
                // The crash loses the result of this row, and the unwritten ones before it.
                now.fullAfter(0);
                bulk.stop();
              }
              return CompletableFuture.completedFuture(FakeAccount.APPLIED);
            });
        var unused = bulk.run(progress -> {});
        byte[] bytes = disk.bytes();
        int kept = disk.forced() + random.nextInt(bytes.length - disk.forced() + 1);
        disk = new MemoryStorage(Arrays.copyOf(bytes, kept));
      }
      crm.answering(row -> CompletableFuture.completedFuture(FakeAccount.APPLIED));

      assertThat(lines(run(disk, crm))).as("seed %d", seed).isEqualTo(ALL);
      assertThat(crm.sent()).as("seed %d", seed).containsAll(ALL);
      assertThat(crm.isDisordered()).as("disorder with seed %d", seed).isFalse();
    }
  }

  private void resumes(byte[] left, int length) throws Exception {
    MemoryStorage disk = new MemoryStorage(left);
    List<Integer> before = lines(disk);
    FakeAccount crm = new FakeAccount();

    assertThat(lines(run(disk, crm))).as("cut at %d", length).isEqualTo(ALL);

    List<Integer> missing = ALL.stream().filter(row -> !before.contains(row)).toList();
    assertThat(crm.sent()).as("sent after a cut at %d", length).containsAll(missing);
    assertThat(crm.sent().size()).isLessThanOrEqualTo(missing.size() + zeroed(left));
  }

  /** Returns how many lines follow an incomplete one. */
  private static int zeroed(byte[] left) {
    int rows = 0;
    boolean zero = false;
    for (byte b : left) {
      zero |= b == 0;
      rows += zero && b == '\n' ? 1 : 0;
    }
    return rows;
  }

  private MemoryStorage run(MemoryStorage disk, FakeAccount crm) throws Exception {
    assertThat(bulk(disk, crm).run(progress -> {}).how()).isEqualTo(BulkEnd.How.FINISHED);
    return disk;
  }

  private Bulk bulk(MemoryStorage disk, FakeAccount crm) {
    return Bulk.builder(crm, input).storage(disk).build();
  }

  private static List<Integer> lines(MemoryStorage disk) {
    return ROW.matcher(disk.text())
        .results()
        .map((MatchResult row) -> Integer.valueOf(row.group(1)))
        .sorted()
        .toList();
  }
}
