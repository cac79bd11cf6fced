import { toVerifyError, type Operation, type VerifyError } from '@phoneproof/client'

/** Connections that were never made: these names are Node's, and those of the libraries below `fetch`. */
const neverConnected = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]

/** Why a call of the service failed, and whether it can have done anything. */
export interface ServiceFailure {
  error: VerifyError
  /** False when the service surely did nothing: it was not reached, or has said no. */
  mayHaveActed: boolean
}

export function serviceFailure(thrown: unknown, operation: Operation, now: number): ServiceFailure {
  const error = toVerifyError(thrown, operation, undefined, now)
  const mayHaveActed = error.kind === 'uncertain' && !codesOf(error).some(isNeverConnected)
  return { error, mayHaveActed }
}

const isNeverConnected = (code: unknown): boolean => neverConnected.some((each) => each === code)

/** The codes of an error and of what caused it, however deep. */
function codesOf(error: unknown): unknown[] {
  if (typeof error !== 'object' || error === null) return []
  const { code, cause, errors } = error as { code?: unknown; cause?: unknown; errors?: unknown }
  const all = Array.isArray(errors) ? errors : [cause]
  return [code, ...all.flatMap(codesOf)]
}
