/** A `fetch` that gives one answer again and again, and keeps what it was asked. */
export function answering(answer: () => Response | Promise<Response>): {
  fetch: typeof globalThis.fetch
  requests: Request[]
} {
  const requests: Request[] = []
  return {
    requests,
    async fetch(input, init) {
      const url = input instanceof Request ? input.url : input
      requests.push(new Request(new URL(url, 'https://app.example'), init))
      return answer()
    },
  }
}

/** A failure as the service writes it, or any other text. */
export const reply = (status: number, body?: unknown, headers?: Record<string, string>): Response =>
  new Response(typeof body === 'object' ? JSON.stringify(body) : (body as string | undefined), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  })

/** Never answers, but gives up when it is told to, like the real one. */
export const silent: typeof globalThis.fetch = (_input, init) =>
  new Promise((_resolve, reject) => {
    const { signal } = init ?? {}
    signal?.addEventListener('abort', () => reject(signal.reason))
  })
