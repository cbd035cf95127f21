package io.contactbridge.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.contactbridge.client.highlevel.model.UpdateContactResponseJsonAdapter;
import java.lang.management.ManagementFactory;
import okio.ByteString;
import org.junit.jupiter.api.Test;

/** What reading an answer takes of memory, before the compiler spares any of it. */
final class AllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Nearly twice what it takes; reading the same answer into a tree first takes eleven. */
  private static final long MOST_BYTES_PER_BYTE = 8;

  @Test
  void readingTakesASmallMultipleOfTheAnswer() {
    UpdateContactResponseJsonAdapter adapter = new UpdateContactResponseJsonAdapter();
    ByteString answer = ByteString.encodeUtf8(DocumentedAnswers.of("highlevel"));
    read(adapter, answer);

    long before = THREADS.getCurrentThreadAllocatedBytes();
    read(adapter, answer);
    long taken = THREADS.getCurrentThreadAllocatedBytes() - before;

    assertThat(taken).isLessThan(MOST_BYTES_PER_BYTE * answer.size());
  }

  private static void read(UpdateContactResponseJsonAdapter adapter, ByteString answer) {
    assertThat(adapter.read(answer, AllocationTest::refuse)).isNotNull();
  }

  private static void refuse(Observation observation) {
    throw new AssertionError("the answer is as specified, but " + observation);
  }
}
