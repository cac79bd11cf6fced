import { CodeInput, PhoneEntry, type CodeInputProps } from '@phoneproof/react'
import { useState, type ReactNode } from 'react'
import { useSettings } from '../playground-context.ts'
import { shapeOf } from './event-line.ts'

export interface ProbeFieldProps {
  /** Writes a line into the log of the probe. */
  note: (text: string) => void
}

/** A code field that notes what it makes of what it gets. */
function NotedCode({ note, ...props }: ProbeFieldProps & CodeInputProps): ReactNode {
  const { codeLength } = useSettings()
  return (
    <CodeInput
      {...props}
      length={codeLength}
      onValueChange={(value, { reason }) => note(`value: ${value.length} digits (${reason})`)}
      onValueComplete={(_value, { reason }) => note(`complete (${reason})`)}
      onValueInvalid={(text, { reason }) => note(`rejected “${shapeOf(text)}” (${reason})`)}
    />
  )
}

function NotedPhone({ note }: ProbeFieldProps): ReactNode {
  return (
    <PhoneEntry
      defaultCountry="GB"
      onValueChange={(value, { reason, status, country }) =>
        note(`value: ${value?.length ?? 0} long, ${status}, ${country ?? 'no country'} (${reason})`)
      }
    />
  )
}

export const CodeField = ({ note }: ProbeFieldProps): ReactNode => <NotedCode note={note} />

export const MessageField = ({ note }: ProbeFieldProps): ReactNode => (
  <NotedCode note={note} webOTP />
)

export const FilledField = ({ note }: ProbeFieldProps): ReactNode => (
  <NotedCode note={note} defaultValue="482913" />
)

/** What a password manager meets: an account, a phone number and a code. */
export const SignInFields = ({ note }: ProbeFieldProps): ReactNode => (
  <form onSubmit={(event) => event.preventDefault()}>
    <TextField label="Email" type="email" autoComplete="username" />
    <NotedPhone note={note} />
    <NotedCode note={note} />
  </form>
)

/** What an address book can fill in. */
export const ContactFields = ({ note }: ProbeFieldProps): ReactNode => (
  <form onSubmit={(event) => event.preventDefault()}>
    <TextField label="Full name" type="text" autoComplete="name" />
    <TextField label="Email" type="email" autoComplete="email" />
    <NotedPhone note={note} />
  </form>
)

export function WrongCodeField({ note }: ProbeFieldProps): ReactNode {
  const [isWrong, setWrong] = useState(false)
  return (
    <>
      <NotedCode note={note} error={isWrong ? 'That code isn’t right.' : undefined} announce />
      <button type="button" className="button" onClick={() => setWrong(!isWrong)}>
        {isWrong ? 'Take the error away' : 'Call the code wrong'}
      </button>
    </>
  )
}

interface TextFieldProps {
  label: string
  type: 'text' | 'email'
  autoComplete: string
}

const TextField = ({ label, type, autoComplete }: TextFieldProps): ReactNode => (
  <label className="probe-text">
    <span>{label}</span>
    <input type={type} name={autoComplete} autoComplete={autoComplete} />
  </label>
)
