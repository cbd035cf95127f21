package io.contactbridge.client.torture.model;

import io.contactbridge.client.Kind;
import io.contactbridge.client.KindJsonAdapter;
import org.jspecify.annotations.NullMarked;

/** Reads and writes {@link Thing}; Moshi finds it by its name. */
@NullMarked
public final class ThingJsonAdapter extends KindJsonAdapter<Thing> {
  public ThingJsonAdapter() {
    super(Kind.model(() -> Thing.SCHEMA));
  }
}
