package io.contactbridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import okio.ByteString;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The answer may end after any of its bytes, and the update was made all the same. */
@Timeout(60)
final class CutAnswerTest {
  @ParameterizedTest
  @EnumSource
  void connectionMayEndAfterAnyByteOfTheBody(Crm crm) {
    ByteString example = Answers.example(crm);
    ByteString whole = RawHttp.answer(200, example);
    int head = whole.size() - example.size();
    AtomicInteger length = new AtomicInteger();
    try (Rig rig = new Rig(crm)) {
      rig.server()
          .turn(
              line -> {
                line.request();
                line.write(whole.substring(0, head + length.get()));
                line.close();
              });
      Contacts contacts = rig.contacts().build();

      for (int cut = 0; cut < example.size(); cut++) {
        length.set(cut);
        UpdateResult result = (UpdateResult) rig.send(contacts);

        assertThat(result.status()).isEqualTo(200);
        assertThat(result.body()).isEqualTo(example.substring(0, cut).utf8());
        assertThat(result.observations().get(0))
            .hasToString("$: expected a whole answer, found a part of one");
      }

      assertThat(rig.server().requests()).isEqualTo(example.size());
      rig.assertNothingIsLeft();
    }
  }
}
