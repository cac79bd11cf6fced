'use client'
import { createContext, type Context } from 'react'
import type { MessageOverrides } from './messages.ts'

/** Words over the English ones. Apart from the rest, so that a field of words alone ships no clock. */
export const MessagesContext: Context<MessageOverrides | undefined> = createContext<
  MessageOverrides | undefined
>(undefined)
