'use client'
import { createContext, type Context } from 'react'
import type { MessageOverrides } from './messages.ts'

/** Messages over the English ones. In a context of its own, so that a field ships no clock for them. */
export const MessagesContext: Context<MessageOverrides | undefined> = createContext<
  MessageOverrides | undefined
>(undefined)
