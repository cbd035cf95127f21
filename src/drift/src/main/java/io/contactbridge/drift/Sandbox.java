package io.contactbridge.drift;

import io.contactbridge.Contacts;
import io.contactbridge.Crm;
import io.contactbridge.CrmProfile;
import java.util.List;
import java.util.function.Function;
import okhttp3.Interceptor;
import org.jspecify.annotations.Nullable;

/** A sandbox account: what the facade starts with, and how any other request shows who calls. */
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
   * @param variables has a value for each of {@link Crm#variables}; it is asked for the credential
   *     for each request
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

  /** Returns what the facade starts with; what is set there holds for the account. */
  public Contacts.Builder contacts() {
    return contacts;
  }

  /** Returns what adds the credential to each request. */
  public Interceptor credential() {
    return credential;
  }
}
