package io.contactbridge.internal.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.contactbridge.Accounts;
import io.contactbridge.ContactField;
import io.contactbridge.ContactUpdate;
import io.contactbridge.Contacts;
import io.contactbridge.ContactsException;
import io.contactbridge.Crm;
import io.contactbridge.Samples;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import okio.ByteString;
import org.junit.jupiter.api.Test;

final class RetryBudgetTest {
  private static final ContactUpdate UPDATE = Samples.update(ContactField.EMAIL);

  /** A positive number is a cost, and another one is given back. */
  @Property
  void budgetIsNeverOverdrawnAndNeverGrows(
      @ForAll @Size(max = 300) List<@IntRange(min = -20, max = 20) Integer> moves) {
    RetryBudget budget = new RetryBudget();

    for (int move : moves) {
      int before = budget.tokens();
      if (move <= 0) {
        budget.give(-move);
        assertThat(budget.tokens()).isEqualTo(Math.min(500, before - move));
      } else if (budget.take(move)) {
        assertThat(budget.tokens()).isEqualTo(before - move).isNotNegative();
      } else {
        assertThat(budget.tokens()).isEqualTo(before).isLessThan(move);
      }
    }
  }

  @Test
  void outageIsNotAnsweredWithThreeTimesTheCalls() {
    AtomicInteger sent = new AtomicInteger();
    Contacts linq = failing(sent);

    for (int i = 0; i < 50; i++) {
      failure(linq);
    }
    ContactsException thrown = failure(linq);

    // A budget of 500 pays for 100 retries of 5.
    assertThat(sent).hasValue(50 * 3 + 1);
    assertThat(thrown.attempts()).isEqualTo(1);
    assertThat(thrown)
        .hasMessage("Linq answered 429; the retry budget of the account is exhausted");
  }

  @Test
  void successFillsTheBudgetAgain() {
    AtomicInteger sent = new AtomicInteger();
    Contacts linq =
        Accounts.at(Crm.LINQ)
            .noRateLimit()
            .httpClient(
                Accounts.client(
                    chain -> {
                      int number = sent.incrementAndGet();
                      int status = number > 151 && number <= 156 ? 200 : 429;
                      return Accounts.response(chain, status, ByteString.encodeUtf8("{}"));
                    }))
            .build();
    for (int i = 0; i < 51; i++) {
      failure(linq);
    }

    for (int i = 0; i < 5; i++) {
      linq.update("123", UPDATE);
    }

    assertThat(failure(linq).attempts()).isEqualTo(2);
    assertThat(failure(linq).attempts()).isEqualTo(1);
  }

  @Test
  void successAfterARetryGivesItsCostBack() {
    AtomicInteger sent = new AtomicInteger();
    Contacts linq =
        Accounts.at(Crm.LINQ)
            .noRateLimit()
            .httpClient(
                Accounts.client(
                    chain -> {
                      int status = sent.incrementAndGet() % 2 == 0 ? 200 : 429;
                      return Accounts.response(chain, status, ByteString.encodeUtf8("{}"));
                    }))
            .build();

    for (int i = 0; i < 150; i++) {
      assertThat(linq.update("123", UPDATE).attempts()).isEqualTo(2);
    }
  }

  /** 429 opens no circuit. */
  private static Contacts failing(AtomicInteger sent) {
    return Accounts.at(Crm.LINQ)
        .noRateLimit()
        .httpClient(
            Accounts.client(
                chain -> {
                  sent.incrementAndGet();
                  return Accounts.response(chain, 429, ByteString.encodeUtf8("{}"));
                }))
        .build();
  }

  private static ContactsException failure(Contacts contacts) {
    return catchThrowableOfType(ContactsException.class, () -> contacts.update("123", UPDATE));
  }
}
