package com.example.boot;

import io.contactbridge.ContactUpdate;
import io.contactbridge.Contacts;
import io.contactbridge.MicrometerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** Updates a contact, and prints the names of the meters. */
public final class Meters {
  private Meters() {}

  public static void main(String[] args) {
    MeterRegistry registry = new SimpleMeterRegistry();

    Contacts.linq("token")
        .baseUrl(args[0])
        .listener(new MicrometerMetrics(registry))
        .build()
        .update("123", ContactUpdate.builder().email("ada@example.com").build());

    registry.getMeters().stream()
        .map(meter -> meter.getId().getName())
        .distinct()
        .sorted()
        .forEach(System.out::println);
  }
}
