package io.contactbridge.client;

/** Reads and writes free-form JSON. */
final class AnyJsonAdapter extends KindJsonAdapter<Object> {
  AnyJsonAdapter() {
    super(Kind.ANY);
  }
}
