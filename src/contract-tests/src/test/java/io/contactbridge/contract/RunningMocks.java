package io.contactbridge.contract;

import static java.util.stream.Collectors.joining;

import io.contactbridge.Crm;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import okhttp3.HttpUrl;

/** Mocks that were started elsewhere and keep running after the tests. */
final class RunningMocks {
  private RunningMocks() {}

  /**
   * Returns the mocks at the given URLs.
   *
   * @param places one {@code name=URL} for each CRM, separated by commas
   */
  static Mocks at(String places) {
    Map<Crm, HttpUrl> urls = new EnumMap<>(Crm.class);
    for (String place : places.split(",", -1)) {
      String[] nameAndUrl = place.strip().split("=", 2);
      HttpUrl url = nameAndUrl.length == 2 ? HttpUrl.parse(nameAndUrl[1]) : null;
      if (url == null) {
        throw wrong(places);
      }
      urls.put(crm(nameAndUrl[0], places), url);
    }
    if (urls.size() < Crm.values().length) {
      throw wrong(places);
    }
    System.out.println("Mocks that are already running: " + urls);
    return new Mocks(urls, () -> {});
  }

  private static Crm crm(String name, String places) {
    for (Crm crm : Crm.values()) {
      if (crm.name().toLowerCase(Locale.ROOT).equals(name)) {
        return crm;
      }
    }
    throw wrong(places);
  }

  private static IllegalArgumentException wrong(String places) {
    String all =
        Arrays.stream(Crm.values())
            .map(crm -> crm.name().toLowerCase(Locale.ROOT) + "=URL")
            .collect(joining(","));
    return new IllegalArgumentException("-Dprism is docker, npm or " + all + ", unlike " + places);
  }
}
