package io.contactbridge.client.torture.model;

import io.contactbridge.client.Kind;
import io.contactbridge.client.KindJsonAdapter;
import org.jspecify.annotations.NullMarked;

/** Reads and writes {@link Colour}; Moshi finds it by its name. */
@NullMarked
public final class ColourJsonAdapter extends KindJsonAdapter<Colour> {
  public ColourJsonAdapter() {
    super(Kind.openEnum(Colour::of));
  }
}
