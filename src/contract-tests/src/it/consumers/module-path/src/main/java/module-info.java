/** Somebody's application. */
module com.example.modular {
  requires io.contactbridge.bulk;
}
