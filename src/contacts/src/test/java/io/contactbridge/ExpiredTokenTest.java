package io.contactbridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A credential that has expired is asked for once more, and no secret is tried twice. */
@Timeout(30)
final class ExpiredTokenTest {
  private static final String OLD = "canary-old-7f3a9c";
  private static final String NEW = "canary-new-7f3a9c";

  private final List<String> heads = new ArrayList<>();
  private Rig rig = new Rig(Crm.LINQ);

  @AfterEach
  void nothingIsLeft() {
    try {
      rig.assertNothingIsLeft();
    } finally {
      rig.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void updateIsSentOnceMoreWithAnotherCredential(Crm crm) {
    Object seen = send(crm, NEW, OLD, NEW, "canary-never-asked");

    assertThat(((UpdateResult) seen).outcomes()).hasToString("{EMAIL=APPLIED}");
    assertThat(heads).hasSize(2);
    assertThat(heads.get(0)).contains(OLD).doesNotContain(NEW);
    assertThat(heads.get(1)).contains(NEW).doesNotContain(OLD);
  }

  @ParameterizedTest
  @EnumSource
  void sameCredentialIsNotTriedAgain(Crm crm) {
    Object seen = send(crm, NEW, OLD, OLD);

    assertThat(seen).isInstanceOf(CredentialsException.class);
    assertThat(((CredentialsException) seen).mayHaveBeenApplied()).isFalse();
    assertThat(heads).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void credentialIsAskedForOnlyOnceMore(Crm crm) {
    Object seen = send(crm, NEW, OLD, "canary-other-7f3a9c", NEW);

    assertThat(seen).isInstanceOf(CredentialsException.class);
    assertThat(heads).hasSize(2);
  }

  /** Sends to a CRM that takes one credential, and returns what came of it. */
  private Object send(Crm crm, String right, String... supplied) {
    rig.close();
    rig = new Rig(crm);
    rig.server()
        .turn(
            line -> {
              String head = line.request();
              heads.add(head);
              line.write(
                  head.contains(right)
                      ? RawHttp.taken(crm)
                      : RawHttp.answer(401, "{\"message\":\"expired\"}"));
            });
    Iterator<String> credentials = List.of(supplied).iterator();
    return rig.send(rig.contacts(credentials::next).maxRetries(0).build());
  }
}
