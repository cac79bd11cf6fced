export { PhoneproofProvider, useMessages } from '@phoneproof/hooks/provider'
export type {
  MessageOverrides,
  Messages,
  PhoneproofProviderProps,
} from '@phoneproof/hooks/provider'
