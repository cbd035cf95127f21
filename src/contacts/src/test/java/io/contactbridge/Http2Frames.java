package io.contactbridge;

import io.contactbridge.FaultyServer.Turn;
import java.io.IOException;
import okio.Buffer;
import okio.ByteString;

/** As much of HTTP/2 as it takes to answer a request, or not to. */
final class Http2Frames {
  /** What stands for {@code :status: 200} in the static table of HPACK. */
  static final int OK = 0x88;

  static final int NOT_FOUND = 0x8d;

  private static final int PREFACE = 24;
  private static final int END_STREAM = 1;
  private static final int END_HEADERS = 4;
  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int RST_STREAM = 3;
  private static final int SETTINGS = 4;
  private static final int GOAWAY = 7;

  private final Line line;

  Http2Frames(Line line) {
    this.line = line;
  }

  static Turn good() {
    return line -> {
      Http2Frames frames = new Http2Frames(line);
      int stream = frames.request();
      if (stream > 0) {
        frames.answer(stream, OK, RawHttp.json(line.crm()));
      }
    };
  }

  Crm crm() {
    return line.crm();
  }

  /** Returns the stream of the next request once it is whole, or 0 if there is none. */
  int request() throws IOException {
    if (line.greets()) {
      byte[] unused = line.bytes(PREFACE);
      write(SETTINGS, 0, 0, ByteString.EMPTY);
    }
    while (line.hasMore()) {
      Buffer head = new Buffer().write(line.bytes(9));
      int length = (head.readByte() & 0xff) << 16 | (head.readShort() & 0xffff);
      int type = head.readByte();
      int flags = head.readByte();
      int stream = head.readInt();
      byte[] unused = line.bytes(length);
      if (type == SETTINGS && flags == 0) {
        write(SETTINGS, 1, 0, ByteString.EMPTY);
      }
      if ((type == DATA || type == HEADERS) && (flags & END_STREAM) != 0) {
        line.came();
        return stream;
      }
    }
    return 0;
  }

  void answer(int stream, int status, String body) throws IOException {
    headers(stream, status, false);
    write(DATA, END_STREAM, stream, ByteString.encodeUtf8(body));
  }

  void headers(int stream, int status, boolean last) throws IOException {
    write(HEADERS, END_HEADERS | (last ? END_STREAM : 0), stream, ByteString.of((byte) status));
  }

  void reset(int stream, int error) throws IOException {
    write(RST_STREAM, 0, stream, new Buffer().writeInt(error).readByteString());
  }

  void goAway(int lastStream, int error) throws IOException {
    write(GOAWAY, 0, 0, new Buffer().writeInt(lastStream).writeInt(error).readByteString());
  }

  void close() {
    line.close();
  }

  private void write(int type, int flags, int stream, ByteString payload) throws IOException {
    line.write(
        new Buffer()
            .writeByte(payload.size() >> 16)
            .writeShort(payload.size() & 0xffff)
            .writeByte(type)
            .writeByte(flags)
            .writeInt(stream)
            .write(payload)
            .readByteString());
  }
}
