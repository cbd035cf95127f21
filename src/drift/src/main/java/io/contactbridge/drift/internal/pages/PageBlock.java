package io.contactbridge.drift.internal.pages;

import java.util.List;

/** A piece of a vendor's page, whatever form the page has. */
sealed interface PageBlock permits PageBlock.Said, PageRow {
  /** Returns the line it stands on, from 1, or 0 if that is not known. */
  int line();

  /** The pieces that are no row of a table. */
  sealed interface Said extends PageBlock {}

  /**
   * The operation that the page is about.
   *
   * @param address a URL or a path, with parameters in any notation
   */
  record Operation(String method, String address, int line) implements Said {
    boolean isSame(Operation that) {
      return method.equals(that.method)
          && PageAddress.normal(address).equals(PageAddress.normal(that.address));
    }
  }

  /** The subject of the blocks that follow. */
  record Heading(String text, int line) implements Said {}

  /** An address at which the page says the operation is. */
  record Address(String url, int line) implements Said {}

  /** The content type of the body that the section shows. */
  record ContentType(String type, int line) implements Said {}

  /** An example, of a request as a command or of a body as JSON. */
  record Code(String text, int line) implements Said {}

  /** A row of a table of statuses; the code is empty if there is none. */
  record Status(String status, String code, int line) implements Said {}

  /** A sentence that of these properties of the request one must be there. */
  record AtLeastOneOf(List<String> names, int line) implements Said {}

  /** A part that was not understood, described by the text. */
  record Unread(String what, int line) implements Said {}
}
