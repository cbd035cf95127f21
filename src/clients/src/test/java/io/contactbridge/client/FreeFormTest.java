package io.contactbridge.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.client.highlevel.model.CustomField;
import io.contactbridge.client.highlevel.model.CustomFieldJsonAdapter;
import io.contactbridge.client.raze.model.UpdateContactRequestJsonAdapter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FreeFormTest {
  private final AnyJsonAdapter any = new AnyJsonAdapter();

  @Test
  void numbersBecomeTheNarrowestExactType() {
    assertThat(
            Reading.of(
                any,
                "[7,-9223372036854775808,9223372036854775808,9007199254740993,1.0,0.10,1e400]"))
        .isEqualTo(
            new Reading<>(
                List.of(
                    7L,
                    Long.MIN_VALUE,
                    new BigInteger("9223372036854775808"),
                    9007199254740993L,
                    new BigDecimal("1.0"),
                    new BigDecimal("0.10"),
                    new BigDecimal("1E+400")),
                List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[0,-1,9223372036854775807,-9223372036854775809]",
        "[1.0,1.50,0.000,123456789.123456789123456789]",
        "[123456789012345678901234567890,1E+400,1E-400]",
        "{\"a\":{\"b\":[null,true,false,\"\",{}]},\"\":[]}",
      })
  void whatIsReadIsWrittenAgain(String json) {
    assertThat(any.toJson(Reading.of(any, json).some())).isEqualTo(json);
  }

  @Test
  void valueThatIsSetEqualsTheValueThatIsRead() {
    Map<String, Object> set =
        Map.of(
            "byte",
            (byte) 1,
            "int",
            1,
            "big",
            BigInteger.ONE,
            "decimal",
            new BigDecimal("5"),
            "double",
            2.0,
            "float",
            1e10f);
    CustomField field = CustomField.builder().value(set).build();

    CustomFieldJsonAdapter adapter = new CustomFieldJsonAdapter();
    assertThat(Reading.of(adapter, adapter.toJson(field)))
        .isEqualTo(new Reading<>(field, List.of()));
  }

  @Test
  void customFieldsKeepTheirNumbersAndNulls() {
    UpdateContactRequestJsonAdapter adapter = new UpdateContactRequestJsonAdapter();
    String json = "{\"custom_fields\":{\"budget\":50000.00,\"id\":9007199254740993,\"none\":null}}";

    assertThat(adapter.toJson(Reading.of(adapter, json).some())).isEqualTo(json);
    assertThat(Reading.of(adapter, json).observations()).isEmpty();
  }
}
