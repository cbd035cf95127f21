package io.contactbridge.review.internal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.contactbridge.ContactField;
import io.contactbridge.ContactUpdate;
import io.contactbridge.Contacts;
import io.contactbridge.Crm;
import io.contactbridge.FieldPlan;
import io.contactbridge.client.JsonValue;
import io.contactbridge.review.internal.content.Accounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the table of phone numbers as the library is; {@code -Dphones=rewrite} writes it. */
final class PhoneTableTest {
  private static final Path FILE =
      Path.of("src/main/resources/io/contactbridge/review/phones.json");
  private static final int SAMPLES = 3;
  private static final int LONGEST = 15;

  @Test
  void tableSaysWhatTheLibraryDoes() throws IOException {
    String json =
        Stream.of(Crm.values())
            .map(crm -> Accounts.at(crm).build())
            .filter(PhoneTableTest::writesE164)
            .findFirst()
            .map(contacts -> JsonValue.write(table(contacts)))
            .orElse("{}");
    if ("rewrite".equals(System.getProperty("phones"))) {
      Files.writeString(FILE, json);
    }

    assertThat(json).isEqualTo(Files.readString(FILE));
  }

  private static boolean writesE164(Contacts contacts) {
    return "+12025550123".equals(sent(contacts, "+1 (202) 555-0123"));
  }

  private static Map<String, Map<String, String>> table(Contacts contacts) {
    Map<String, Map<String, String>> table = new LinkedHashMap<>();
    Random random = new Random(1);
    for (int code : new TreeSet<>(PhoneNumberUtil.getInstance().getSupportedCallingCodes())) {
      Map<String, String> lengths = new LinkedHashMap<>();
      for (int length = 1; length <= LONGEST; length++) {
        String digits = digits(contacts, random, code, length);
        if (!digits.equals("nnnnnnnnnn")) {
          lengths.put(String.valueOf(length), digits);
        }
      }
      table.put(String.valueOf(code), lengths);
    }
    return table;
  }

  private static String digits(Contacts contacts, Random random, int code, int length) {
    StringBuilder fates = new StringBuilder();
    for (char first = '0'; first <= '9'; first++) {
      char fate = 0;
      for (int i = 0; i < SAMPLES; i++) {
        StringBuilder number = new StringBuilder("+").append(code).append(first);
        while (number.length() < 1 + String.valueOf(code).length() + length) {
          number.append((char) ('0' + random.nextInt(10)));
        }
        char one = fate(contacts, number.toString());
        fate = fate == 0 || fate == one ? one : '?';
      }
      fates.append(fate);
    }
    return fates.toString();
  }

  private static char fate(Contacts contacts, String number) {
    String sent = sent(contacts, number);
    return sent.isEmpty() ? 'n' : sent.equals(number) ? 'y' : '?';
  }

  /** Returns what is sent, or an empty text if the number is refused. */
  private static String sent(Contacts contacts, String number) {
    try {
      ContactUpdate update = ContactUpdate.builder().phone(number).build();
      return contacts.plan(Accounts.contactId(), update).fields().stream()
          .filter(plan -> plan.field() == ContactField.PHONE)
          .map(FieldPlan::value)
          .flatMap(Optional::stream)
          .map(Object::toString)
          .findFirst()
          .orElse("");
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
