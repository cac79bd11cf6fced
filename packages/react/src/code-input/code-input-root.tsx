'use client'
import {
  codeInputMessages,
  useCodeInput,
  useMessages,
  type UseCodeInputOptions,
} from '@phoneproof/hooks'
import {
  forwardRef,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type ReactNode,
  type RefAttributes,
} from 'react'
import { CodeInputContext } from './code-input-context.ts'

type HookOptions = Omit<
  UseCodeInputOptions,
  'length' | 'invalid' | 'hasDescription' | 'hasError' | 'ref'
>

type NativeProps = Omit<
  ComponentPropsWithoutRef<'input'>,
  'value' | 'defaultValue' | 'type' | 'size' | 'maxLength' | 'pattern' | keyof HookOptions
>

/** Everything else an `<input>` takes goes to the input; `className` and `style` to the root. */
export interface CodeInputRootProps extends NativeProps, HookOptions {
  /** Characters in the code, 1 to 12. @default 6 */
  length?: number | undefined
  /** Names the field. @default the `codeInput.label` message */
  label?: ReactNode
  description?: ReactNode
  /** What is wrong. Marks the field invalid; not announced by itself. */
  error?: ReactNode
  /** A live region of its own: says the error, and when the code is whole. @default false */
  announce?: boolean | undefined
  /** The slots and separators. */
  children?: ReactNode
}

/** The field with everything but the slots, which are its children. `ref` is the input. */
export const CodeInputRoot: ForwardRefExoticComponent<
  CodeInputRootProps & RefAttributes<HTMLInputElement>
> = forwardRef<HTMLInputElement, CodeInputRootProps>(function CodeInputRoot(props, ref) {
  // What is not named here goes to the input.
  const {
    length = 6,
    value,
    defaultValue,
    onValueChange,
    onValueComplete,
    onValueReject,
    alphanumeric,
    id,
    mask,
    disabled,
    readOnly,
    busy,
    webOTP,
    label,
    description,
    error,
    announce,
    className,
    style,
    children,
    ...native
  } = props
  const words = useMessages('codeInput', codeInputMessages)
  const hasDescription = isShown(description)
  const hasError = isShown(error)
  const field = useCodeInput({
    length,
    value,
    defaultValue,
    onValueChange,
    onValueComplete,
    onValueReject,
    alphanumeric,
    id,
    mask,
    disabled,
    readOnly,
    busy,
    webOTP,
    hasDescription,
    hasError,
    invalid: hasError,
    ref,
  })
  const isNamedElsewhere = native['aria-label'] ?? native['aria-labelledby']
  const name = label === undefined && isNamedElsewhere === undefined ? words.label : label

  return (
    <CodeInputContext.Provider value={field}>
      <div {...field.getRootProps()} className={className} style={style}>
        {isShown(name) && <label {...field.getLabelProps()}>{name}</label>}
        {hasDescription && <div {...field.getDescriptionProps()}>{description}</div>}
        <div {...field.getControlProps()}>
          {children}
          <input {...field.getInputProps(native)} />
        </div>
        {hasError && <div {...field.getErrorProps()}>{error}</div>}
        {announce && (
          <div {...field.getStatusProps()}>
            {hasError ? error : field.isComplete && words.complete(length)}
          </div>
        )}
      </div>
    </CodeInputContext.Provider>
  )
})

const isShown = (node: ReactNode): boolean =>
  node !== undefined && node !== null && node !== false && node !== ''
