package io.contactbridge;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import okhttp3.HttpUrl;

/** No text makes a request, and its credential, go elsewhere or say more than it should. */
final class HostileInputTest {
  private static final String SEED = "8213906573401177321";
  private static final ContactUpdate UPDATE = Samples.update(ContactField.EMAIL);
  private static final Pattern URL =
      Pattern.compile("(https?)://([a-z0-9._-]+|\\[[0-9a-f:.]+])(:[0-9]+)?(/[^?#]*)?/contacts/123");
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Map<Crm, Contacts> CONTACTS =
      Stream.of(Crm.values()).collect(toMap(crm -> crm, crm -> Accounts.at(crm).build()));
  private static final Queue<String> HEADS = new ConcurrentLinkedQueue<>();
  private static final FaultyServer SERVER =
      FaultyServer.start(
          Crm.RAZE,
          line -> {
            HEADS.add(line.request());
            line.write(RawHttp.taken(line.crm()));
          });

  private static volatile String credentialNow = "";
  private static final Contacts RAZE =
      Accounts.at(Crm.RAZE, () -> credentialNow).baseUrl(SERVER.url()).maxRetries(0).build();

  @AfterContainer
  static void stop() {
    SERVER.close();
  }

  @Provide
  static Arbitrary<String> texts() {
    return HostileText.texts();
  }

  @Property(tries = 1000, seed = SEED, shrinking = ShrinkingMode.OFF)
  void idIsTheLastSegmentOrRefused(@ForAll Crm crm, @ForAll("texts") String id) {
    Contacts contacts = requireNonNull(CONTACTS.get(crm));
    HttpUrl usual = HttpUrl.get(contacts.plan(Accounts.contactId(crm), UPDATE).url());

    String url;
    try {
      url = contacts.plan(id, UPDATE).url();
    } catch (IllegalArgumentException e) {
      assertKeepsQuiet(e, id);
      return;
    }

    String folder = usual.toString().substring(0, usual.toString().lastIndexOf('/') + 1);
    assertThat(url).isEqualTo(folder + id);
    assertThat(URI.create(url).normalize().toString()).isEqualTo(url);
    assertThat(HttpUrl.get(url).pathSegments())
        .hasSameSizeAs(usual.pathSegments())
        .last()
        .isEqualTo(id);
  }

  @Property(tries = 1000, seed = SEED, shrinking = ShrinkingMode.OFF)
  void accountIsOneLabelOrRefused(@ForAll("texts") String account) {
    Contacts contacts;
    try {
      contacts = Contacts.acquire(account, "key").build();
    } catch (IllegalArgumentException e) {
      assertKeepsQuiet(e, account);
      return;
    }

    URI url = URI.create(contacts.plan("2", UPDATE).url());
    assertThat(url.getHost()).isEqualTo(account.toLowerCase(Locale.ROOT) + ".acquire.io");
    assertThat(url.getHost().split("\\.")).hasSize(3);
    assertThat(url.getRawAuthority()).isEqualTo(url.getHost());
    assertThat(url.getScheme()).isEqualTo("https");
  }

  @Provide
  static Arbitrary<String> urls() {
    return Combinators.combine(
            Arbitraries.of(
                "http://", "https://", "HTTP://", "http:/", "http:\\\\", "//", "file:", ""),
            Arbitraries.of(
                "localhost", "127.0.0.1", "[::1]", "2130706433", "0x7f.1", "evil.example", ""),
            texts())
        .as((scheme, host, rest) -> scheme + host + rest);
  }

  @Property(tries = 700, seed = SEED, shrinking = ShrinkingMode.OFF)
  void baseUrlIsSecureOrLoopbackOrRefused(@ForAll("urls") String baseUrl) {
    Contacts contacts;
    try {
      contacts = Accounts.at(Crm.LINQ).baseUrl(baseUrl).build();
    } catch (IllegalArgumentException e) {
      return;
    }

    Matcher url = URL.matcher(contacts.plan("123", UPDATE).url());
    assertThat(url.matches()).as("%s leads to %s", baseUrl, url).isTrue();
    assertThat(url.group(1).equals("https") || LOOPBACK.contains(url.group(2)))
        .as("%s leads to %s", baseUrl, url)
        .isTrue();
  }

  @Property(tries = 400, seed = SEED, shrinking = ShrinkingMode.OFF)
  void credentialIsSentAsItIsOrRefused(@ForAll("texts") String credential) {
    HEADS.clear();
    credentialNow = credential;

    try {
      RAZE.update("abc", UPDATE);
    } catch (IllegalStateException e) {
      assertKeepsQuiet(e, credential);
      assertThat(HEADS).isEmpty();
      return;
    }

    assertThat(credential).matches("[!-~]+");
    assertThat(HEADS).hasSize(1);
    assertThat(HEADS.remove().split("\r\n"))
        .containsOnlyOnce("X-API-Key: " + credential)
        .hasSize(9);
  }

  /** A text of a few characters may be in any message. */
  private static void assertKeepsQuiet(Throwable thrown, String text) {
    if (text.length() > 3 && !text.isBlank()) {
      assertThat(Heard.trace(thrown)).doesNotContain(text);
    }
  }
}
