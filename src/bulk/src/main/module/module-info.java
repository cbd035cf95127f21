/** Updates the contacts of a file. */
module io.contactbridge.bulk {
  requires de.siegmar.fastcsv;
  requires transitive io.contactbridge;
  requires static transitive org.jspecify;

  exports io.contactbridge.bulk;
  exports io.contactbridge.bulk.engine;
}
