/**
 * Numbers word forms as they are met. A form that has two stems (it stands in two languages) gets two numbers.
 * `forms` and `stems` are parallel: a form's number is its place in both.
 */
export class Dictionary {
  readonly forms: string[] = [];
  readonly stems: string[] = [];
  readonly #numbers = new Map<string, number>();

  number(form: string, stem: string): number {
    const key = stem === form ? form : `${form}\0${stem}`;
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.forms.push(form) - 1;
      this.stems.push(stem);
      this.#numbers.set(key, number);
    }
    return number;
  }
}
