/** Form parts: native controls, each with its label. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface GroupProps {
  title: string;
  help?: string;
  children: ComponentChildren;
}

export function Group({ title, help, children }: GroupProps) {
  const id = useId();
  return (
    <fieldset class="group" aria-describedby={help ? id : undefined}>
      <legend>{title}</legend>
      {children}
      {help && (
        <p class="quiet" id={id}>
          {help}
        </p>
      )}
    </fieldset>
  );
}

interface CheckProps {
  name: string;
  label: string;
  help?: string;
  isOn: boolean;
  set(isOn: boolean): void;
}

export function Check({ name, label, help, isOn, set }: CheckProps) {
  const id = useId();
  return (
    <>
      <label class="check">
        <input
          type="checkbox"
          name={name}
          checked={isOn}
          aria-describedby={help ? id : undefined}
          onChange={(event) => set(event.currentTarget.checked)}
        />
        <span>{label}</span>
      </label>
      {help && (
        <p class="quiet" id={id}>
          {help}
        </p>
      )}
    </>
  );
}

interface NumberFieldProps {
  name: string;
  label: string;
  value?: number;
  min: number;
  max: number;
  step: number;
  /** Undefined when the field was emptied; a number out of range is never handed on. */
  set(value: number | undefined): void;
}

export function NumberField({ name, label, value, min, max, step, set }: NumberFieldProps) {
  return (
    <label class="number-field">
      <span>{label}</span>
      <input
        type="number"
        name={name}
        value={value ?? ''}
        min={min}
        max={max}
        step={step}
        onChange={(event) => {
          const field = event.currentTarget;
          if (!field.reportValidity()) return;
          set(field.value === '' ? undefined : field.valueAsNumber);
        }}
      />
    </label>
  );
}
