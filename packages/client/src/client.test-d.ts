import { expectTypeOf } from 'vitest'
import type {
  CheckBody,
  RunningVerification,
  StartRequest,
  VerifyClient,
  VerifyErrorKind,
} from './index.ts'

const ownClient = {
  start: async (request: StartRequest) => ({
    verifyId: request.phone,
    price: undefined,
    serverTime: undefined,
  }),
  check: async () => {},
  cancel: async () => ({ deferred: false }),
}

// Three functions of one's own make a client; `resume` is not needed.
expectTypeOf(ownClient).toExtend<VerifyClient>()
expectTypeOf<Awaited<ReturnType<NonNullable<VerifyClient['resume']>>>>().toEqualTypeOf<
  RunningVerification | undefined
>()

// A code is never a number, and a length is 4 or 6.
expectTypeOf<CheckBody['code']>().toEqualTypeOf<string>()
expectTypeOf<StartRequest['codeLength']>().toEqualTypeOf<4 | 6>()

// Optional members may be passed on as undefined, under exactOptionalPropertyTypes too.
expectTypeOf<{
  phone: string
  brand: string
  codeLength: 4
  country: undefined
}>().toExtend<StartRequest>()

// A switch over the kinds can be exhaustive.
expectTypeOf<string>().not.toExtend<VerifyErrorKind>()
