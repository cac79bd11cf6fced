import type {
  ComponentPropsWithoutRef,
  FocusEvent,
  FormEvent,
  HTMLAttributes,
  InputHTMLAttributes,
  LabelHTMLAttributes,
  Ref,
  RefCallback,
} from 'react'
import { mergeProps } from '../lib/merge-props.ts'
import { phoneEntryPart, type PhonePartIdentity } from './phone-entry.anatomy.ts'

type Attributes = HTMLAttributes<HTMLElement> &
  PhonePartIdentity &
  Record<`data-${string}`, string | undefined>
type InputProps = ComponentPropsWithoutRef<'input'>

export interface PhoneEntrySnapshot {
  id: string
  name?: string | undefined
  form?: string | undefined
  value: string | undefined
  /** What the input starts with, and what a form reset brings back. */
  defaultText: string
  disabled?: boolean | undefined
  readOnly?: boolean | undefined
  required: boolean
  /** There is an error to show. */
  invalid: boolean
  hasDescription?: boolean | undefined
  hasNotice: boolean
  /** Scripts run: the hidden input has the name, and the visible one has none. */
  isLive: boolean
}

export interface PhoneEntryPropGetters {
  getRootProps: () => Attributes
  getLabelProps: () => LabelHTMLAttributes<HTMLLabelElement> & PhonePartIdentity
  getDescriptionProps: () => Attributes
  getErrorProps: () => Attributes
  /**
   * For what was left out of the last paste or key. It is announced: keep it mounted, even if
   * empty.
   */
  getNoticeProps: () => Attributes
  /** Around the country and the number. */
  getControlProps: () => Attributes
  /**
   * For the one visible input. Yours are merged: handlers run first, descriptions and refs are
   * joined.
   */
  getInputProps: (
    yours?: InputProps & { ref?: Ref<HTMLInputElement> | undefined },
  ) => InputProps & PhonePartIdentity & { ref: RefCallback<HTMLInputElement> }
  /** For the input that submits E.164; undefined when there is no name, or no script yet. */
  getHiddenInputProps: () => InputHTMLAttributes<HTMLInputElement> | undefined
}

export interface PhoneEntryHandlers {
  joinRef: (yours: Ref<HTMLInputElement> | undefined) => RefCallback<HTMLInputElement>
  /** On the root too: the focus may leave from the country. */
  onLeave: (event: FocusEvent<HTMLElement>) => void
  onFocus: () => void
  onInvalid: (event: FormEvent<HTMLInputElement>) => void
}

const flags = (states: Record<string, boolean>): Record<`data-${string}`, ''> =>
  Object.fromEntries(
    Object.entries(states)
      .filter(([, isOn]) => isOn)
      .map(([name]) => [`data-${name}`, '']),
  )

export function phoneEntryProps(
  snapshot: PhoneEntrySnapshot,
  handlers: PhoneEntryHandlers,
): PhoneEntryPropGetters {
  const { id, name, form, disabled = false, readOnly = false, invalid, isLive } = snapshot
  const { joinRef, onFocus, onInvalid, onLeave } = handlers
  const descriptionId = `${id}-description`
  const errorId = `${id}-error`
  const noticeId = `${id}-notice`
  const state = flags({ disabled, invalid, readonly: readOnly })
  const describedBy = [
    snapshot.hasDescription && descriptionId,
    invalid && errorId,
    snapshot.hasNotice && noticeId,
  ]

  return {
    getRootProps: () => ({ ...phoneEntryPart('root'), ...state, onBlur: onLeave }),
    getLabelProps: () => ({ ...phoneEntryPart('label'), htmlFor: id }),
    getDescriptionProps: () => ({ ...phoneEntryPart('description'), id: descriptionId }),
    getErrorProps: () => ({ ...phoneEntryPart('error'), id: errorId }),
    getNoticeProps: () => ({ ...phoneEntryPart('notice'), id: noticeId, role: 'status' }),
    getControlProps: () => ({ ...phoneEntryPart('control'), ...state, translate: 'no' }),
    getInputProps: ({ ref, ...yours } = {}) =>
      mergeProps(
        {
          ...phoneEntryPart('input'),
          ...state,
          onFocus,
          onBlur: onLeave,
          onInvalid,
          ref: joinRef(ref),
          id,
          // Before scripts run it is a plain field that submits what was typed.
          name: isLive ? undefined : name,
          form,
          type: 'tel',
          inputMode: 'tel',
          autoComplete: 'tel',
          autoCorrect: 'off',
          spellCheck: false,
          dir: 'ltr',
          defaultValue: snapshot.defaultText,
          disabled,
          readOnly,
          required: snapshot.required,
          // Also false before the number is judged: screen readers would read `:invalid` instead.
          'aria-invalid': invalid,
          'aria-describedby': describedBy.filter(Boolean).join(' ') || undefined,
        } satisfies InputProps & PhonePartIdentity & { ref: RefCallback<HTMLInputElement> },
        yours,
      ),
    getHiddenInputProps: () =>
      isLive && name !== undefined
        ? { type: 'hidden', name, form, value: snapshot.value ?? '', disabled }
        : undefined,
  }
}
