package io.contactbridge.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.review.internal.pages.CrmPage;
import io.contactbridge.review.internal.plans.PlanTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class PlanTableTest {
  /** The objects of {@code Map.of} change their order with every run of Java. */
  @Test
  void theTableIsWrittenInTheSameOrderByEveryRun() {
    for (CrmPage page : Review.builder().build().pages().overview().crms()) {
      assertOrdered(new PlanTable(page.crm(), page.names()).crm());
    }
  }

  private static void assertOrdered(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      if (map.size() > 1) {
        assertThat(map).isInstanceOfAny(LinkedHashMap.class, TreeMap.class, ORDERED);
      }
      map.values().forEach(PlanTableTest::assertOrdered);
    } else if (value instanceof List<?> list) {
      list.forEach(PlanTableTest::assertOrdered);
    }
  }

  /** The maps of the JSON reader keep their order too. */
  private static final Class<?> ORDERED =
      java.util.Collections.unmodifiableMap(new LinkedHashMap<>()).getClass();
}
