import { html, nothing } from 'lit';

/**
 * A labelled control with its hint and its error, tied together for screen readers. The control takes its attributes
 * from {@link describedBy}.
 * @param {{id: string, label: unknown, hint?: unknown, error?: string, control: unknown}} parts
 */
export const field = ({ id, label, hint, error, control }) => html`
  <div class="field ${error ? 'field-bad' : ''}">
    <label for=${id}>${label}</label>
    ${control}
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    ${error ? html`<p class="error" id="${id}-error">${error}</p>` : nothing}
  </div>
`;

/** Ids that aria-describedby of a control should name. @param {string} id @param {unknown} hint @param {string} [error] */
export const describedBy = (id, hint, error) =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || nothing;

/**
 * A text input in a field.
 * @param {{id: string, name?: string, label: unknown, value?: string, type?: string, hint?: unknown, error?: string, required?: boolean,
 *   autocomplete?: string, inputmode?: string, maxlength?: number, onInput?: (event: InputEvent) => void, suffix?: string, button?: unknown}} spec
 */
export const textField = ({ id, name = id, label, value, type = 'text', hint, error, required = false, autocomplete, inputmode, maxlength, onInput, suffix, button }) =>
  field({
    id,
    label,
    hint,
    error,
    control: html`<div class="control-row"><div class="control ${suffix ? 'with-suffix' : ''}"><input
        id=${id}
        name=${name}
        type=${type}
        .value=${value ?? ''}
        ?required=${required}
        autocomplete=${autocomplete ?? nothing}
        inputmode=${inputmode ?? nothing}
        maxlength=${maxlength ?? nothing}
        aria-invalid=${error ? 'true' : nothing}
        aria-describedby=${describedBy(id, hint, error)}
        @input=${onInput ?? nothing}
      />${suffix ? html`<span class="suffix" aria-hidden="true">${suffix}</span>` : nothing}</div>${button ?? nothing}</div>`,
  });

/** The form's values as text; a password is left as it was typed. @param {SubmitEvent} event @returns {Record<string, string>} */
export const valuesOf = (event) =>
  Object.fromEntries([...new FormData(/** @type {HTMLFormElement} */ (event.currentTarget)).entries()].map(([k, v]) => [k, /password$/i.test(k) ? String(v) : String(v).trim()]));

/** Moves to the first bad control, after the errors were rendered. @param {HTMLElement} form */
export const focusFirstBad = (form) => /** @type {HTMLElement | null} */ (form.querySelector('[aria-invalid="true"]'))?.focus();
