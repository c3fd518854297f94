/** Hundreds of times what an answer needs. */
const MAX_RESPONSE_BYTES = 256 * 1024;

/** The response is larger than any honest one. */
export class ResponseTooLarge extends Error {}

/** `fetch` that gives up on a response that does not end, before it fills the memory. */
export const cappedFetch: typeof fetch = async (input, init) => {
  const response = await fetch(input, init);
  return response.body ? new Response(response.body.pipeThrough(cap()), response) : response;
};

function cap(): TransformStream<Uint8Array, Uint8Array> {
  let received = 0;
  return new TransformStream({
    transform(chunk, controller) {
      received += chunk.byteLength;
      if (received > MAX_RESPONSE_BYTES) controller.error(new ResponseTooLarge());
      else controller.enqueue(chunk);
    },
  });
}
