package io.contactbridge.bench;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One way to make the update of {@link Sample}. */
interface Client {
  /** Makes the update and returns the contact's email address as the CRM answered it. */
  @Nullable String update(String id) throws Exception;

  /**
   * Makes the update without a thread that waits for it.
   *
   * @param done is given what {@link #update} returns, or null after a failure
   */
  default void updateAsync(String id, Consumer<@Nullable String> done) {
    throw new UnsupportedOperationException();
  }

  /** Returns the client of a name; only its own classes are loaded, for the sake of cold starts. */
  static Client of(String name, String url) throws ReflectiveOperationException {
    return switch (name) {
      case "limit" -> new LimitClient(url);
      case "generated" -> new GeneratedClient(url);
      case "facade" -> new FacadeClient(url);
      // Only there if it was generated, which takes longer than the rest of this module.
      case "stock" ->
          Class.forName("io.contactbridge.bench.StockClient")
              .asSubclass(Client.class)
              .getDeclaredConstructor(String.class)
              .newInstance(url);
      default -> throw new IllegalArgumentException("no client is called " + name);
    };
  }
}
