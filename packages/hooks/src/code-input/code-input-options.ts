import type { ComponentPropsWithoutRef } from 'react'
import type { EditorOptions } from './editor-options.ts'

/** What an `<input>` takes, except for the props that make it a code field. */
export type CodeInputNativeProps = Omit<
  ComponentPropsWithoutRef<'input'>,
  'value' | 'defaultValue' | 'type' | 'size' | 'maxLength' | 'pattern' | 'id'
>

/** What makes an input a code field. Everything else that an `<input>` takes goes to the input. */
export interface UseCodeInputOptions extends EditorOptions, CodeInputNativeProps {
  /** @default a generated one */
  id?: string | undefined
  /** Draws bullets instead of characters. @default false */
  mask?: boolean | undefined
  invalid?: boolean | undefined
  /** You render an element with `getDescriptionProps()`. */
  hasDescription?: boolean | undefined
  /** You render an element with `getErrorProps()`. */
  hasError?: boolean | undefined
  /** The error is an alert: screen readers announce it when it appears. @default false */
  announce?: boolean | undefined
  /** Asks Chrome on Android for the code of an origin-bound message. @default false */
  webOTP?: boolean | undefined
}
