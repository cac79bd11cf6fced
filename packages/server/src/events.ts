/**
 * Something that happened, in the shape of an OpenTelemetry log record. It holds no number, code or
 * id: those who must be told apart are told apart by HMACs.
 */
export interface VerifyEvent {
  name:
    | 'verify.start'
    | 'verify.check'
    | 'verify.cancel'
    | 'verify.current'
    | 'verify.deferred_cancel'
    | 'verify.refused'
    | 'verify.warning'
  /** Milliseconds since the epoch. */
  time: number
  severity: 'info' | 'warn' | 'error'
  attributes: Readonly<Record<string, string | number | boolean>>
}

export type OnEvent = (event: VerifyEvent) => void
