import { expectTypeOf } from 'vitest'
import type {
  Channel,
  CheckBody,
  CodeLength,
  RunningVerification,
  ServiceProfile,
  StartRequest,
  TextMagicProfile,
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

// The check of a client of a team's own may resolve with a proof, or with nothing.
expectTypeOf<() => Promise<{ proof: string }>>().toExtend<VerifyClient['check']>()
expectTypeOf<() => Promise<{ success: boolean }>>().not.toExtend<VerifyClient['check']>()

// Three functions of one's own make a client; `resume` is not needed.
expectTypeOf(ownClient).toExtend<VerifyClient>()
expectTypeOf<Awaited<ReturnType<NonNullable<VerifyClient['resume']>>>>().toEqualTypeOf<
  RunningVerification | undefined
>()

// A code is never a number.
expectTypeOf<CheckBody['code']>().toEqualTypeOf<string>()

// The lengths of TextMagic are known, and those of another service are its own.
expectTypeOf<CodeLength>().toEqualTypeOf<4 | 6>()
expectTypeOf<number>().toExtend<StartRequest['codeLength']>()
expectTypeOf<string>().not.toExtend<StartRequest['codeLength']>()

// A service is data, and TextMagic is one; a channel can be one that nobody knows yet.
expectTypeOf<TextMagicProfile>().toExtend<ServiceProfile>()
expectTypeOf<string>().toExtend<Channel>()

// Optional members may be passed on as undefined, under exactOptionalPropertyTypes too.
expectTypeOf<{
  phone: string
  brand: string
  codeLength: 4
  country: undefined
}>().toExtend<StartRequest>()

// A switch over the kinds can be exhaustive.
expectTypeOf<string>().not.toExtend<VerifyErrorKind>()
