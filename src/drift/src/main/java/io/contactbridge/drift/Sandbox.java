package io.contactbridge.drift;

import io.contactbridge.Contacts;
import io.contactbridge.Crm;
import io.contactbridge.CrmProfile;
import java.util.List;
import java.util.function.Function;
import okhttp3.Interceptor;
import org.jspecify.annotations.Nullable;

/** A sandbox account: a builder of the facade for it, and the credential for other requests. */
public final class Sandbox {
  private final Contacts.Builder contacts;
  private final Interceptor credential;

  private Sandbox(Contacts.Builder contacts, Interceptor credential) {
    this.contacts = contacts;
    this.credential = credential;
  }

  /**
   * Returns an account, such as {@code Sandbox.of(Crm.LINQ, System::getenv)}.
   *
   * @param variables has a value for each of {@link CrmProfile#variables}; it is asked for the
   *     credential for each request
   * @throws IllegalArgumentException as {@link Contacts#of} does
   */
  @SuppressWarnings("NullAway") // A credential that is null is refused when it is to be sent.
  public static Sandbox of(Crm crm, Function<String, @Nullable String> variables) {
    List<String> names = CrmProfile.of(crm).variables();
    String credential = names.get(names.size() - 1);
    return new Sandbox(
        Contacts.of(crm, variables),
        CrmProfile.of(crm).credentialHeader().with(() -> variables.apply(credential)));
  }

  /** Returns a builder of the facade for the account; settings made there stay. */
  public Contacts.Builder contacts() {
    return contacts;
  }

  /** Returns an interceptor that adds the credential to each request. */
  public Interceptor credential() {
    return credential;
  }
}
