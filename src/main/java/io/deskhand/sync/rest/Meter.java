package io.deskhand.sync.rest;

import io.deskhand.sync.flow.Traffic;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Request;
import okhttp3.Response;

/** Counts the bytes of calls: headers and bodies, as they go over the line. Thread-safe. */
final class Meter extends EventListener {
  private final Traffic traffic;

  Meter(Traffic traffic) {
    this.traffic = traffic;
  }

  @Override
  public void requestHeadersEnd(Call call, Request request) {
    traffic.sent(request.headers().byteCount());
  }

  @Override
  public void requestBodyEnd(Call call, long byteCount) {
    traffic.sent(byteCount);
  }

  @Override
  public void responseHeadersEnd(Call call, Response response) {
    traffic.received(response.headers().byteCount());
  }

  @Override
  public void responseBodyEnd(Call call, long byteCount) {
    traffic.received(byteCount);
  }
}
