import type { CodeLength, Language } from './text-magic.ts'

// What the Verify API sends and receives.

/** Body of `POST /verify` (verify-api.md 3). */
export interface StartBody {
  phone: string
  brand: string
  codeLength: CodeLength | (number & {})
  language?: Language | (string & {})
  senderId?: string
  country?: string
  workflowId?: string
}

/** Answer of `POST /verify`, status 200 (verify-api.md 3). */
export interface StartReply {
  verifyId: string
  /** Credit deducted from the account when the verification completes. */
  price: number
}

/** Body of `PUT /verify` (verify-api.md 4). The code is a string: a number loses leading zeros. */
export interface CheckBody {
  code: string
  verifyId: string
}

/** The body of a failure, if it has one (verify-api.md 6). */
export interface ErrorReply {
  code: number
  message: string
  errors?: { common?: string[]; fields?: Record<string, string[]> | [] } | null
}
